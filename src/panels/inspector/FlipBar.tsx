import { type KeyboardEvent, useEffect, useRef } from 'react';
import { BitButtons } from '../BitButtons';
import { useWords } from '../useWords';
import styles from './Inspector.module.css';

interface FlipBarProps {
  /** Number of the byte in the packet, and what it is. */
  readonly byte: number;
  readonly value: number;
  /** It was chosen with the keyboard, which goes on here. */
  readonly isByKey: boolean;
  readonly onFlip: (bit: number) => void;
  readonly onClose: () => void;
}

/** The bits of the byte that was pressed among the bytes, each to be flipped on the way. */
export function FlipBar({ byte, value, isByKey, onFlip, onClose }: FlipBarProps) {
  const { t } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isByKey) bar.current?.querySelector('button')?.focus();
  }, [isByKey, byte]);
  const keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes it from each of its buttons
    <div ref={bar} className={styles['flip']} data-part="flip" onKeyDown={keyed}>
      <span>{t('hands.flipByte', { byte, value: `0x${value.toString(16).padStart(2, '0')}` })}</span>
      <BitButtons byte={byte} value={value} onFlip={onFlip} />
    </div>
  );
}
