import { Popover as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { useBack } from './backStack';
import styles from './Popover.module.css';

interface PointPopoverProps {
  /** Where in the window it points, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small sheet beside a point, open for as long as it is mounted; Back closes it. */
export function PointPopover({ x, y, title, onClose, children }: PointPopoverProps): ReactNode {
  useBack(true, onClose);
  const [opener] = useState(() => document.activeElement);
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Anchor style={{ position: 'fixed', left: x, top: y }} />
      <Radix.Portal>
        <Radix.Content
          className={styles['sheet']}
          sideOffset={10}
          collisionPadding={8}
          aria-label={title}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveBack(opener);
          }}
        >
          <h2 className={styles['title']}>{title}</h2>
          {children}
          <Radix.Arrow className={styles['arrow']} width={14} height={7} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Without a button of its own to go back to, the keyboard would be lost; what was pressed elsewhere keeps it. */
function giveBack(opener: Element | null): void {
  if (document.activeElement !== document.body) return;
  if (opener instanceof HTMLElement || opener instanceof SVGElement) opener.focus({ preventScroll: true });
}
