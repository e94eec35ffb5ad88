import { Popover as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useBack } from './backStack';
import styles from './Popover.module.css';

interface PopoverProps {
  /** A button; it gets what opens the popover. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly children: ReactNode;
}

/** A small sheet beside its button, open from the first, closed by Escape, Back or a press elsewhere. */
export function Popover({ trigger, label, children }: PopoverProps): ReactNode {
  const [isOpen, setOpen] = useState(true);
  useBack(isOpen, () => setOpen(false));
  return (
    <Radix.Root open={isOpen} onOpenChange={setOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles['sheet']} sideOffset={6} collisionPadding={8} aria-label={label}>
          {children}
          <Radix.Arrow className={styles['arrow']} width={14} height={7} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
