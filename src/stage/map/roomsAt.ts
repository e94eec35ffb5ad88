import type { Nanoseconds, Transport } from '../../experiment/experiment';
import { countAtMost, follow } from '../../trace/follow';
import type { Run } from '../../trace/run';
import { socketsAt } from '../../trace/sockets';
import type { Trace } from '../../trace/trace';

/** A room that somebody lives in: sockets with one local port of one transport. */
export interface MapRoom {
  readonly transport: Transport;
  readonly port: number;
}

/** When sockets were opened and closed: between such moments the rooms stay as they are. */
const changes = follow<number[], null>(
  () => [],
  (times, trace, number) => {
    const kind = trace.kindAt(number);
    if (kind === 'socketOpened' || kind === 'socketClosed') times.push(trace.timeAt(number));
  },
);

interface Known {
  readonly changes: number;
  readonly rooms: readonly (readonly MapRoom[])[];
}

const known = new WeakMap<Trace, Known>();

/** The rooms of each node with an open socket at `timeNs`; the same lists come back while nothing changes. */
export function roomsAt(
  { traces }: Run,
  nodes: number,
  timeNs: Nanoseconds,
): readonly (readonly MapRoom[])[] {
  const [first, ...others] = traces.map((trace) => roomsOf(trace, nodes, timeNs));
  if (!first) return Array.from({ length: nodes }, () => []);
  if (others.length === 0) return first;
  return first.map((rooms, node) => [...rooms, ...others.flatMap((of) => of[node]!)]);
}

function roomsOf(trace: Trace, nodes: number, timeNs: Nanoseconds): readonly (readonly MapRoom[])[] {
  const count = countAtMost(changes(trace, null), timeNs);
  const last = known.get(trace);
  if (last?.changes === count) return last.rooms;
  const rooms = Array.from({ length: nodes }, (): MapRoom[] => []);
  for (const { place, transport, localPort: port, state } of socketsAt(trace, timeNs)) {
    const own = state === 'CLOSED' ? undefined : rooms[place];
    if (own && !own.some((room) => room.transport === transport && room.port === port))
      own.push({ transport, port });
  }
  for (const own of rooms) own.sort((a, b) => a.port - b.port);
  known.set(trace, { changes: count, rooms });
  return rooms;
}
