import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import type { Range } from './rangeSet';
import type { SentSegment } from './scoreboard';

/** What the sender has outstanding, as positions (`sequence.ts`). */
export interface Outstanding {
  /** SND.UNA. */
  readonly sendUnacked: number;
  /** SND.NXT. */
  readonly sendNext: number;
  /** One past the highest byte of the stream ever sent: SND.NXT without a FIN. */
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

/** Everything that an ACK says about what was sent. */
export interface AckNews extends NewlyAcknowledged {
  /** SND.UNA moved. */
  readonly isAdvance: boolean;
  /** It repeats SND.UNA and the window, and carries nothing (RFC 5681 §2). */
  readonly isDuplicate: boolean;
  /** Segments that it tells to have arrived and nothing was known of, by SEG.ACK and by SACK. */
  readonly arrived: readonly SentSegment[];
  /** Bytes of the stream in them: DeliveredData of RFC 6937 §3. */
  readonly deliveredBytes: number;
  /** One past the highest position that was reported before. */
  readonly highestSacked: number;
  /** Some of them were reported by SACK. */
  readonly isReporting: boolean;
  /** What has arrived twice (RFC 2883). */
  readonly duplicate: Range | undefined;
  /** When what it answers was sent, rounded down to a tick of the timestamp clock (RFC 7323 §3.2). */
  readonly echoedNs: Nanoseconds | undefined;
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
  /** Reported by SACK (RFC 2018), and the segments that they went out in. */
  readonly sackedBytes: number;
  readonly sackedSegments: number;
  /** Taken for lost, whether sent again or not. */
  readonly lostBytes: number;
  /** Sent again, and neither acknowledged nor reported since. */
  readonly resentBytes: number;
  /** What is taken for lost and has no copy on its way, in ascending order. */
  readonly lost: readonly Range[];
  /** What was sent again and may be on its way. */
  readonly resent: readonly Range[];
}

/** `open` also while there is disorder that may yet be harmless. */
export type RecoveryPhase = 'open' | 'fastRecovery' | 'timeoutRecovery';

/** What again? Window *sizing* is the other question: see `congestion.ts`. */
export interface LossRecovery {
  readonly phase: RecoveryPhase;
  /** Duplicate ACKs since the last acknowledgment of something new; with SACK, those that report something new. */
  readonly duplicateAcks: number;
  /** How many segments something may be late before it counts as lost: DupThresh, which may have been learnt. */
  readonly reorderingSegments: number;
  /** What the peer has reported beyond SND.UNA, in ascending order: the scoreboard of RFC 6675 §3. */
  readonly scoreboard: readonly Range[];
  /** One past the highest position sent when the last recovery began, 0 before the first (RFC 6675 §2, RFC 6582 §3.2). */
  readonly recoveryPoint: number;
  /** When a segment that is late will count as lost, Infinity if none is (RFC 8985 §6.2, step 5). */
  readonly lateAtNs: Nanoseconds;
  /** What the sender believes just now, for those who look on. */
  estimate(outstanding: Outstanding): FlightEstimate;
  /** Bytes taken to be in the network: what has to fit into cwnd together with the next segment. */
  pipe(outstanding: Outstanding): number;
  /** An ACK came. Answers whether the retransmission timer starts anew (RFC 6298 §5.3, RFC 6582 §3.2). */
  acknowledged(outstanding: Outstanding, news: AckNews): boolean;
  /** The time `lateAtNs` has come. */
  becameLate(outstanding: Outstanding, now: Nanoseconds): void;
  /** The retransmission timer expired, for which `reason` has a name; `isFirst` unless it did so before for the same segment. */
  timedOut(outstanding: Outstanding, now: Nanoseconds, isFirst: boolean, reason: Reason): void;
  /** Segments must be smaller: all that are outstanding are sent again, which is no sign of congestion (RFC 1191 §6.4). */
  pathShrank(outstanding: Outstanding): void;
  /** What is to be sent again before anything new: asked until it answers `undefined`. */
  next(outstanding: Outstanding): Resend | undefined;
  /** What may be sent again when nothing new can be sent: asked until it answers `undefined`. */
  lastResort(outstanding: Outstanding): Resend | undefined;
  /** What was asked for last has been sent again, as `[start, end)`. */
  resent(start: number, end: number, now: Nanoseconds): void;
  /** So many bytes were sent for the first time. */
  sent(bytes: number): void;
}
