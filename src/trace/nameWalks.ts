import type { Nanoseconds } from '../experiment/experiment';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { decodeUdp } from '../wire/udp';
import type { DnsReason } from './dnsReason';
import { isDnsReason } from './dnsReasonSource';
import type { EventOf, TraceEvent } from './event';
import { countAtMost, follow } from './follow';
import type { Trace } from './trace';

/** One message of a walk: a question or an answer. */
export interface WalkStep {
  /** It was sent, or over TCP handed to the connection. */
  readonly event: EventOf<'packetSent'> | EventOf<'appTold'>;
  readonly what: DnsReason;
  readonly over: 'udp' | 'tcp';
  /** Node that says it. */
  readonly from: number;
  /** Address that it says it to; null as long as nothing of it was sent. */
  to: number | null;
  /** The packet that it goes in, the first of them over TCP; -1 as long as none was sent. */
  packet: number;
  /** When it arrived, or was lost; Infinity for never. */
  arrivedNs: Nanoseconds;
  lostNs: Nanoseconds;
}

/** All that was said because one app wanted to know a name. */
export interface NameWalk {
  readonly place: number;
  readonly name: string;
  readonly type: string;
  readonly startedNs: Nanoseconds;
  readonly steps: WalkStep[];
  /** What the app was told in the end. */
  told: TraceEvent | null;
}

interface Walks {
  readonly walks: NameWalk[];
  readonly starts: Nanoseconds[];
  /** Which walk an event belongs to by its causes, -1 for none. */
  readonly walkOf: number[];
  /** By the event that made it. */
  readonly stepOf: Map<number, WalkStep>;
  readonly stepOfPacket: Map<number, WalkStep>;
  /** The walk that began with a question from this end. */
  readonly walkFrom: Map<string, number>;
}

const walks = follow<Walks, null>(
  () => ({
    walks: [],
    starts: [],
    walkOf: [],
    stepOf: new Map(),
    stepOfPacket: new Map(),
    walkFrom: new Map(),
  }),
  (index, trace, number) => {
    const cause = trace.causeAt(number);
    index.walkOf.push(cause < 0 ? -1 : index.walkOf[cause]!);
    switch (trace.kindAt(number)) {
      case 'packetSent':
      case 'appTold':
      case 'packetAccepted':
      case 'packetLost':
      case 'packetDropped':
        return take(index, trace, trace.event(number));
      default:
    }
  },
);

/** The walks that began by `timeNs`, in that order. */
export function nameWalksBy(trace: Trace, timeNs: Nanoseconds): readonly NameWalk[] {
  const { walks: all, starts } = walks(trace, null);
  return all.slice(0, countAtMost(starts, timeNs));
}

function take(index: Walks, trace: Trace, event: TraceEvent): void {
  switch (event.kind) {
    case 'packetSent':
      return isDnsReason(event.reason)
        ? addDatagram(index, trace, event, event.reason)
        : addSegment(index, trace, event);
    case 'appTold':
      return isDnsReason(event.reason) ? addTold(index, event, event.reason) : undefined;
    case 'packetAccepted':
    case 'packetLost':
    case 'packetDropped': {
      const step = index.stepOfPacket.get(event.packet);
      if (!step) return;
      if (event.kind === 'packetAccepted') step.arrivedNs = Math.min(step.arrivedNs, event.timeNs);
      else step.lostNs = Math.min(step.lostNs, event.timeNs);
      return;
    }
    default:
  }
}

function addDatagram(index: Walks, trace: Trace, event: EventOf<'packetSent'>, what: DnsReason): void {
  const ends = endsOf(trace.packet(event.packet).bytes);
  if (!ends) return;
  if (what.kind === 'nameAsked') begin(index, event, what, ends.source);
  // Of two who ask for the same at once both are answered because the first asked.
  const own = index.walkFrom.get(ends.destination);
  if (own !== undefined) index.walkOf[event.index] = own;
  const step: WalkStep = {
    event,
    what,
    over: 'udp',
    from: event.place,
    to: ends.address,
    packet: event.packet,
    arrivedNs: Infinity,
    lostNs: Infinity,
  };
  addStep(index, step);
  index.stepOfPacket.set(event.packet, step);
}

function begin(
  index: Walks,
  event: EventOf<'packetSent'>,
  { name, type }: { readonly name: string; readonly type: string },
  from: string,
): void {
  index.walkOf[event.index] = index.walks.length;
  index.walkFrom.set(from, index.walks.length);
  index.starts.push(event.timeNs);
  index.walks.push({
    place: event.place,
    name,
    type,
    startedNs: event.timeNs,
    steps: [],
    told: null,
  });
}

/** Over TCP an app says what it hands over; the first segment that this makes carries the message's beginning. */
function addTold(index: Walks, event: EventOf<'appTold'>, what: DnsReason): void {
  if ('afterNs' in what) {
    const walk = index.walks[index.walkOf[event.index]!];
    if (walk) walk.told = event;
    return;
  }
  addStep(index, {
    event,
    what,
    over: 'tcp',
    from: event.place,
    to: null,
    packet: -1,
    arrivedNs: Infinity,
    lostNs: Infinity,
  });
}

function addSegment(index: Walks, trace: Trace, event: EventOf<'packetSent'>): void {
  const step = index.stepOf.get(event.cause);
  if (!step || step.packet >= 0) return;
  const ip = decodeIpv4(trace.packet(event.packet).bytes);
  if (isMalformed(ip)) return;
  step.packet = event.packet;
  step.to = ip.header.destination;
  index.stepOfPacket.set(event.packet, step);
}

function addStep(index: Walks, step: WalkStep): void {
  const walk = index.walks[index.walkOf[step.event.index]!];
  if (!walk) return;
  walk.steps.push(step);
  index.stepOf.set(step.event.index, step);
}

function endsOf(
  bytes: Uint8Array,
): { readonly source: string; readonly destination: string; readonly address: number } | null {
  const ip = decodeIpv4(bytes);
  if (isMalformed(ip) || ip.header.protocol !== PROTOCOL.udp) return null;
  const udp = decodeUdp(ip.payload);
  if (isMalformed(udp)) return null;
  const { source, destination } = ip.header;
  return {
    source: `${source}:${udp.header.sourcePort}`,
    destination: `${destination}:${udp.header.destinationPort}`,
    address: destination,
  };
}
