import type { Experiment, Nanoseconds, NodeId } from '../experiment/experiment';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { uint16At } from '../wire/octets';
import { follow } from './follow';
import { packetEnds } from './packetEnds';
import type { Trace } from './trace';

/** What came from one socket to another, or of one protocol without ports from host to host; bytes of IP packets. */
export interface FlowSeries {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'other';
  /** -1 for what has no ports. */
  readonly fromPort: number;
  readonly toPort: number;
  /** When each packet came, and the sum of bytes with it. */
  readonly times: readonly Nanoseconds[];
  readonly bytes: readonly number[];
}

interface Growing extends FlowSeries {
  readonly times: Nanoseconds[];
  readonly bytes: number[];
}

interface FlowIndex {
  readonly experiment: Pick<Experiment, 'town'>;
  readonly hosts: number;
  readonly flows: Map<string, Growing>;
  /** The flow of each packet that has come anywhere. */
  readonly byPacket: (Growing | null)[];
}

const flowIndex = follow<FlowIndex, Pick<Experiment, 'town'>>(
  (_trace, experiment) => ({
    experiment,
    hosts: experiment.town.hosts.length,
    flows: new Map(),
    byPacket: [],
  }),
  (index, trace, number) => {
    if (trace.kindAt(number) !== 'packetArrived') return;
    const event = trace.event(number);
    // Nodes are numbered hosts first, then routers.
    if (event.kind !== 'packetArrived' || event.place >= index.hosts) return;
    const flow = (index.byPacket[event.packet] ??= flowOf(index, trace, event.packet, event.place));
    if (!flow) return;
    flow.times.push(event.timeNs);
    flow.bytes.push((flow.bytes.at(-1) ?? 0) + trace.packet(event.packet).bytes.length);
  },
);

/** All that has come to hosts, the flow with most bytes first. */
export function flowSeries(trace: Trace, experiment: Pick<Experiment, 'town'>): readonly FlowSeries[] {
  const total = ({ bytes }: FlowSeries): number => bytes.at(-1) ?? 0;
  return [...flowIndex(trace, experiment).flows.values()].toSorted((a, b) => total(b) - total(a));
}

function flowOf(
  { experiment, flows }: FlowIndex,
  trace: Trace,
  packet: number,
  place: number,
): Growing | null {
  const ip = decodeIpv4(trace.packet(packet).bytes);
  if (isMalformed(ip)) return null;
  const { header, payload } = ip;
  const protocol = NAMES.get(header.protocol) ?? 'other';
  const hasPorts = (protocol === 'tcp' || protocol === 'udp') && header.fragmentOffset === 0;
  const port = (at: number): number => (hasPorts && payload.length >= 4 ? uint16At(payload, at) : -1);
  const { from } = packetEnds(trace, experiment, packet);
  const to = experiment.town.hosts[place]?.id ?? '';
  const [fromPort, toPort] = [port(0), port(2)];
  const key = `${protocol} ${from}:${fromPort}>${to}:${toPort}`;
  let flow = flows.get(key);
  if (!flow) flows.set(key, (flow = { from, to, protocol, fromPort, toPort, times: [], bytes: [] }));
  return flow;
}

const NAMES: ReadonlyMap<number, FlowSeries['protocol']> = new Map([
  [PROTOCOL.tcp, 'tcp'],
  [PROTOCOL.udp, 'udp'],
  [PROTOCOL.icmp, 'icmp'],
] as const);
