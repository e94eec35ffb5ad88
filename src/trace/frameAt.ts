import type { Nanoseconds } from '../experiment/experiment';
import { encodeEthernet, ETHER_TYPE, ETHERNET_HEADER_BYTES, type EthernetHeader } from '../wire/ethernet';
import { ARP_OPERATION, decodeArp, isArp } from '../wire/arp';
import { flipBit } from '../wire/ipv4';
import { BROADCAST_MAC } from '../wire/macAddress';
import { isMalformed } from '../wire/malformed';
import { macAddressOf } from './interfaceAddress';
import { packetBytesAt, packetEvents } from './packetBytesAt';
import type { PacketRef, Run } from './run';
import { type TownIndex, townIndex } from './townIndex';
import type { Trace } from './trace';
import { whereaboutsAt } from './whereabouts';

/** A packet in the frame of one hop. */
export interface HopFrame {
  /** Link way, see `TownIndex`. */
  readonly way: number;
  readonly header: EthernetHeader;
  /** Header, packet, padding and frame check sequence. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The Ethernet frame in which a packet is, or waits to be, carried over a link at `timeNs`; null while it is in a
 * node, or waits for somebody to say what to write on its frame (ARP). Each hop makes a new one around the packet as it then is. A bit inverted on this link is inverted in the frame
 * too, whose check sequence no longer fits.
 */
export function frameAt(run: Run, { lane, packet }: PacketRef, timeNs: Nanoseconds): HopFrame | null {
  const trace = run.traces[lane];
  const where = trace && whereaboutsAt(trace, packet, timeNs);
  if (!trace || !where || !('way' in where)) return null;
  const { way } = where;
  const events = packetEvents(trace, packet).filter((event) => trace.timeAt(event) <= timeNs);
  const entered = events.findLastIndex((event) => trace.kindAt(event) === 'linkEntered');
  const isOnWay = where.kind !== 'queued';
  if (!isOnWay && trace.event(events.at(-1)!).reason.kind === 'addressUnknown') return null;
  const framed = isOnWay ? events[entered]! : events.at(-1)!;
  const frame = frameOn(townIndex(run.experiment), way, packetBytesAt(trace, packet, framed));
  return isOnWay ? { ...frame, bytes: damaged(frame.bytes, trace, events.slice(entered + 1)) } : frame;
}

/** The frame around these bytes of a packet as it is put on a link way. */
export function frameOn(places: TownIndex, way: number, packet: Uint8Array): HopFrame {
  const header = headerOn(places, way, packet);
  return { way, header, bytes: encodeEthernet(header, packet) };
}

/** The header of the frame around these bytes on a link way: a question of ARP is for everybody there (RFC 826). */
function headerOn(places: TownIndex, way: number, packet: Uint8Array): EthernetHeader {
  const { link, from, to } = places.way(way);
  const message = isArp(packet) ? decodeArp(packet) : null;
  const isForAll = message && !isMalformed(message) && message.operation === ARP_OPERATION.request;
  return {
    destination: isForAll ? BROADCAST_MAC : macAddressOf(places, to, link.id),
    source: macAddressOf(places, from, link.id),
    etherType: message ? ETHER_TYPE.arp : ETHER_TYPE.ipv4,
  };
}

function damaged(
  frame: Uint8Array<ArrayBuffer>,
  trace: Trace,
  events: readonly number[],
): Uint8Array<ArrayBuffer> {
  let bytes = frame;
  for (const number of events) {
    const event = trace.event(number);
    if (event.kind === 'packetCorrupted') bytes = flipBit(bytes, ETHERNET_HEADER_BYTES * 8 + event.bit);
  }
  return bytes;
}
