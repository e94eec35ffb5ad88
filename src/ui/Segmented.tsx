import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
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

/** A choice of one among few that are all in sight. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>): ReactNode {
  const { label, value, options, onChange } = props;
  const choose = (next: string): void => {
    const chosen = options.find((option) => option.value === next);
    // Pressing the chosen one again chooses nothing in Radix; here it stays chosen.
    if (chosen) onChange(chosen.value);
  };
  return (
    <ToggleGroup.Root
      type="single"
      className={styles['group']}
      aria-label={label}
      value={value}
      onValueChange={choose}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className={styles['item']}
          {...(option.label === undefined ? {} : { 'aria-label': option.label, title: option.label })}
        >
          {option.content}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
