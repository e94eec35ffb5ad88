import { connectionEnd } from './connectionEnds';
import type { EventOf } from './event';
import { countAtMost } from './follow';
import type { Reason } from './reason';
import { reasonSource } from './reasonSource';
import type { RfcSection } from './rfcSection';
import type { ConnectionSnapshot, Variable } from './snapshot';
import type { Trace } from './trace';

/** One variable of a connection took another value. */
export interface VariableChange {
  readonly variable: Variable;
  /** Its value before, null with the first snapshot of a connection. */
  readonly from: ConnectionSnapshot[Variable] | null;
  readonly to: ConnectionSnapshot[Variable];
  readonly reason: Reason;
  /** Where the rule behind the reason is written. */
  readonly source: RfcSection | null;
}

/** What changed with a `connectionChanged` event, variable by variable, and why. */
export function changesOf(trace: Trace, event: EventOf<'connectionChanged'>): readonly VariableChange[] {
  const end = connectionEnd(trace, event.place, event.connection)!;
  const nth = countAtMost(end.events, event.index) - 1;
  const before = nth > 0 ? trace.snapshot(end.snapshots[nth - 1]!) : null;
  const after = trace.snapshot(event.snapshot);
  return trace.changeReasons(event.snapshot).map(({ variable, reason }) => ({
    variable,
    from: before && before[variable],
    to: after[variable],
    reason,
    source: reasonSource(reason.kind, trace.lane),
  }));
}
