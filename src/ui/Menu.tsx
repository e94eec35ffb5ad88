import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import styles from './Menu.module.css';

interface MenuProps {
  readonly isOpenAtFirst?: boolean;
  /** A button; it gets what opens the menu. */
  readonly trigger: ReactElement;
  readonly items: readonly {
    readonly key: string;
    readonly content: ReactNode;
    readonly onSelect: () => void;
  }[];
}

/** A few things to do, under one button. */
export function Menu({ trigger, items, isOpenAtFirst = false }: MenuProps): ReactNode {
  return (
    <DropdownMenu.Root modal={false} defaultOpen={isOpenAtFirst}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={styles['sheet']}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          data-layer
        >
          {items.map(({ key, content, onSelect }) => (
            <DropdownMenu.Item key={key} className={styles['item']} onSelect={onSelect}>
              {content}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
