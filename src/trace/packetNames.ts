import type { PacketName } from '../experiment/command';
import type { Experiment } from '../experiment/experiment';
import { follow } from './follow';
import type { PacketRecord } from './packetRecord';
import type { PacketRef, Run } from './run';
import { townIndex } from './townIndex';
import type { Trace } from './trace';

interface NameIndex {
  readonly nodes: readonly string[];
  /** By packet id. */
  readonly names: PacketName[];
  readonly packets: Map<string, number>;
  /** By packet id: the packet that its maker sent, itself unless it is a double. */
  readonly roots: number[];
  /** Doubles that were made of each packet and of its doubles, by the root's id. */
  readonly doubles: Map<number, number>;
}

const nameIndex = follow<NameIndex, Pick<Experiment, 'town'>>(
  (_trace, experiment) => ({
    nodes: townIndex(experiment).nodes,
    names: [],
    packets: new Map(),
    roots: [],
    doubles: new Map(),
  }),
  addName,
);

/** Who a packet is, in words that hold in any other future of the same experiment; a fragment has no such name. */
export function packetNameOf(
  { experiment, traces }: Run,
  { lane, packet }: PacketRef,
): PacketName | undefined {
  return nameIndex(traces[lane]!, experiment).names[packet];
}

/** The packet of that name, or `null` when this future has none (yet). */
export function findPacket({ experiment, traces }: Run, name: PacketName): PacketRef | null {
  const lane = traces.findIndex((trace) => trace.lane === name.transport);
  const trace = traces[lane];
  const packet = trace && nameIndex(trace, experiment).packets.get(keyOf(name));
  return packet === undefined ? null : { lane, packet };
}

function addName(index: NameIndex, trace: Trace, number: number): void {
  const kind = trace.kindAt(number);
  if (kind !== 'packetSent' && kind !== 'packetDuplicated') return;
  const event = trace.event(number);
  if (event.kind === 'packetSent') {
    index.roots[event.packet] = event.packet;
    keep(index, event.packet, sentName(trace, event.packet, index.nodes[event.place]!));
  } else if (event.kind === 'packetDuplicated') {
    const root = index.roots[event.packet];
    if (root === undefined) return;
    const double = (index.doubles.get(root) ?? 0) + 1;
    index.roots[event.copy] = root;
    index.doubles.set(root, double);
    keep(index, event.copy, { ...index.names[root]!, double });
  }
}

function keep(index: NameIndex, packet: number, name: PacketName): void {
  index.names[packet] = name;
  index.packets.set(keyOf(name), packet);
}

function sentName(trace: Trace, packet: number, from: string): PacketName {
  const { role, flow, piece, number, copy }: PacketRecord = trace.packet(packet);
  const named = piece < 0 && role !== 'arp' ? 'control' : role;
  const name = { transport: trace.lane, from, role: named, number, copy, double: 0 };
  return flow > 0 ? { ...name, flow } : name;
}

function keyOf({ from, role, flow = 0, number, copy, double }: PacketName): string {
  return `${from} ${role} ${flow} ${number} ${copy} ${double}`;
}
