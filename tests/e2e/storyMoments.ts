import { marksOf } from '../../src/trace/marks';
import { storyEndNs } from '../../src/trace/moments';
import type { Run } from '../../src/trace/run';

/** Moments of a run that look most different from each other, in ns. */
export interface StoryMoments {
  readonly start: number;
  readonly middle: number;
  readonly loss: number;
  readonly retransmission: number;
  readonly verdict: number;
}

/** A little after it happened, so that it is seen. */
const AFTER_NS = 4_000_000;

/** Five moments to look at. The run must have a loss and a retransmission of a piece. */
export function storyMoments(run: Run): StoryMoments {
  const marks = marksOf(run).filter(({ piece }) => piece >= 0);
  const timeOf = (kind: 'loss' | 'retransmission'): number => {
    const mark = marks.find((one) => one.kind === kind);
    if (!mark) throw new Error(`the run has no ${kind}`);
    return mark.timeNs + AFTER_NS;
  };
  return {
    start: 0,
    middle: Math.round(marks[0]!.timeNs / 1_000_000 + 40) * 1_000_000,
    loss: timeOf('loss'),
    retransmission: timeOf('retransmission'),
    verdict: storyEndNs(run),
  };
}
