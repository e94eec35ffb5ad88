import { type KeyboardEvent, type RefObject, useCallback, useRef, useState } from 'react';
import type { ChooseLine } from './useChosenLines';

/** How far each key goes. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export interface LineKeys {
  /** The line that the Tab key stops at. */
  readonly active: number;
  readonly focusLine: (line: number) => void;
  /** Lines have come into the document: perhaps the one that waits for the focus. */
  readonly onDrawn: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The lines are one stop of the Tab key; the arrow keys walk among them, with Shift they choose. */
export function useLineKeys(
  scrollerRef: RefObject<HTMLElement | null>,
  count: number,
  chunkLines: number,
  onChoose: ChooseLine,
  onClear: () => void,
): LineKeys {
  const [active, setActive] = useState(0);
  const wanted = useRef(-1);
  const onDrawn = useCallback(() => {
    const line = scrollerRef.current?.querySelector<HTMLElement>(`[data-line="${wanted.current}"] button`);
    if (!line) return;
    wanted.current = -1;
    line.focus();
  }, [scrollerRef]);
  const focusLine = useCallback(
    (line: number) => {
      setActive(line);
      wanted.current = line;
      // A line far away comes into the document when its chunk is near the view.
      const chunk = scrollerRef.current?.querySelector(`[data-chunk="${Math.floor(line / chunkLines)}"]`);
      if (!scrollerRef.current?.querySelector(`[data-line="${line}"]`))
        chunk?.scrollIntoView({ block: 'nearest' });
      onDrawn();
    },
    [scrollerRef, chunkLines, onDrawn],
  );
  return {
    active: Math.min(active, Math.max(0, count - 1)),
    focusLine,
    onDrawn,
    onKeyDown(event) {
      const step = STEPS[event.key];
      if (step === undefined && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      if (step === undefined) {
        onClear();
        return;
      }
      const line = Math.max(0, Math.min(count - 1, active + step));
      onChoose(line, event.shiftKey ? active : undefined);
      focusLine(line);
    },
  };
}
