import { flipBit, lowerTimeToLive, markCongestion } from '../wire/ipv4';
import { translate } from '../wire/translate';
import { EVENT_COLUMNS, type EventKind, type EventOf } from './event';
import { follow } from './follow';
import { mappingOf } from './natMappings';
import type { Trace } from './trace';

const NO_EVENTS: readonly number[] = [];

const eventsByPacket = follow<Map<number, number[]>, null>(
  () => new Map(),
  (index, trace, number) => {
    if (EVENT_COLUMNS[trace.kindAt(number)][1] !== 'packet') return;
    const event = trace.event(number);
    if (!('packet' in event)) return;
    addTo(index, event.packet, number);
    if (event.kind === 'packetDuplicated') addTo(index, event.copy, number);
    if (event.kind === 'packetFragmented') addTo(index, event.fragment, number);
  },
);

/** Indexes of the events that name this packet, in order; those of a copy or a fragment begin with what made it. */
export function packetEvents(trace: Trace, packetId: number): readonly number[] {
  return eventsByPacket(trace, null).get(packetId) ?? NO_EVENTS;
}

const CHANGES: ReadonlySet<EventKind> = new Set<EventKind>([
  'packetForwarded',
  'packetCorrupted',
  'packetMarked',
  'packetRewritten',
]);

/**
 * The IP packet as it is just after event `eventIndex`: TTL lowered by each router that forwarded it (RFC 1812
 * §5.3.1), the mark that a full queue set, the bit inverted that a link inverted, the socket that a NAT wrote. An unknown
 * packet is a bug.
 */
export function packetBytesAt(trace: Trace, packetId: number, eventIndex: number): Uint8Array<ArrayBuffer> {
  let { bytes } = trace.packet(packetId);
  for (const number of packetEvents(trace, packetId)) {
    if (number > eventIndex) break;
    const kind = trace.kindAt(number);
    if (!CHANGES.has(kind)) continue;
    const event = trace.event(number);
    if (event.kind === 'packetForwarded') lowerTimeToLive(bytes);
    else if (event.kind === 'packetMarked') markCongestion(bytes);
    else if (event.kind === 'packetRewritten') rewrite(bytes, trace, event);
    else if (event.kind === 'packetCorrupted') bytes = flipBit(bytes, event.bit);
  }
  return bytes;
}

function rewrite(bytes: Uint8Array, trace: Trace, event: EventOf<'packetRewritten'>): void {
  const { inside, outside } = mappingOf(trace, event.place, event.mapping);
  if (event.reason.kind === 'natOutbound') translate(bytes, 'source', outside);
  else translate(bytes, 'destination', inside);
}

function addTo(index: Map<number, number[]>, packet: number, event: number): void {
  const events = index.get(packet);
  if (events) events.push(event);
  else index.set(packet, [event]);
}
