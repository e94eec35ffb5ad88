import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useBack } from './backStack';
import { Button } from './Button';
import styles from './Dialog.module.css';
import { Icon } from './Icon';

interface DialogProps {
  readonly title: string;
  readonly description: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `wide` for much to choose from. */
  readonly size?: 'usual' | 'wide';
}

/** A modal dialog, open for as long as it is mounted; Back closes it. */
export function Dialog({
  title,
  description,
  closeLabel,
  onClose,
  children,
  size = 'usual',
}: DialogProps): ReactNode {
  useBack(true, onClose);
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles['veil']} />
        <Radix.Content className={styles['dialog']} data-size={size}>
          <div className={styles['sheet']}>
            <header className={styles['header']}>
              <Radix.Title className={styles['title']}>{title}</Radix.Title>
              <Radix.Close asChild>
                <Button look="quiet" shape="icon" aria-label={closeLabel}>
                  <Icon name="close" />
                </Button>
              </Radix.Close>
            </header>
            <Radix.Description className={styles['description']}>{description}</Radix.Description>
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
