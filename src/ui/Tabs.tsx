import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

interface TabsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly tabs: readonly { readonly value: Value; readonly title: string; readonly content: ReactNode }[];
  readonly onChange: (value: Value) => void;
  /** Stands at the end of the row of tabs. */
  readonly beside?: ReactNode;
}

/** Tabs over panels that share one place; only the panel in sight is mounted. */
export function Tabs<Value extends string>({
  label,
  value,
  tabs,
  onChange,
  beside,
}: TabsProps<Value>): ReactNode {
  const choose = (next: string): void => {
    const chosen = tabs.find((tab) => tab.value === next);
    if (chosen) onChange(chosen.value);
  };
  return (
    <Radix.Root className={styles['root']} value={value} onValueChange={choose}>
      <div className={styles['head']}>
        <Radix.List className={styles['list']} aria-label={label}>
          {tabs.map((tab) => (
            <Radix.Trigger key={tab.value} value={tab.value} className={styles['tab']}>
              {tab.title}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {beside && <div className={styles['beside']}>{beside}</div>}
      </div>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className={styles['panel']} tabIndex={-1}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
