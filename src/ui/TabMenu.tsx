import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './Button';
import { Icon } from './Icon';
import menu from './Menu.module.css';
import styles from './TabMenu.module.css';

interface TabMenuProps {
  readonly label: string;
  readonly value: string;
  readonly tabs: readonly { readonly value: string; readonly title: string; readonly about: string }[];
  readonly onChoose: (value: string) => void;
}

/** A list of all tabs with a few words on each, under one button. */
export function TabMenu({ label, value, tabs, onChoose }: TabMenuProps): ReactNode {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button look="quiet" shape="icon" aria-label={label} title={label}>
          <Icon name="list" />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={`${menu['sheet']} ${styles['sheet']}`}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          data-layer
        >
          <DropdownMenu.RadioGroup value={value} onValueChange={onChoose}>
            {tabs.map((tab) => (
              <DropdownMenu.RadioItem
                key={tab.value}
                value={tab.value}
                className={`${menu['item']} ${styles['item']}`}
              >
                <span className={styles['tick']}>
                  <DropdownMenu.ItemIndicator>
                    <Icon name="check" />
                  </DropdownMenu.ItemIndicator>
                </span>
                <span className={styles['title']}>{tab.title}</span>
                <small className={styles['about']}>{tab.about}</small>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
