import type { ReactNode } from 'react';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';

interface IconButtonProps {
  readonly icon: IconName;
  /** What it does: read aloud, and shown under a pointer that rests. */
  readonly label: string;
  readonly onPress: () => void;
  readonly className?: string | undefined;
  /** For one that is on or off. */
  readonly isPressed?: boolean;
}

/** A quiet button with a picture in the place of words. */
export function IconButton({ icon, label, onPress, className, isPressed }: IconButtonProps): ReactNode {
  return (
    <Button
      look="quiet"
      shape="icon"
      className={className ?? ''}
      aria-label={label}
      aria-pressed={isPressed}
      title={label}
      onClick={onPress}
    >
      <Icon name={icon} />
    </Button>
  );
}
