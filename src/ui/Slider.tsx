import type { CSSProperties, ReactNode, SyntheticEvent } from 'react';
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

/** A horizontal slider with one thumb: the browser's own, over a track that shows the notches. */
export function Slider(props: SliderProps): ReactNode {
  const { label, value, min, max, step, valueText, onChange, onCommit, notches = [] } = props;
  const partOf = (at: number): CSSProperties => ({ '--part': (at - min) / (max - min) }) as CSSProperties;
  const commit = ({ currentTarget }: SyntheticEvent<HTMLInputElement>): void =>
    onCommit?.(currentTarget.valueAsNumber);
  return (
    <div className={styles['slider']}>
      <div className={styles['track']}>
        <div className={styles['range']} style={partOf(value)} />
        {notches.map((notch) => (
          <i key={notch} className={styles['notch']} style={partOf(notch)} />
        ))}
      </div>
      <input
        type="range"
        className={styles['thumb']}
        aria-label={label}
        aria-valuetext={valueText}
        {...{ value, min, max, step }}
        onChange={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
        onPointerUp={commit}
        onKeyUp={commit}
      />
    </div>
  );
}
