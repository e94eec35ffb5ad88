import type { EventKind, TraceEvent } from '../../src/trace/event';
import type { Run } from '../../src/trace/run';

/** Holds a preset's run to what its sentence promises. */
export type Promised = (run: Run) => void;

/** The events of one kind, in their order. */
export function eventsOf(run: Run, kind: EventKind): readonly TraceEvent[] {
  const trace = run.traces[0]!;
  return Array.from({ length: trace.eventCount }, (_, index) => trace.event(index)).filter(
    (event) => event.kind === kind,
  );
}

/** What programs were told, in order. */
export function tellings(run: Run): readonly string[] {
  return eventsOf(run, 'appTold').map(({ reason }) => reason.kind);
}
