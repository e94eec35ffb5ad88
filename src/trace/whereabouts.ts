import type { Nanoseconds } from '../experiment/experiment';
import type { TraceEvent } from './event';
import { follow } from './follow';
import { packetEvents } from './packetBytesAt';
import type { ReasonKind } from './reason';
import type { Trace } from './trace';

/** Where a packet is, or where it ended; `isDamaged` once a bit of it was inverted. */
export type Whereabouts = { readonly packet: number; readonly isDamaged: boolean } & (
  | { readonly kind: 'queued' | 'onLink' | 'lost'; /** Link way. */ readonly way: number }
  | { readonly kind: 'atNode' | 'accepted'; readonly node: number }
  /** `place` is the link way whose queue was full, or the node that threw it away: `why` says which. */
  | { readonly kind: 'dropped'; readonly place: number; readonly why: ReasonKind }
);

const NO_COPIES: readonly number[] = [];

const copiesByPacket = follow<Map<number, number[]>, null>(
  () => new Map(),
  (copies, trace, number) => {
    if (trace.kindAt(number) !== 'packetDuplicated') return;
    const event = trace.event(number);
    if (event.kind !== 'packetDuplicated') return;
    const known = copies.get(event.packet);
    if (known) known.push(event.copy);
    else copies.set(event.packet, [event.copy]);
  },
);

/** Copies that the network has made of a packet. */
export function networkCopies(trace: Trace, packet: number): readonly number[] {
  return copiesByPacket(trace, null).get(packet) ?? NO_COPIES;
}

/** Where a packet is at `timeNs`, after all that happened by then; null before it was made. */
export function whereaboutsAt(trace: Trace, packet: number, timeNs: Nanoseconds): Whereabouts | null {
  let found: Whereabouts | null = null;
  let isDamaged = false;
  for (const number of packetEvents(trace, packet)) {
    if (trace.timeAt(number) > timeNs) break;
    const event = trace.event(number);
    if (event.kind === 'packetCorrupted') isDamaged = true;
    found = placeAfter(event, packet) ?? found;
  }
  return found && { ...found, isDamaged };
}

/** Where the event brought the packet; undefined if it moved nothing. */
function placeAfter(event: TraceEvent, packet: number): Whereabouts | undefined {
  const base = { packet, isDamaged: false };
  switch (event.kind) {
    case 'packetSent':
    case 'packetArrived':
    case 'packetForwarded':
      return { ...base, kind: 'atNode', node: event.place };
    case 'packetQueued':
      return { ...base, kind: 'queued', way: event.place };
    case 'packetDuplicated':
      // The copy stands first in line behind its original.
      return event.copy === packet ? { ...base, kind: 'queued', way: event.place } : undefined;
    case 'linkEntered':
      return { ...base, kind: 'onLink', way: event.place };
    case 'packetLost':
      return { ...base, kind: 'lost', way: event.place };
    case 'packetDropped':
      return { ...base, kind: 'dropped', place: event.place, why: event.reason.kind };
    case 'packetAccepted':
      return { ...base, kind: 'accepted', node: event.place };
    default:
      return undefined;
  }
}
