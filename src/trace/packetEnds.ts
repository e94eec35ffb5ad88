import type { Experiment, NodeId } from '../experiment/experiment';
import { formatAddress } from '../wire/address';
import { decodeArp, isArp } from '../wire/arp';
import { decodeIpv4 } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { townIndex } from './townIndex';
import type { Trace } from './trace';

/** Whom a packet is from and for. */
export interface PacketEnds {
  /** The node that made it: of a fragment or a copy, the one that made the whole. */
  readonly from: NodeId;
  /** The node that has its destination address, or that address where no node has it. */
  readonly to: string;
}

interface EndsIndex {
  readonly nodes: readonly NodeId[];
  readonly byAddress: ReadonlyMap<string, NodeId>;
  readonly ends: PacketEnds[];
}

const indices = new WeakMap<Trace, EndsIndex>();

/** Both ends of a packet, read from its bytes as its maker sent them; addresses that a NAT writes on the way do not count. */
export function packetEnds(trace: Trace, experiment: Pick<Experiment, 'town'>, packet: number): PacketEnds {
  let index = indices.get(trace);
  if (!index) indices.set(trace, (index = emptyIndex(experiment)));
  return (index.ends[packet] ??= readEnds(index, trace, packet));
}

function emptyIndex({ town }: Pick<Experiment, 'town'>): EndsIndex {
  const { nodes } = townIndex({ town });
  const byAddress = new Map([...town.routers, ...town.hosts].map(({ id, address }) => [address, id]));
  return { nodes, byAddress, ends: [] };
}

function readEnds(index: EndsIndex, trace: Trace, packet: number): PacketEnds {
  const { madeBy, bytes } = trace.packet(packet);
  const address = destinationOf(bytes);
  return { from: makerOf(index, trace, madeBy), to: index.byAddress.get(address) ?? address };
}

function makerOf(index: EndsIndex, trace: Trace, madeBy: number): NodeId {
  const event = trace.event(madeBy);
  switch (event.kind) {
    case 'packetSent':
      return index.nodes[event.place] ?? '';
    case 'packetDuplicated':
    case 'packetFragmented':
      return makerOf(index, trace, trace.packet(event.packet).madeBy);
    default:
      return '';
  }
}

function destinationOf(bytes: Uint8Array<ArrayBuffer>): string {
  if (isArp(bytes)) {
    const message = decodeArp(bytes);
    return isMalformed(message) ? '' : formatAddress(message.targetProtocol);
  }
  const ip = decodeIpv4(bytes);
  return isMalformed(ip) ? '' : formatAddress(ip.header.destination);
}
