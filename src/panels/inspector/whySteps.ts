import { causesOf } from '../../trace/causes';
import type { EventKind, TraceEvent } from '../../trace/event';
import type { Trace } from '../../trace/trace';

/** Kinds of events that say something in a story; how a packet got from hop to hop does not. */
const TOLD: ReadonlySet<EventKind> = new Set<EventKind>([
  'appStarted',
  'appWrote',
  'packetSent',
  'packetLost',
  'packetDropped',
  'timerExpired',
  'appTold',
  'commandApplied',
]);

/** The last steps that led to an event, oldest first, the event itself at the end; at most `most`. */
export function whySteps(trace: Trace, event: number, most: number): readonly TraceEvent[] {
  const told = causesOf(trace, event).filter(({ kind, index }) => index === event || TOLD.has(kind));
  return told.slice(0, most).toReversed();
}
