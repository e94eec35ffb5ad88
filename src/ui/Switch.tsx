import { Switch as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Switch.module.css';

interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A switch that looks like a pill: its words are on it, and a dot shows that it is on. */
export function Switch({ checked, onChange, className = '', children }: SwitchProps): ReactNode {
  return (
    <Radix.Root className={`${styles['switch']} ${className}`} checked={checked} onCheckedChange={onChange}>
      <Radix.Thumb className={styles['lamp']} />
      {children}
    </Radix.Root>
  );
}
