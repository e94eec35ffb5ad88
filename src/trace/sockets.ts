import type { Nanoseconds, Transport } from '../experiment/experiment';
import { PROTOCOL } from '../wire/ipv4';
import { type ConnectionEnd, type ConnectionEnds, connectionsOf, snapshotAt } from './connectionEnds';
import { follow } from './follow';
import { remoteAddress } from './remoteAddress';
import type { TcpState } from './snapshot';
import type { Trace } from './trace';

/** A socket on host `place`, as a list of them would say: a room that listens, a bound port, or one end of a connection. */
export interface Socket {
  readonly place: number;
  readonly transport: Transport;
  readonly localPort: number;
  /** The other half of the pair; null where anyone may write to it. */
  readonly remote: { readonly address: string; readonly port: number } | null;
  /** UDP has no states: `bound` is all there is to say. */
  readonly state: TcpState | 'bound';
  /** The end of a connection that it is, null for a room that listens and for UDP. */
  readonly end: ConnectionEnd | null;
}

interface OpenedPort {
  readonly place: number;
  readonly transport: Transport;
  readonly port: number;
  readonly openedNs: Nanoseconds;
  closedNs: Nanoseconds;
}

const openedPorts = follow<OpenedPort[], null>(
  () => [],
  (ports, trace, number) => {
    const kind = trace.kindAt(number);
    if (kind !== 'socketOpened' && kind !== 'socketClosed') return;
    const event = trace.event(number);
    if (event.kind === 'socketOpened') {
      ports.push({
        place: event.place,
        transport: transportOf(event.protocol),
        port: event.port,
        openedNs: event.timeNs,
        closedNs: Infinity,
      });
    } else if (event.kind === 'socketClosed' && !isOfConnection(trace, event.cause)) {
      const { place, port, timeNs } = event;
      const transport = transportOf(event.protocol);
      const open = ports.findLast(
        (one) => one.place === place && one.port === port && one.transport === transport,
      );
      if (open) open.closedNs = timeNs;
    }
  },
);

/** All sockets at `timeNs`, host by host: rooms that listen and bound ports first, then the ends of connections. */
export function socketsAt(trace: Trace, timeNs: Nanoseconds): readonly Socket[] {
  const connections = connectionsOf(trace);
  const open = openedPorts(trace, null)
    .filter(({ openedNs, closedNs }) => openedNs <= timeNs && timeNs < closedNs)
    .filter((port) => port.transport === 'udp' || !isCaller(trace, connections, port))
    .map(({ place, transport, port }): Socket => ({
      place,
      transport,
      localPort: port,
      remote: null,
      state: transport === 'udp' ? 'bound' : 'LISTEN',
      end: null,
    }));
  const ends = connections
    .flatMap(({ opener, peer }) => (peer ? [opener, peer] : [opener]))
    .flatMap((end) => connectedSocket(trace, end, timeNs) ?? []);
  return [...open, ...ends].toSorted((a, b) => a.place - b.place);
}

function transportOf(protocol: number): Transport {
  return protocol === PROTOCOL.udp ? 'udp' : 'tcp';
}

function connectedSocket(trace: Trace, end: ConnectionEnd, timeNs: Nanoseconds): Socket | null {
  const snapshot = snapshotAt(trace, end, timeNs);
  if (!snapshot) return null;
  const { state, localPort, remotePort } = snapshot;
  const remote = { address: remoteAddress(trace, end), port: remotePort };
  return { place: end.place, transport: 'tcp', localPort, remote, state, end };
}

/** The port was opened to call from: it is the local port of a connection that began just then. */
function isCaller(
  trace: Trace,
  connections: readonly ConnectionEnds[],
  { place, port, openedNs }: OpenedPort,
): boolean {
  return connections.some(({ opener }) => {
    const isSame = opener.place === place && opener.times[0] === openedNs;
    return isSame && trace.snapshot(opener.snapshots[0]!).localPort === port;
  });
}

/** A connection that ends takes its own socket with it, not the room it came to. */
function isOfConnection(trace: Trace, cause: number): boolean {
  return cause >= 0 && trace.kindAt(cause) === 'connectionChanged';
}
