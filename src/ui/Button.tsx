import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** `strong` is the one thing to do, `plain` everything else, `quiet` has no frame. */
  readonly look?: 'strong' | 'plain' | 'quiet';
  /** `icon` is as wide as it is tall, `round` the same as a circle. */
  readonly shape?: 'text' | 'icon' | 'round';
}

/** A button; as all targets of this page it is at least 44 px tall under a finger. */
export function Button({ look = 'plain', shape = 'text', className = '', ...rest }: ButtonProps): ReactNode {
  const classes = [styles['button'], styles[look], styles[shape], className].join(' ');
  return <button type="button" className={classes} {...rest} />;
}
