import { type FocusEvent, type KeyboardEvent, useState } from 'react';

/** How far each key moves along the tape. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export interface RovingStop {
  /** Position of the one cell at which the Tab key stops. */
  readonly stop: number;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/** A row of `count` buttons as one stop of the Tab key: the arrow keys walk along it. */
export function useRovingStop(count: number): RovingStop {
  const [last, setLast] = useState(0);
  return {
    stop: Math.max(0, Math.min(last, count - 1)),
    onKeyDown(event) {
      const step = STEPS[event.key];
      if (step === undefined) return;
      const cells = cellsOf(event.currentTarget);
      const at = cells.findIndex((cell) => cell === event.target);
      cells[Math.max(0, Math.min(cells.length - 1, at + step))]?.focus();
      event.preventDefault();
      event.stopPropagation();
    },
    onFocus(event) {
      setLast(cellsOf(event.currentTarget).findIndex((cell) => cell === event.target));
    },
  };
}

function cellsOf(row: HTMLElement): readonly HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('button')];
}
