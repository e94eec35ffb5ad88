import type { Nanoseconds } from '../experiment/experiment';
import { PROTOCOL } from '../wire/ipv4';
import type { EventKind, TraceEvent } from './event';
import { eventTransport } from './eventTransport';
import type { Reason } from './reason';
import { reasonSource } from './reasonSource';
import type { RfcSection } from './rfcSection';
import type { Run } from './run';
import type { TcpState } from './snapshot';
import type { TownIndex } from './townIndex';
import type { Trace } from './trace';

/** The layers of RFC 1122 §1.1.3. */
export type StoryLayer = 'application' | 'transport' | 'internet' | 'link';

/** What a machine did with a packet. */
export type StoryDeed =
  | { readonly kind: 'made' | 'transportFits' }
  | { readonly kind: 'passedOn' | 'renewed' | 'headerFits' | 'icmpFits' | 'accepted' | 'dropped' | 'told' }
  /** To fragments, of fragments: the reason says all of it. */
  | { readonly kind: 'cut' | 'kept' | 'joined' }
  | { readonly kind: 'addressed'; readonly timeToLive: number }
  | { readonly kind: 'queued' | 'marked'; readonly queueLength: number }
  | {
      readonly kind: 'framed' | 'lost' | 'corrupted' | 'doubled' | 'rescued' | 'detoured';
      readonly to: string;
    }
  | { readonly kind: 'delayed' | 'held'; readonly byNs: Nanoseconds }
  | { readonly kind: 'rewrittenSource' | 'rewrittenDestination'; readonly socket: string }
  | { readonly kind: 'lowered'; readonly from: number; readonly to: number }
  | { readonly kind: 'mine'; readonly address: string }
  | { readonly kind: 'handedUp'; readonly protocol: 'tcp' | 'udp' | 'icmp' }
  | { readonly kind: 'foundSocket' | 'reported'; readonly port: number }
  | { readonly kind: 'stateChanged'; readonly from: TcpState; readonly to: TcpState }
  | { readonly kind: 'acknowledged'; readonly bytes: number }
  | { readonly kind: 'answered'; readonly packet: number }
  | { readonly kind: 'delivered'; readonly bytes: number };

/** One step of a packet's way through the layers of a machine. */
export interface StoryStep {
  readonly timeNs: Nanoseconds;
  /** The event that it follows from. */
  readonly event: number;
  /** The node where it was done, or before whose link. */
  readonly place: string;
  readonly layer: StoryLayer;
  readonly deed: StoryDeed;
  /** Why, where the trace says more than the deed. */
  readonly reason: Reason | null;
  /** Where the rule is written. */
  readonly source: RfcSection | null;
}

/** What the steps of one event are made from. */
export interface Telling {
  readonly run: Run;
  readonly trace: Trace;
  readonly places: TownIndex;
  readonly packet: number;
  readonly event: TraceEvent;
}

const rfc = (number: number, section: string): RfcSection => ({ rfc: number, section });

/** Where the rules are written that no reason names. */
export const STORY_SOURCES = {
  addressed: rfc(791, '3.1'),
  framed: rfc(894, 'Frame Format'),
  hostHeaderFits: rfc(1122, '3.2.1.2'),
  routerHeaderFits: rfc(1812, '5.2.2'),
  lowered: rfc(1812, '5.3.1'),
  renewed: rfc(1812, '4.2.2.5'),
  mine: rfc(1122, '3.2.1.3'),
  handedUp: rfc(791, '3.1'),
  tcpSocket: rfc(9293, '3.1'),
  udpSocket: rfc(768, 'Fields'),
  icmpFits: rfc(792, 'Message Formats'),
  reported: rfc(1122, '3.2.2.1'),
  tcpRead: rfc(9293, '3.10.3'),
  udpRead: rfc(768, 'User Interface'),
} as const;

/** One step, at the place and time of the event that is told; the rule behind `reason` is looked up where none is named. */
export function step(
  { trace, places, event }: Telling,
  layer: StoryLayer,
  deed: StoryDeed,
  { reason = null, source = null }: { readonly reason?: Reason | null; readonly source?: RfcSection | null },
): StoryStep {
  const { timeNs, index } = event;
  const place = 'place' in event ? placeName(places, event, event.place) : '';
  const written = source ?? (reason && reasonSource(reason.kind, eventTransport(trace, event)));
  return { timeNs, event: index, place, layer, deed, reason, source: written };
}

/** The transport, or ICMP, by its number in the IP header. */
export function protocolName(protocol: number): 'tcp' | 'udp' | 'icmp' | undefined {
  return (['tcp', 'udp', 'icmp'] as const).find((name) => PROTOCOL[name] === protocol);
}

/** Its place is a link way; of a drop, only a full queue's is. */
export function isOnLink(event: TraceEvent): boolean {
  return ON_LINK.has(event.kind) || (event.kind === 'packetDropped' && event.reason.kind === 'queueFull');
}

const ON_LINK: ReadonlySet<EventKind> = new Set<EventKind>([
  'packetQueued',
  'packetMarked',
  'linkEntered',
  'packetLost',
  'packetCorrupted',
  'packetDuplicated',
  'packetRescued',
  'packetDelayed',
  'packetHeld',
  'packetDetoured',
]);

function placeName(places: TownIndex, event: TraceEvent, place: number): string {
  return isOnLink(event) ? places.way(place).from : (places.nodes[place] ?? '');
}
