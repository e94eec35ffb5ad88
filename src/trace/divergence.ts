import type { Nanoseconds } from '../experiment/experiment';
import type { EventKind, TraceEvent } from './event';
import { packetEvents } from './packetBytesAt';
import type { Trace } from './trace';

/** The first thing that happened in one future and not, or not then, in the other. */
export interface Divergence {
  readonly timeNs: Nanoseconds;
  /** It happened in the first of the two, or in the second. */
  readonly isHere: boolean;
  readonly event: SeenEvent;
  /** How the same packet ended in the other future; null when the event is about no packet that both know. */
  readonly instead: PacketEnd | null;
}

/** What became of a packet. */
export type PacketEnd = 'taken' | 'lost' | 'dropped' | 'underWay';

/** What nobody outside a host sees, and what a person did, which is the cause of the difference. */
const UNSEEN = [
  'commandApplied',
  'connectionChanged',
  'timerSet',
  'timerCancelled',
  'timerExpired',
] as const satisfies readonly EventKind[];
const UNSEEN_KINDS: ReadonlySet<EventKind> = new Set(UNSEEN);

/** What can be seen from outside of a host. */
export type SeenEvent = Exclude<TraceEvent, { readonly kind: (typeof UNSEEN)[number] }>;

/** Where two traces of one lane part, or null when they tell the same story. */
export function firstDivergence(here: Trace, there: Trace): Divergence | null {
  if (here === there) return null;
  let one = nextSeen(here, 0);
  let other = nextSeen(there, 0);
  while (one >= 0 && other >= 0 && isSameEvent(here, one, there, other)) {
    one = nextSeen(here, one + 1);
    other = nextSeen(there, other + 1);
  }
  if (one < 0 && other < 0) return null;
  const isHere = other < 0 || (one >= 0 && here.timeAt(one) <= there.timeAt(other));
  const [trace, number, rest, from] = isHere ? [here, one, there, other] : [there, other, here, one];
  const event = trace.event(number) as SeenEvent;
  return { timeNs: event.timeNs, isHere, event, instead: insteadOf(event, rest, from) };
}

function nextSeen(trace: Trace, from: number): number {
  for (let number = from; number < trace.eventCount; number += 1) {
    if (!UNSEEN_KINDS.has(trace.kindAt(number))) return number;
  }
  return -1;
}

/** The same at the same time, for the same kind of reason: numbers of events and commands may differ. */
function isSameEvent(here: Trace, one: number, there: Trace, other: number): boolean {
  if (!here.isLike(one, there, other)) return false;
  if (here.kindAt(one) !== 'packetSent') return true;
  const event = here.event(one);
  return event.kind === 'packetSent' && isSameBytes(here, there, event.packet);
}

function isSameBytes(here: Trace, there: Trace, packet: number): boolean {
  const others = there.packet(packet).bytes;
  const { bytes } = here.packet(packet);
  return bytes.length === others.length && bytes.every((byte, i) => byte === others[i]);
}

/** How the packet of the event ended in the other trace, if that one had it before its event number `from`. */
function insteadOf(event: SeenEvent, other: Trace, from: number): PacketEnd | null {
  if (!('packet' in event) || event.kind === 'packetSent' || event.packet < 0) return null;
  const isKnown = event.packet < other.packetCount && other.packet(event.packet).madeBy < from;
  return isKnown ? endOf(other, event.packet) : null;
}

function endOf(trace: Trace, packet: number): PacketEnd {
  const kinds = packetEvents(trace, packet).map((number) => trace.kindAt(number));
  if (kinds.includes('packetAccepted') || kinds.includes('bytesDelivered')) return 'taken';
  if (kinds.includes('packetLost')) return 'lost';
  return kinds.includes('packetDropped') ? 'dropped' : 'underWay';
}
