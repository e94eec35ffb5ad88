import type { Nanoseconds } from '../experiment/experiment';
import { countAtMost, follow } from './follow';
import type { ConnectionSnapshot } from './snapshot';
import type { Trace } from './trace';

/** One end of a connection and all that is known of it, in order of time. */
export interface ConnectionEnd {
  /** The host's node. */
  readonly place: number;
  /** Number of the connection on its host. */
  readonly connection: number;
  /** When each `connectionChanged` was, which event it is, and its snapshot. */
  readonly times: readonly Nanoseconds[];
  readonly events: readonly number[];
  readonly snapshots: readonly number[];
}

/** Two ends that exchanged SYNs; `peer` is null as long as no SYN has reached one. */
export interface ConnectionEnds {
  /** The end that is known first: it opened the connection. */
  readonly opener: ConnectionEnd;
  readonly peer: ConnectionEnd | null;
}

interface Growing extends ConnectionEnd {
  readonly times: Nanoseconds[];
  readonly events: number[];
  readonly snapshots: number[];
}

const endsByKey = follow<Map<string, Growing>, null>(
  () => new Map(),
  (ends, trace, number) => {
    if (trace.kindAt(number) !== 'connectionChanged') return;
    const event = trace.event(number);
    if (event.kind !== 'connectionChanged') return;
    const { place, connection } = event;
    const key = keyOf(place, connection);
    let end = ends.get(key);
    if (!end) ends.set(key, (end = { place, connection, times: [], events: [], snapshots: [] }));
    end.times.push(event.timeNs);
    end.events.push(number);
    end.snapshots.push(event.snapshot);
  },
);

/** The end with this number on host `place`, if anything has happened to it. */
export function connectionEnd(trace: Trace, place: number, connection: number): ConnectionEnd | undefined {
  return endsByKey(trace, null).get(keyOf(place, connection));
}

/** All connections of a trace, in the order in which they were opened. */
export function connectionsOf(trace: Trace): readonly ConnectionEnds[] {
  const ends = [...endsByKey(trace, null).values()];
  const connections: { opener: ConnectionEnd; peer: ConnectionEnd | null }[] = [];
  for (const end of ends) {
    const other = connections.find(({ opener, peer }) => peer === null && arePeers(trace, opener, end));
    if (other) other.peer = end;
    else connections.push({ opener: end, peer: null });
  }
  return connections;
}

/** What is known of an end at `timeNs`: its variables after all that happened by then, or null before its beginning. */
export function snapshotAt(trace: Trace, end: ConnectionEnd, timeNs: Nanoseconds): ConnectionSnapshot | null {
  const known = countAtMost(end.times, timeNs);
  return known === 0 ? null : trace.snapshot(end.snapshots[known - 1]!);
}

/** One of them has taken the other's initial sequence number for its own IRS, and a port fits: a NAT changes the other. */
function arePeers(trace: Trace, one: ConnectionEnd, other: ConnectionEnd): boolean {
  if (one.place === other.place) return false;
  const a = trace.snapshot(one.snapshots.at(-1)!);
  const b = trace.snapshot(other.snapshots.at(-1)!);
  const knowsOther =
    a.initialReceiveSequence === b.initialSendSequence || b.initialReceiveSequence === a.initialSendSequence;
  return knowsOther && (a.localPort === b.remotePort || a.remotePort === b.localPort);
}

function keyOf(place: number, connection: number): string {
  return `${place}:${connection}`;
}
