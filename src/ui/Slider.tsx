import { Slider as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Slider.module.css';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What the value means, for a screen reader. */
  readonly valueText: string;
  readonly onChange: (value: number) => void;
  /** Once, when a drag or a key press is over. */
  readonly onCommit?: (value: number) => void;
  /** Values with a notch. */
  readonly notches?: readonly number[];
}

/** A horizontal slider with one thumb. */
export function Slider(props: SliderProps): ReactNode {
  const { label, value, min, max, step, valueText, onChange, onCommit, notches = [] } = props;
  return (
    <Radix.Root
      className={styles['slider']}
      value={[value]}
      min={min}
      max={max}
      step={step}
      onValueChange={([next]) => onChange(next ?? value)}
      onValueCommit={([next]) => onCommit?.(next ?? value)}
    >
      <Radix.Track className={styles['track']}>
        <Radix.Range className={styles['range']} />
        {notches.map((notch) => (
          <i
            key={notch}
            className={styles['notch']}
            style={{ left: `${((notch - min) / (max - min)) * 100}%` }}
          />
        ))}
      </Radix.Track>
      <Radix.Thumb className={styles['thumb']} aria-label={label} aria-valuetext={valueText} />
    </Radix.Root>
  );
}
