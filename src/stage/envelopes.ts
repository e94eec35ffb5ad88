import type { Nanoseconds } from '../experiment/experiment';
import { frameAt } from '../trace/frameAt';
import { packetBytesAt, packetEvents } from '../trace/packetBytesAt';
import type { PacketRef, Run } from '../trace/run';
import { townIndex } from '../trace/townIndex';
import { type Whereabouts, whereaboutsAt } from '../trace/whereabouts';
import { formatAddress } from '../wire/address';
import { FRAME_CHECK_BYTES } from '../wire/ethernet';
import { formatMac } from '../wire/macAddress';
import type { Field, FieldName } from '../wire/field';
import { frameLayersOf, layersOf } from '../wire/fields';
import { FLAG } from '../wire/tcp';

/** One envelope, with what is written on it. */
export interface Envelope {
  readonly layer: 'link' | 'internet' | 'transport' | 'application';
  /** What it is called: a frame, a packet, a segment, a datagram, a message. */
  readonly unit: 'frame' | 'packet' | 'segment' | 'datagram' | 'icmp' | 'arp' | 'message';
  /** Bytes of its header, and of its trailer where it has one. */
  readonly ownBytes: number;
  /** Zeros that fill it up. */
  readonly paddingBytes: number;
  /** Bytes of all of it. */
  readonly bytes: number;
  readonly fields: readonly Field[];
}

/** A packet opened where it is: its envelopes from the outermost inwards. */
export interface OpenedPacket {
  readonly kind: Whereabouts['kind'];
  /** The node it is in, or the two ends of the link. */
  readonly names: readonly string[];
  readonly envelopes: readonly Envelope[];
}

/**
 * The envelopes of a packet where it is at `timeNs`, from its bytes: a frame only on a link or in line for one, and
 * none at all once the receiver has taken the message out. Null before it was made.
 */
export function openPacket(run: Run, ref: PacketRef, timeNs: Nanoseconds): OpenedPacket | null {
  const trace = run.traces[ref.lane];
  const where = trace && whereaboutsAt(trace, ref.packet, timeNs);
  if (!trace || !where) return null;
  const frame = frameAt(run, ref, timeNs);
  const places = townIndex(run.experiment);
  const last = packetEvents(trace, ref.packet).findLast((event) => trace.timeAt(event) <= timeNs);
  const all = frame ? inFrame(frame.bytes) : inPacket(packetBytesAt(trace, ref.packet, last ?? -1));
  const isTaken = where.kind === 'accepted' && all.some(({ unit }) => unit === 'message');
  // What waits for its neighbour to be found stands in line without a frame.
  const way = 'way' in where ? places.way(where.way) : undefined;
  return {
    kind: where.kind,
    names: way
      ? [way.from, way.to]
      : 'node' in where
        ? [places.nodes[where.node] ?? '']
        : 'place' in where
          ? [places.nodes[where.place] ?? '']
          : [],
    envelopes: isTaken ? all.filter(({ unit }) => unit === 'message') : all,
  };
}

function inFrame(bytes: Uint8Array): readonly Envelope[] {
  const layers = frameLayersOf(bytes);
  const [header, trailer] = [layers[0]!, layers.at(-1)!];
  const inner = inPacket(bytes.subarray(header.end, trailer.start));
  return [
    {
      layer: 'link',
      unit: 'frame',
      ownBytes: header.end + FRAME_CHECK_BYTES,
      paddingBytes: trailer.end - trailer.start - FRAME_CHECK_BYTES,
      bytes: bytes.length,
      fields: [...header.fields, ...trailer.fields],
    },
    ...inner,
  ];
}

const UNITS = {
  arp: 'arp',
  ipv4: 'packet',
  tcp: 'segment',
  udp: 'datagram',
  icmp: 'icmp',
  dns: 'message',
  http: 'message',
  tls: 'message',
  quicModel: 'message',
  data: 'message',
} as const;
const LAYERS = {
  arp: 'link',
  ipv4: 'internet',
  tcp: 'transport',
  udp: 'transport',
  icmp: 'internet',
  dns: 'application',
  http: 'application',
  tls: 'application',
  quicModel: 'application',
  data: 'application',
} as const;

function inPacket(bytes: Uint8Array): readonly Envelope[] {
  const envelopes: Envelope[] = [];
  for (const { protocol, start, end, fields } of layersOf(bytes)) {
    if (protocol === 'ethernet' || protocol === 'ethernetTrailer') continue;
    // The packet that an ICMP error quotes is that error's business, not an envelope of this packet.
    if (envelopes.some(({ unit }) => unit === 'icmp' || unit === 'message')) break;
    envelopes.push({
      layer: LAYERS[protocol],
      unit: UNITS[protocol],
      ownBytes: end - start,
      paddingBytes: 0,
      bytes: bytes.length - start,
      fields,
    });
  }
  return envelopes;
}

/** What matters most on each envelope, in reading order. */
const SHOWN: ReadonlySet<FieldName> = new Set([
  'ethernet.destination',
  'ethernet.source',
  'ethernet.etherType',
  'ethernet.padding',
  'ethernet.frameCheck',
  'arp.operation',
  'arp.senderHardware',
  'arp.senderProtocol',
  'arp.targetHardware',
  'arp.targetProtocol',
  'ipv4.source',
  'ipv4.destination',
  'ipv4.timeToLive',
  'ipv4.protocol',
  'ipv4.checksum',
  'tcp.sourcePort',
  'tcp.destinationPort',
  'tcp.flags',
  'tcp.checksum',
  'udp.sourcePort',
  'udp.destinationPort',
  'udp.length',
  'udp.checksum',
  'icmp.type',
  'icmp.code',
  'dns.id',
  'dns.question.type',
  'dns.question.name',
]);

/** Those fields of an envelope that decide what happens to it. */
export function shownFields({ fields }: Envelope): readonly Field[] {
  return fields.filter(({ name }) => SHOWN.has(name));
}

/** A field's value for a reader. */
export function fieldValue({ name, value, display, startBit, endBit }: Field): string {
  if (name === 'ethernet.padding') return `${(endBit - startBit) / 8} B`;
  switch (display) {
    case 'mac':
      return formatMac(Number(value));
    case 'address':
      return formatAddress(Number(value));
    case 'flags':
      return FLAGS.filter(([, bit]) => (Number(value) & bit) !== 0)
        .map(([flag]) => flag.toUpperCase())
        .join(' ');
    case 'hex':
      return `0x${Number(value)
        .toString(16)
        .padStart((endBit - startBit) / 4, '0')}`;
    case 'decimal':
    case 'bytes':
    case 'text':
      return String(value);
  }
}

const FLAGS = Object.entries(FLAG);
