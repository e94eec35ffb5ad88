import type { Mark, MarkKind } from './marks';
import { packetSort } from './packetSort';
import type { ReasonKind } from './reason';
import type { Run } from './run';
import { type News, townNews } from './townNews';

/** What the timeline shows of a town, whatever its hosts say to each other, in order of time. */
export function townMarks(run: Run): Mark[] {
  return run.traces.flatMap((trace, lane) =>
    townNews(trace, run.experiment).flatMap((news, i, all): Mark[] => {
      // A router that says why it threw a packet away is marked for what it says.
      if (news.kind === 'dropped' && all[i + 1]?.event === news.event + 1) return [];
      const kind = markKind(news, () => packetSort(trace.packet(news.packet).bytes));
      return kind === null
        ? []
        : [{ lane, timeNs: news.timeNs, kind, packet: news.packet, piece: -1, count: 0 }];
    }),
  );
}

/** What an app is told, by what it means for who asked. */
const TOLD: { readonly [K in ReasonKind]?: MarkKind } = {
  echoReplied: 'echoReply',
  echoFailed: 'failed',
  hopFound: 'hop',
  pathEnds: 'hop',
  hopSilent: 'failed',
  pathBroken: 'failed',
  nameLookedUp: 'name',
  nameFound: 'name',
  nameAbsent: 'failed',
  dataAbsent: 'failed',
  lookupFailed: 'failed',
  lookupTimedOut: 'failed',
  addressSilent: 'failed',
  pageLoaded: 'page',
  pageFailed: 'failed',
  connectionRefused: 'refused',
  connectionReset: 'rst',
  portUnreachable: 'refused',
  hostUnreachable: 'failed',
  gaveUp: 'told',
  appGaveUp: 'told',
};

function markKind(news: News, sort: () => ReturnType<typeof packetSort>): MarkKind | null {
  switch (news.kind) {
    case 'lost':
      return 'loss';
    case 'dropped':
      return 'drop';
    case 'again':
      return 'retransmission';
    case 'connected':
      return 'established';
    case 'cut':
      return 'cut';
    case 'command':
      return 'command';
    case 'told':
      return TOLD[news.reason.kind] ?? null;
    case 'first':
    case 'sent':
      return sentKind(news, sort());
    case 'corrupted':
    case 'doubled':
    case 'delayed':
    case 'back':
    case 'held':
    case 'yielded':
    case 'rescued':
    case 'detoured':
    case 'whole':
      return null;
  }
}

/** Questions are marked; answers are when they come. */
function sentKind({ reason }: News, sort: ReturnType<typeof packetSort>): MarkKind | null {
  switch (sort) {
    case 'syn':
    case 'rst':
      return sort;
    case 'arp':
      return reason.kind === 'addressAsked' ? 'neighbour' : null;
    case 'icmp':
      if (reason.kind === 'echoAsked') return 'echo';
      return reason.kind === 'echoRequested' ? null : 'unreachable';
    default:
      return null;
  }
}
