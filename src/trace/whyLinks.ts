import type { Trace } from './trace';
import type { WhyStep } from './whyStep';

/** One step that led to another, by their places in the answer. */
export interface WhyLink {
  readonly from: number;
  readonly to: number;
}

/** Whether a step is something that is waited for at the moment of the question. */
export function isWait({ role, untilNs }: WhyStep): boolean {
  return untilNs !== null || role === 'waitsForByte';
}

/**
 * What led to what in an answer: each step to the next, as far as they are a chain. Those that wait do so side by side:
 * each comes from the step that caused it, or from the last thing that happened.
 */
export function whyLinks(trace: Trace, steps: readonly WhyStep[]): readonly WhyLink[] {
  const lastDone = steps.findLastIndex((step) => !isWait(step));
  return steps.slice(1).map((step, nth) => {
    const to = nth + 1;
    if (!isWait(step)) return { from: nth, to };
    const cause = causeAmong(trace, steps.slice(0, to), step);
    if (cause >= 0) return { from: cause, to };
    return { from: lastDone >= 0 && lastDone < to ? lastDone : nth, to };
  });
}

/** The step among those whose event is the nearest cause of a step's event; -1 where none is. */
function causeAmong(trace: Trace, steps: readonly WhyStep[], { event }: WhyStep): number {
  for (let number = event.index; number >= 0; number = trace.causeAt(number)) {
    const found = steps.findIndex((step) => step.event.index === number);
    if (found >= 0) return found;
  }
  return -1;
}
