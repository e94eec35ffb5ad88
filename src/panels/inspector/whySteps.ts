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
  'packetHeld',
  'packetRescued',
  'timerExpired',
  'appTold',
  'commandApplied',
  'appResumed',
]);

/**
 * The last steps that led to an event, oldest first, the event itself at the end; at most `most`. An app's plan begins
 * the story: what it did before belongs to other packets.
 */
export function whySteps(trace: Trace, event: number, most: number): readonly TraceEvent[] {
  const steps: TraceEvent[] = [];
  for (const cause of causesOf(trace, event)) {
    if (cause.index === event || TOLD.has(cause.kind)) steps.push(cause);
    if (steps.length === most || cause.reason.kind === 'pieceDue') break;
  }
  return steps.toReversed();
}
