import type { Experiment, Nanoseconds } from '../experiment/experiment';
import type { EventKind, EventOf, TraceEvent } from './event';
import { countAtMost, follow } from './follow';
import { packetEnds } from './packetEnds';
import { packetSort } from './packetSort';
import type { Reason, ReasonKind } from './reason';
import type { Run } from './run';
import { type TownIndex, townIndex } from './townIndex';
import type { Trace } from './trace';

/** What there is to tell of a town in which many hosts do many things. */
export type NewsKind =
  /** The first packet of its sort from one node to another. */
  | 'first'
  /** A packet that says why it was sent. */
  | 'sent'
  | 'again'
  | 'connected'
  | 'told'
  | 'lost'
  | 'dropped'
  | 'corrupted'
  | 'doubled'
  | 'delayed'
  /** A person keeps it where it is, makes it let the next one pass, or takes back what would have befallen it. */
  | 'held'
  | 'yielded'
  | 'rescued'
  | 'detoured'
  /** It comes by a router that has passed it on before: it runs in a circle. */
  | 'back'
  | 'cut'
  | 'whole'
  | 'command';

/** One piece of news, without words. */
export interface News {
  readonly kind: NewsKind;
  readonly timeNs: Nanoseconds;
  /** Index of its event in the trace. */
  readonly event: number;
  /** The packet it is about, or -1. */
  readonly packet: number;
  /** Nodes by id: the two ends, the two ends of a link, or twice the node where it was; empty where there is none. */
  readonly from: string;
  readonly to: string;
  readonly reason: Reason;
}

interface NewsIndex {
  readonly experiment: Pick<Experiment, 'town'>;
  readonly places: TownIndex;
  /** Sorts that went from one node to another, and who asked whom for a connection. */
  readonly seen: Set<string>;
  /** Routers that have passed a packet on. */
  readonly passed: Map<number, number[]>;
  readonly news: News[];
  readonly times: Nanoseconds[];
}

const newsIndex = follow<NewsIndex, Pick<Experiment, 'town'>>(
  (_trace, experiment) => ({
    experiment,
    places: townIndex(experiment),
    seen: new Set(),
    passed: new Map(),
    news: [],
    times: [],
  }),
  (index, trace, number) => {
    if (!TOLD_OF.has(trace.kindAt(number))) return;
    const news = newsOf(index, trace, trace.event(number));
    if (!news) return;
    index.news.push(news);
    index.times.push(news.timeNs);
  },
);

/** All news of a lane, in order of time. */
export function townNews(trace: Trace, experiment: Pick<Experiment, 'town'>): readonly News[] {
  return newsIndex(trace, experiment).news;
}

/** The last news of the first lane by `timeNs`; none before anything happened. */
export function newsAt({ traces, experiment }: Run, timeNs: Nanoseconds): News | null {
  const trace = traces[0];
  if (!trace) return null;
  const { news, times } = newsIndex(trace, experiment);
  return news[countAtMost(times, timeNs) - 1] ?? null;
}

const TOLD_OF: ReadonlySet<EventKind> = new Set<EventKind>([
  'packetSent',
  'packetLost',
  'packetDropped',
  'packetCorrupted',
  'packetDuplicated',
  'packetDelayed',
  'packetDetoured',
  'packetForwarded',
  'packetHeld',
  'packetRescued',
  'packetFragmented',
  'packetReassembled',
  'appTold',
  'mappingMade',
  'mappingExpired',
  'commandApplied',
]);

/** Reasons for sending that come with every conversation: they would chase what matters away. */
const ROUTINE: ReadonlySet<ReasonKind> = new Set<ReasonKind>([
  'none',
  'appWrote',
  'newData',
  'acknowledge',
  'acknowledgeSyn',
  'acknowledgeFin',
  'answerSyn',
  'delayedAckExpired',
  'duplicateAck',
  'limitedTransmit',
  'gapFilled',
  'windowUpdate',
  'appClosed',
  'appAcknowledged',
]);

/** The other end says the same, and says it first. */
const ECHOED: ReadonlySet<ReasonKind> = new Set<ReasonKind>(['closed', 'peerClosed', 'portClosed']);

