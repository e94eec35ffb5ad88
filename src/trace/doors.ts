import { type AppSocket, bindsPort } from '../experiment/appSockets';
import type { App, Nanoseconds } from '../experiment/experiment';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { uint16At } from '../wire/octets';
import { follow } from './follow';
import type { Run } from './run';
import { type Socket, socketsAt } from './sockets';
import type { Trace } from './trace';

/** How a door of a host stands: somebody listens; a program calls out by it; nobody is there; a firewall guards it. */
export type DoorState = 'open' | 'calling' | 'closed' | 'filtered';

/** A port of one transport at one host, as far as anything is known of it. */
export interface DoorView extends AppSocket {
  readonly state: DoorState;
  /** What kind of program has bound it by its number; null: a borrowed port, or nobody's. */
  readonly app: App['kind'] | null;
  /** The connections that end there; none over UDP, which has no such thing. */
  readonly visitors: readonly Socket[];
}

interface Refusal extends AppSocket {
  readonly place: number;
  readonly timeNs: Nanoseconds;
}

/** Knocks at ports where nobody was. */
const refusals = follow<Refusal[], null>(
  () => [],
  (known, trace, number) => {
    if (trace.kindAt(number) !== 'packetDropped') return;
    const event = trace.event(number);
    if (event.kind !== 'packetDropped' || event.reason.kind !== 'portClosed') return;
    const socket = destinationOf(trace, event.packet);
    if (socket) known.push({ ...socket, place: event.place, timeNs: event.timeNs });
  },
);

/** The doors of host `place` in lane `lane` at `timeNs`, by transport and number. */
export function doorsAt(run: Run, lane: number, place: number, timeNs: Nanoseconds): readonly DoorView[] {
  const trace = run.traces[lane];
  const host = run.experiment.town.hosts[place];
  if (!trace || !host) return [];
  const apps = run.experiment.apps.filter((app) => app.host === host.id);
  const doors = new Map<string, DoorView>();
  const put = (door: DoorView): void => void doors.set(keyOf(door), door);
  for (const { transport, port, ...refused } of refusals(trace, null)) {
    if (refused.place !== place || refused.timeNs > timeNs) continue;
    put({ transport, port, state: 'closed', app: null, visitors: [] });
  }
  const live = socketsAt(trace, timeNs).filter(
    (socket) => socket.place === place && socket.state !== 'CLOSED',
  );
  for (const { transport, localPort: port } of live) {
    const own = live.filter((socket) => socket.transport === transport && socket.localPort === port);
    const visitors = own.filter(({ remote }) => remote !== null);
    const app = apps.find((one) => bindsPort(one, trace.lane, { transport, port }))?.kind ?? null;
    put({ transport, port, state: visitors.length < own.length ? 'open' : 'calling', app, visitors });
  }
  for (const filter of host.filters ?? []) {
    put({ ...filter, state: 'filtered', app: doors.get(keyOf(filter))?.app ?? null, visitors: [] });
  }
  return [...doors.values()].toSorted((a, b) => a.transport.localeCompare(b.transport) || a.port - b.port);
}

function keyOf({ transport, port }: AppSocket): string {
  return `${transport} ${port}`;
}

function destinationOf(trace: Trace, packet: number): AppSocket | undefined {
  const ip = decodeIpv4(trace.packet(packet).bytes);
  if (isMalformed(ip) || ip.payload.length < 4) return undefined;
  const { protocol } = ip.header;
  if (protocol !== PROTOCOL.tcp && protocol !== PROTOCOL.udp) return undefined;
  return { transport: protocol === PROTOCOL.tcp ? 'tcp' : 'udp', port: uint16At(ip.payload, 2) };
}
