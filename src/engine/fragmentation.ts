import { fragmentsOf } from '../wire/fragment';
import { decodeIpv4 } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import type { Outlet } from './outlet';
import type { Packet } from './packet';
import type { World } from './world';

/**
 * Puts a packet on a link, cut into fragments where it is longer than the link carries (RFC 791 §3.2). Node `place`
 * has seen to it that it may be cut.
 */
export function sendInFragments(world: World, place: number, packet: Packet, way: Outlet): void {
  if (packet.bytes.length <= way.mtuBytes) return way.send(packet);
  const decoded = decodeIpv4(packet.bytes);
  if (isMalformed(decoded)) throw new Error('a node sends no malformed packet on');
  const dataStart = decoded.payload.length - packet.payloadBytes;
  let start = 0;
  const cut = fragmentsOf(packet.bytes, way.mtuBytes).map((bytes) => {
    const length = bytes.length - (packet.bytes.length - decoded.payload.length);
    const fragment = makeFragment(world, place, packet, { bytes, start, dataStart, length });
    start += length;
    return fragment;
  });
  for (const fragment of cut) way.send(fragment);
}

/** A part of a packet's payload, in bytes; `dataStart` is where application data begins in the whole. */
interface Part {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly start: number;
  readonly length: number;
  readonly dataStart: number;
}

function makeFragment(
  world: World,
  place: number,
  packet: Packet,
  { bytes, start, length, dataStart }: Part,
): Packet {
  const id = world.recorder.addPacket(packet.identity, bytes);
  const facts = { place, packet: packet.id, fragment: id, offset: start };
  const lastEvent = world.record('packetFragmented', facts, packet.lastEvent, { kind: 'linkTooNarrow' });
  const payloadBytes = Math.max(0, Math.min(length, start + length - dataStart));
  return { ...packet, id, bytes, payloadBytes, lastEvent, doubles: { count: 0 } };
}