function newsOf(index: NewsIndex, trace: Trace, event: TraceEvent): News | null {
  switch (event.kind) {
    case 'packetSent':
      return sentNews(index, trace, event);
    case 'packetLost':
      return onLink(index, event, 'lost');
    case 'packetCorrupted':
      return onLink(index, event, 'corrupted');
    case 'packetDuplicated':
      return onLink(index, event, 'doubled');
    case 'packetDelayed':
      return onLink(index, event, event.reason.kind === 'byHand' ? 'held' : 'delayed');
    case 'packetForwarded':
      return isBack(index, event) ? atNode(index, event, 'back', event.packet) : null;
    case 'packetHeld':
      return onLink(index, event, 'yielded');
    case 'packetRescued':
      return onLink(index, event, 'rescued');
    case 'packetDetoured':
      return onLink(index, event, 'detoured', event.taken);
    case 'packetDropped':
      return event.reason.kind === 'queueFull'
        ? onLink(index, event, 'dropped')
        : ECHOED.has(event.reason.kind)
          ? null
          : atNode(index, event, 'dropped', event.packet);
    case 'packetFragmented':
      return event.offset === 0 ? atNode(index, event, 'cut', event.packet) : null;
    case 'packetReassembled':
      return atNode(index, event, 'whole', event.packet);
    case 'appTold':
      return toldNews(index, trace, event);
    case 'mappingMade':
    case 'mappingExpired':
      return atNode(index, event, 'told');
    case 'commandApplied':
      // How a town is when it begins is nothing that happens in it.
      if (event.timeNs === 0) return null;
      return { ...base(event, 'command'), packet: -1, from: '', to: '' };
    default:
      return null;
  }
}

/** Whether that router has passed the packet on before; now it has. */
function isBack({ passed }: NewsIndex, { packet, place }: EventOf<'packetForwarded'>): boolean {
  const routers = passed.get(packet);
  if (!routers) passed.set(packet, [place]);
  else if (routers.includes(place)) return true;
  else routers.push(place);
  return false;
}

function base({ timeNs, index, reason }: TraceEvent, kind: NewsKind) {
  return { kind, timeNs, event: index, reason };
}

function atNode(
  { places }: NewsIndex,
  event: TraceEvent & { readonly place: number },
  kind: NewsKind,
  packet = -1,
): News {
  const where = places.nodes[event.place] ?? '';
  return { ...base(event, kind), packet, from: where, to: where };
}

function onLink(
  { places }: NewsIndex,
  event: TraceEvent & { readonly place: number; readonly packet: number },
  kind: NewsKind,
  way = event.place,
): News {
  const { from, to } = places.way(way);
  return { ...base(event, kind), packet: event.packet, from, to };
}

function sentNews(index: NewsIndex, trace: Trace, event: EventOf<'packetSent'>): News | null {
  const { role, bytes } = trace.packet(event.packet);
  const ends = packetEnds(trace, index.experiment, event.packet);
  const sort = packetSort(bytes);
  const pair = `${ends.from}>${ends.to} ${sort}`;
  const isFirst = !index.seen.has(pair);
  index.seen.add(pair);
  const news = (kind: NewsKind): News => ({ ...base(event, kind), packet: event.packet, ...ends });
  if (role === 'retransmission') return news('again');
  if (!ROUTINE.has(event.reason.kind)) return news('sent');
  // An acknowledgment is never the first word of a conversation.
  return isFirst && sort !== 'ack' && sort !== 'synAck' && sort !== 'fin' ? news('first') : null;
}

function toldNews(index: NewsIndex, trace: Trace, event: EventOf<'appTold'>): News | null {
  if (ECHOED.has(event.reason.kind)) return null;
  const told = atNode(index, event, 'told');
  if (event.reason.kind !== 'connected') return told;
  const peer = peerOf(index, trace, event);
  // Who was asked learns of it half a round trip later: once is enough.
  if (!index.seen.has(`${told.from}>${peer} syn`)) return null;
  return { ...told, kind: 'connected', to: peer };
}

/** Whose packet made this happen. */
function peerOf(index: NewsIndex, trace: Trace, event: TraceEvent): string {
  for (let cause = event.cause; cause >= 0;) {
    const earlier = trace.event(cause);
    if ('packet' in earlier && earlier.packet >= 0) {
      return packetEnds(trace, index.experiment, earlier.packet).from;
    }
    cause = earlier.cause;
  }
  return '';
}
