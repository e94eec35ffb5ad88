import { Tabs as Radix } from 'radix-ui';
import { type ReactNode, type RefObject, useLayoutEffect, useRef, type WheelEvent } from 'react';
import { TabMenu } from './TabMenu';
import styles from './Tabs.module.css';
import { useScrollEdges } from './useScrollEdges';
import { useSize } from './useSize';

interface TabsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly tabs: readonly {
    readonly value: Value;
    readonly title: string;
    /** A few words on what is in it, for the list of all of them. */
    readonly about: string;
    readonly content: ReactNode;
  }[];
  readonly onChange: (value: Value) => void;
  /** Names the list of all tabs, which is there when the row is too short for them. */
  readonly allLabel: string;
  /** Stands at the end of the row of tabs. */
  readonly beside?: ReactNode;
}

/**
 * Tabs over panels that share one place; only the panel in sight is mounted. They stand in one row, which scrolls where
 * it is too short: the chosen one is always in sight, and a list has them all.
 */
export function Tabs<Value extends string>({
  label,
  value,
  tabs,
  onChange,
  allLabel,
  beside,
}: TabsProps<Value>): ReactNode {
  const head = useRef<HTMLDivElement>(null);
  const row = useRef<HTMLDivElement>(null);
  useScrollEdges(head, row);
  useChosenInSight(row, value);
  const choose = (next: string): void => {
    const chosen = tabs.find((tab) => tab.value === next);
    if (chosen) onChange(chosen.value);
  };
  return (
    <Radix.Root className={styles['root']} value={value} onValueChange={choose}>
      <div ref={head} className={styles['head']}>
        <Radix.List ref={row} className={styles['list']} aria-label={label} onWheel={scrollSideways}>
          {tabs.map((tab) => (
            <Radix.Trigger key={tab.value} value={tab.value} className={styles['tab']}>
              {tab.title}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {tabs.length > 1 && (
          <div className={styles['all']}>
            <TabMenu label={allLabel} value={value} tabs={tabs} onChoose={choose} />
          </div>
        )}
        {beside}
      </div>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className={styles['panel']} tabIndex={-1}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}

/** So much of the neighbours is seen beside the chosen tab, in parts of its width. */
const NEIGHBOUR = 0.45;

/** Scrolls the row, and nothing else of the page, to the chosen tab whenever another is chosen or the row is resized. */
function useChosenInSight(row: RefObject<HTMLDivElement | null>, value: string): void {
  const width = useSize(row)?.width;
  useLayoutEffect(() => {
    const list = row.current;
    const chosen = list?.querySelector<HTMLElement>('[data-state=active]');
    if (!list || !chosen) return;
    const air = chosen.offsetWidth * NEIGHBOUR;
    const start = chosen.offsetLeft - list.offsetLeft - air;
    const end = start + chosen.offsetWidth + 2 * air;
    list.scrollTo({ left: Math.min(start, Math.max(list.scrollLeft, end - list.clientWidth)) });
  }, [row, value, width]);
}

/** A wheel has one direction, and so has the row. */
function scrollSideways({ currentTarget, deltaX, deltaY }: WheelEvent<HTMLElement>): void {
  if (deltaX === 0) currentTarget.scrollBy({ left: deltaY });
}
