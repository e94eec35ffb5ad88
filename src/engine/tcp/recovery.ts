import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import type { Range } from './scoreboard';

/** What the sender has outstanding, as positions (`sequence.ts`). */
export interface Outstanding {
  /** SND.UNA. */
  readonly sendUnacked: number;
  /** SND.NXT. */
  readonly sendNext: number;
  /** One past the highest position ever sent. */
  readonly highestSent: number;
  /** One past the highest byte of the stream ever sent: the same without a FIN. */
  readonly sentText: number;
  /** SMSS in bytes. */
  readonly sendMaxSegmentBytes: number;
}

/** What an ACK of something new brought. */
export interface NewlyAcknowledged {
  readonly now: Nanoseconds;
  /** Bytes of the stream that SND.UNA moved over. */
  readonly bytes: number;
  /** Bytes outstanding before the ACK came. */
  readonly inFlight: number;
  /** The round trip measured by it, if any. */
  readonly rttNs: Nanoseconds | undefined;
  /** The congestion window, and neither the app nor the peer, has been holding the sender back. */
  readonly isWindowLimited: boolean;
  /** The ACK echoes a congestion mark: it lets no window grow (RFC 3168 §6.1.2). */
  readonly hasEcho?: boolean;
}

/** One segment from `position`, not beyond `limit`, is to be sent again. */
export interface Resend {
  readonly position: number;
  readonly limit: number;
  readonly reason: Reason;
}

/** What the sender believes about the bytes between SND.UNA and SND.NXT. */
export interface FlightEstimate {
  /** Taken to be in the network: what neither arrived nor was lost, and what was sent again (RFC 6675 §4, SetPipe). */
  readonly pipeBytes: number;
  /** Reported by SACK (RFC 2018). */
  readonly sackedBytes: number;
  /** Taken for lost, whether sent again or not. */
  readonly lostBytes: number;
  /** Sent again, and neither acknowledged nor reported since. */
  readonly resentBytes: number;
}

/** What again? Window *sizing* is the other question: see `congestion.ts`. */
export interface LossRecovery {
  readonly phase: 'open' | 'fastRecovery' | 'timeoutRecovery';
  /** Duplicate ACKs since the last acknowledgment of something new. */
  readonly duplicateAcks: number;
  /** What the peer has reported beyond SND.UNA, in ascending order: the scoreboard of RFC 6675 §3. */
  readonly scoreboard: readonly Range[];
  /** One past the highest position sent when the last recovery began, 0 before the first (RFC 6675 §2, RFC 6582 §3.2). */
  readonly recoveryPoint: number;
  /** What the sender believes just now, for those who look on. */
  estimate(outstanding: Outstanding): FlightEstimate;
  /** Bytes taken to be in the network: what has to fit into cwnd together with the next segment. */
  pipe(outstanding: Outstanding): number;
  /** A duplicate ACK came (RFC 5681 §2); where SACK is in use an ACK with blocks (RFC 6675 §2). */
  duplicateAck(outstanding: Outstanding, now: Nanoseconds, blocks: readonly Range[]): void;
  /**
   * SND.UNA moved. Answers whether the retransmission timer starts anew (RFC 6298 §5.3, RFC 6582 §3.2).
   */
  acknowledged(outstanding: Outstanding, news: NewlyAcknowledged): boolean;
  /** The retransmission timer expired; `isFirst` unless it did so before for the same segment. */
  timedOut(outstanding: Outstanding, now: Nanoseconds, isFirst: boolean): void;
  /** What is to be sent again before anything new: asked until it answers `undefined`. */
  next(outstanding: Outstanding): Resend | undefined;
  /** What may be sent again when nothing new can be sent: asked until it answers `undefined`. */
  lastResort(outstanding: Outstanding): Resend | undefined;
  /** What was asked for last has been sent, up to before `end`. */
  resent(end: number): void;
  /** Where a sender that went back to `position` goes on: the peer may have reported some of what follows. */
  missingFrom(position: number): number;
}
