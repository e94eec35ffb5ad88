import type { Nanoseconds } from '../experiment/experiment';
import { changesOf, type VariableChange } from './changes';
import { follow } from './follow';
import type { Variable } from './snapshot';
import type { Trace } from './trace';

/** Variables of a connection that a viewer may ask about by name. */
export const ASKED_VARIABLES = [
  'state',
  'phase',
  'cwnd',
  'ssthresh',
  'rtoNs',
  'sendWindow',
  'receiveWindow',
] as const satisfies readonly Variable[];
/** One of them. */
export type AskedVariable = (typeof ASKED_VARIABLES)[number];

/** Told one by one; windows and timers change with nearly every segment. */
const TELLING: ReadonlySet<Variable> = new Set<Variable>(['state', 'phase', 'cwnd', 'ssthresh']);

/** A change that can be asked about. */
export interface AskedChange extends VariableChange {
  readonly variable: AskedVariable;
  /** The `connectionChanged` event. */
  readonly event: number;
  /** The host. */
  readonly place: number;
  readonly timeNs: Nanoseconds;
}

const changesIndex = follow<AskedChange[], null>(
  () => [],
  (changes, trace, number) => {
    if (trace.kindAt(number) !== 'connectionChanged') return;
    const event = trace.event(number);
    if (event.kind !== 'connectionChanged') return;
    for (const change of changesOf(trace, event)) {
      const variable = ASKED_VARIABLES.find((asked) => asked === change.variable);
      if (!variable || !TELLING.has(variable)) continue;
      if (change.from === null && variable !== 'state') continue;
      const { place, timeNs } = event;
      changes.push({ ...change, variable, event: number, place, timeNs });
    }
  },
);

/** The last `most` changes of state and congestion control by `timeNs` in both ends, the latest first. */
export function changesBefore(trace: Trace, timeNs: Nanoseconds, most: number): readonly AskedChange[] {
  const changes = changesIndex(trace, null);
  const known = changes.findLastIndex((change) => change.timeNs <= timeNs) + 1;
  return changes.slice(Math.max(0, known - most), known).toReversed();
}
