import type { Nanoseconds } from '../../experiment/experiment';
import type { AckNews, Outstanding, RecoveryPhase } from './recovery';
import type { SentSegment } from './scoreboard';

/** What detection is to know of the recovery that it works for. */
export interface RecoveryState {
  readonly phase: RecoveryPhase;
  readonly duplicateAcks: number;
  /** DupThresh in segments. */
  readonly reorderingSegments: number;
  readonly hasSeenReordering: boolean;
  /** RFC 6582's `recover`, as one past the highest position sent when the last recovery began. */
  readonly recoveryPoint: number;
}

/** What is lost? Answers by marks on the scoreboard. */
export interface LossDetection {
  /** When a segment that is late will count as lost, Infinity if time alone proves nothing. */
  readonly lateAtNs: Nanoseconds;
  /** Holes that are not surely lost may be filled when nothing else can be sent (RFC 6675 §4, NextSeg rules 3 and 4). */
  readonly mayGuess: boolean;
  /** Takes note of what an ACK brought, before anything is decided. */
  note(outstanding: Outstanding, news: AckNews): void;
  /** Marks what is lost, as far as is known now; `isAdvance` if SND.UNA has just moved. */
  mark(outstanding: Outstanding, now: Nanoseconds, state: RecoveryState, isAdvance: boolean): void;
  /** Whether a segment behind the first left so recently that the retransmission timer says nothing of it. */
  isRecent?(segment: SentSegment, now: Nanoseconds): boolean;
  /** A recovery is over. */
  recovered(): void;
}
