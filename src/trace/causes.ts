import type { TraceEvent } from './event';
import type { Trace } from './trace';

/**
 * The chain of events that led to event `eventIndex`: the event itself first, each one's cause after it, the input
 * (an app start, a command) last. Empty for -1. A cause that does not lie before its effect ends the chain.
 */
export function causesOf(trace: Trace, eventIndex: number): readonly TraceEvent[] {
  const chain: TraceEvent[] = [];
  let index = eventIndex;
  while (index >= 0) {
    const event = trace.event(index);
    chain.push(event);
    if (event.cause >= index) break;
    index = event.cause;
  }
  return chain;
}
