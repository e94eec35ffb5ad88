import { latestNotable, type LaneNotable } from '../trace/moments';
import type { Notable } from '../trace/notables';
import type { PacketSort } from '../trace/packetSort';
import type { Run } from '../trace/run';

/** Which sentence of `playback.caption`, and what fills its gaps. */
export interface Caption {
  readonly key: CaptionKey;
  readonly lane: string;
  /** From 1, as people count. */
  readonly piece: number;
  readonly count: number;
  readonly sort: PacketSort;
}

/** Whether two captions are the same sentence. */
export function isSameCaption(a: Caption, b: Caption): boolean {
  return (
    a.key === b.key && a.lane === b.lane && a.piece === b.piece && a.count === b.count && a.sort === b.sort
  );
}

export type CaptionKey =
  | 'ready'
  | 'syn'
  | 'synAck'
  | 'established'
  | 'udpStart'
  | 'lostPiece'
  | 'lostControl'
  | 'droppedQueue'
  | 'droppedQueueControl'
  | 'droppedDamaged'
  | 'droppedDamagedControl'
  | 'corrupted'
  | 'corruptedControl'
  | 'duplicated'
  | 'duplicatedControl'
  | 'delayed'
  | 'delayedControl'
  | 'duplicateAck'
  | 'fastRetransmission'
  | 'timeoutRetransmission'
  | 'partialRetransmission'
  | 'otherRetransmission'
  | 'appRetransmission'
  | 'controlRetransmission'
  | 'repaired'
  | 'fin'
  | 'finBack'
  | 'rst'
  | 'unreachable'
  | 'gaveUp'
  | 'appGaveUp'
  | 'command';

const READY: Caption = { key: 'ready', lane: '', piece: 0, count: 0, sort: 'unreadable' };

/** Closing is said only at a moment at which nothing else is to be said. */
const WEAK: ReadonlySet<CaptionKey | null> = new Set(['fin', 'finBack']);

/** What to say at `timeNs`: the latest event worth a sentence. */
export function captionAt(run: Run, timeNs: number): Caption {
  const latest = latestNotable(run, timeNs, (notable) => captionKey(notable) !== null);
  if (!latest) return READY;
  const isEarlier = (notable: Notable): boolean => notable.timeNs < latest.timeNs;
  const isStrong = (notable: Notable): boolean =>
    captionKey(notable) !== null && !WEAK.has(captionKey(notable));
  const other = WEAK.has(captionKey(latest))
    ? latestNotable(run, timeNs, (notable) => isEarlier(notable) || isStrong(notable))
    : null;
  const told = other && !isEarlier(other) ? other : latest;
  return captionOf(run, told, captionKey(told) ?? 'ready');
}

function captionOf(run: Run, notable: LaneNotable, key: CaptionKey): Caption {
  const lane = run.traces[notable.lane]?.lane.toUpperCase() ?? '';
  const { piece, count, sort } = notable;
  return { key, lane, piece: piece + 1, count, sort: sort ?? 'unreadable' };
}

/** Routine events (a piece leaves, an ACK comes) have no sentence: they would chase the ones that matter away. */
function captionKey(notable: Notable): CaptionKey | null {
  const isPiece = notable.piece >= 0;
  switch (notable.kind) {
    case 'packetSent':
      return notable.count > 0 && notable.sort !== 'ack' ? againKey(notable) : sentKey(notable);
    case 'packetLost':
      return isPiece ? 'lostPiece' : 'lostControl';
    case 'packetDropped':
      return droppedKey(notable, isPiece);
    case 'packetCorrupted':
      return isPiece ? 'corrupted' : 'corruptedControl';
    case 'packetDuplicated':
      return isPiece ? 'duplicated' : 'duplicatedControl';
    case 'packetDelayed':
      return isPiece ? 'delayed' : 'delayedControl';
    case 'established':
      return notable.atSender ? 'established' : null;
    case 'packetArrived':
      return notable.sort === 'data' && notable.count > 0 ? 'repaired' : null;
    case 'appTold':
      return notable.why === 'gaveUp' || notable.why === 'appGaveUp' ? notable.why : null;
    case 'command':
      return 'command';
    default:
      return null;
  }
}

function sentKey({ sort, piece, why, atSender }: Notable): CaptionKey | null {
  switch (sort) {
    case 'syn':
      return 'syn';
    case 'synAck':
      return 'synAck';
    case 'fin':
      return atSender ? 'fin' : 'finBack';
    case 'rst':
      return 'rst';
    case 'icmp':
      return why === 'portClosed' ? 'unreachable' : null;
    case 'datagram':
      return piece === 0 ? 'udpStart' : null;
    case 'ack':
      return why === 'duplicateAck' ? 'duplicateAck' : null;
    default:
      return null;
  }
}

function againKey({ piece, why, sort }: Notable): CaptionKey {
  if (sort === 'datagram') return 'appRetransmission';
  if (piece < 0) return 'controlRetransmission';
  switch (why) {
    case 'tripleDuplicateAck':
      return 'fastRetransmission';
    case 'retransmissionTimeout':
      return 'timeoutRetransmission';
    case 'partialAck':
      return 'partialRetransmission';
    default:
      return 'otherRetransmission';
  }
}

function droppedKey({ why }: Notable, isPiece: boolean): CaptionKey | null {
  switch (why) {
    case 'queueFull':
      return isPiece ? 'droppedQueue' : 'droppedQueueControl';
    case 'badIpChecksum':
    case 'badTransportChecksum':
      return isPiece ? 'droppedDamaged' : 'droppedDamagedControl';
    default:
      return null;
  }
}
