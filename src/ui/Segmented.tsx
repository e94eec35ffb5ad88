import type { KeyboardEvent, ReactNode } from 'react';
import styles from './Segmented.module.css';

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly content: ReactNode;
    readonly label?: string;
  }[];
  readonly onChange: (value: Value) => void;
}

/** How many places on a key leads; beyond the last comes the first. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A choice of one among few that are all in sight. One tab stop: arrows lead along it, Space or Enter chooses. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>): ReactNode {
  const { label, value, options, onChange } = props;
  const stop = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  );
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the buttons in it have the focus
    <div role="radiogroup" className={styles['group']} aria-label={label} onKeyDown={goAlong}>
      {options.map((option, i) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={i === stop ? 0 : -1}
          className={styles['item']}
          {...(option.label === undefined ? {} : { 'aria-label': option.label, title: option.label })}
          onClick={() => onChange(option.value)}
        >
          {option.content}
        </button>
      ))}
    </div>
  );
}

function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === event.target);
  const step = STEPS[event.key];
  if (at === -1 || (step === undefined && event.key !== 'Home' && event.key !== 'End')) return;
  event.preventDefault();
  if (step === undefined) buttons.at(event.key === 'Home' ? 0 : -1)!.focus();
  else buttons.at((at + step) % buttons.length)!.focus();
}
