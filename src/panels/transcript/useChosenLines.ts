import { useCallback, useState } from 'react';
import type { TranscriptEntry } from '../../trace/transcript';

/** Lines `from` to `to`, both of them with it. */
export interface ChosenLines {
  readonly from: number;
  readonly to: number;
}

/** Begins anew at `line`; with `since`, reaches to `line` from where the choice began, or from there if it has not. */
export type ChooseLine = (line: number, since?: number) => void;

interface Choice {
  readonly entries: readonly TranscriptEntry[];
  readonly anchor: number;
  readonly head: number;
}

/** The lines in a row that a person chose to copy; `null` with fewer than two. Other lines make it forget. */
export function useChosenLines(entries: readonly TranscriptEntry[]): {
  readonly chosen: ChosenLines | null;
  readonly choose: ChooseLine;
  readonly clear: () => void;
} {
  const [choice, setChoice] = useState<Choice | null>(null);
  const choose = useCallback(
    (line: number, since?: number) =>
      setChoice((old) => {
        const anchor = since !== undefined && old?.entries === entries ? old.anchor : (since ?? line);
        return { entries, anchor, head: line };
      }),
    [entries],
  );
  const clear = useCallback(() => setChoice(null), []);
  const isOne = choice?.entries !== entries || choice.anchor === choice.head;
  const chosen = isOne
    ? null
    : { from: Math.min(choice.anchor, choice.head), to: Math.max(choice.anchor, choice.head) };
  return { chosen, choose, clear };
}
