import type { Nanoseconds } from '../experiment/experiment';
import { isMessageRun } from './messageRun';
import { notablesOf, type Notable } from './notables';
import type { ReasonKind } from './reason';
import type { Run } from './run';
import { townMarks } from './townMarks';

/** What the timeline marks. */
export type MarkKind =
  | 'syn'
  | 'established'
  | 'loss'
  | 'drop'
  | 'retransmission'
  | 'duplicateAck'
  | 'fin'
  | 'rst'
  | 'unreachable'
  | 'told'
  | 'command'
  // In towns
  | 'echo'
  | 'echoReply'
  | 'hop'
  | 'cut'
  | 'neighbour'
  | 'name'
  | 'page'
  | 'refused'
  | 'failed';

export interface Mark {
  readonly lane: number;
  readonly timeNs: Nanoseconds;
  readonly kind: MarkKind;
  /** The packet behind it, or -1. */
  readonly packet: number;
  /** Piece of the message from 0, or -1 when the packet carries none. */
  readonly piece: number;
  /** Which duplicate ACK. */
  readonly count: number;
}

const TROUBLES: ReadonlySet<MarkKind> = new Set<MarkKind>([
  'loss',
  'drop',
  'retransmission',
  'rst',
  'unreachable',
  'told',
  'refused',
  'failed',
]);

/** Something went wrong, or was done about it. */
export function isTrouble({ kind }: Pick<Mark, 'kind'>): boolean {
  return TROUBLES.has(kind);
}

const marksOfRun = new WeakMap<Run, readonly Mark[]>();

/** What the timeline shows of a run: lane after lane, each in order of time. Commands of one moment are marked once. */
export function marksOf(run: Run): readonly Mark[] {
  let marks = marksOfRun.get(run);
  if (!marks) {
    const commandTimes = new Set<Nanoseconds>();
    const isNews = ({ kind, timeNs }: Mark): boolean => {
      if (kind !== 'command') return true;
      const isKnown = commandTimes.has(timeNs);
      commandTimes.add(timeNs);
      return !isKnown;
    };
    const all = isMessageRun(run.experiment)
      ? run.traces.flatMap((trace, lane) =>
          notablesOf(trace, run.experiment).flatMap((notable) => markOf(notable, lane)),
        )
      : townMarks(run);
    marks = all.filter(isNews);
    marksOfRun.set(run, marks);
  }
  return marks;
}

function markOf(notable: Notable, lane: number): Mark[] {
  const kind = markKind(notable);
  if (kind === null) return [];
  const { timeNs, packet, piece, count } = notable;
  return [{ lane, timeNs, kind, packet, piece, count }];
}

function markKind(notable: Notable): MarkKind | null {
  switch (notable.kind) {
    case 'packetSent':
      return sentKind(notable);
    case 'packetLost':
      return 'loss';
    case 'packetDropped':
      // A closed room's packet is dropped too, but the answer to it says so.
      return notable.why === 'portClosed' || notable.why === 'noConnection' ? null : 'drop';
    case 'established':
      return notable.atSender ? 'established' : null;
    case 'appTold':
      return notable.atSender && isSurrender(notable.why) ? 'told' : null;
    case 'command':
      return 'command';
    default:
      return null;
  }
}

/** TCP, or an app that makes its own reliability, stopped trying. */
function isSurrender(why: ReasonKind): boolean {
  return why === 'gaveUp' || why === 'appGaveUp';
}

function sentKind({ sort, count, why }: Notable): MarkKind | null {
  switch (sort) {
    case 'rst':
      return 'rst';
    case 'icmp':
      return 'unreachable';
    case 'syn':
      return count > 0 ? 'retransmission' : 'syn';
    case 'fin':
      return count > 0 ? 'retransmission' : 'fin';
    case 'ack':
      return why === 'duplicateAck' ? 'duplicateAck' : null;
    case 'data':
      return count > 0 ? 'retransmission' : null;
    default:
      return null;
  }
}
