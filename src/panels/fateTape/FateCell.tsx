import { memo } from 'react';
import type { PieceFate } from '../../trace/fates';
import type { PacketRef } from '../../trace/run';
import { formatTime } from '../../ui/format';
import { useWords } from '../useWords';
import styles from './FateTape.module.css';
import { type FateState, fateStates } from './fateStates';

const ICONS: Readonly<Record<FateState, string>> = {
  loss: 'M4,4 L14,14 M14,4 L4,14',
  corrupt: 'M10.5,1.5 L4.5,10 L8.5,10 L7,16.5 L13.5,7.5 L9.5,7.5 Z',
  delay: 'M9,2.5 A6.5,6.5 0 1 0 15.5,9 M9,5 V9 L12,11',
  duplicate: 'M2.5,5.5 H11 V14.5 H2.5 Z M6.5,5.5 V2.5 H15.5 V11.5 H11',
};

/** One piece: its number, and signs for what the network did to it, each from its time on. */
export const FateCell = memo(function FateCell({
  fate,
  isStop,
  onSelect,
}: {
  readonly fate: PieceFate;
  /** The Tab key stops here. */
  readonly isStop: boolean;
  readonly onSelect: (ref: PacketRef | null) => void;
}) {
  const { t, language } = useWords();
  const states = fateStates(fate);
  const words: string[] = states.map((state) =>
    t(`panels.fateTape.${state}`, { time: formatTime(fate.delayNs, language) }),
  );
  if (words.length === 0)
    words.push(t(fate.sentNs === null ? 'panels.fateTape.waiting' : 'panels.fateTape.ok'));
  if (fate.byRule) words.push(t('panels.fateTape.byRule'));
  if (fate.byHand) words.push(t('panels.fateTape.byHand'));
  if (fate.unsettled) words.push(t('panels.fateTape.unsettled'));
  const name = `${t('panels.fateTape.piece', { number: fate.piece + 1 })}: ${words.join(', ')}`;
  return (
    <li>
      <button
        type="button"
        className={styles['cell']}
        aria-label={name}
        title={name}
        tabIndex={isStop ? 0 : -1}
        data-from={fate.sentNs ?? Number.MAX_SAFE_INTEGER}
        data-unsettled={fate.unsettled || undefined}
        onClick={() => onSelect(fate.packets[0] ?? null)}
      >
        <span>{fate.piece + 1}</span>
        <span className={styles['signs']} data-from={fate.metNs ?? 0}>
          {states.map((state) => (
            <svg key={state} viewBox="0 0 18 18" width="16" height="16" data-state={state} aria-hidden="true">
              <path d={ICONS[state]} />
            </svg>
          ))}
        </span>
      </button>
    </li>
  );
});
