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
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      className={`${styles['switch']} ${className}`}
      onClick={() => onChange(!checked)}
    >
      <span className={styles['lamp']} />
      {children}
    </button>
  );
}
