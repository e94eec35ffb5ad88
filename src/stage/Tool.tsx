import type { ReactNode } from 'react';
import { Button } from '../ui/Button';
import { Icon, type IconName } from '../ui/Icon';

interface ToolProps {
  readonly icon: IconName;
  readonly name: string;
  /** Said when pointed at, where it is more than the name. */
  readonly hint?: string;
  /** For a switch: whether it is on. */
  readonly isOn?: boolean;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}

/** A picture to press among the tools of the stage. */
export function Tool({ icon, name, hint = name, isOn, isOff = false, onPress }: ToolProps): ReactNode {
  return (
    <Button
      look="quiet"
      shape="icon"
      aria-label={name}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      title={hint}
      disabled={isOff}
      onClick={onPress}
    >
      <Icon name={icon} />
    </Button>
  );
}
