import type { CongestionControl } from './congestion';
import type { ForwardRto } from './forwardRto';
import type { LossDetection } from './lossDetection';
import type { Reordering } from './reordering';
import type { Scoreboard } from './scoreboard';
import type { SpuriousReduction } from './spuriousReduction';
import type { WindowReduction } from './windowReduction';

/** What a recovery is made of, and its habits. */
export interface RecoveryParts {
  readonly congestion: CongestionControl;
  readonly board: Scoreboard;
  /** `undefined`: only the timer repairs (the mechanism `fastRetransmit` is off). */
  readonly detection: LossDetection | undefined;
  /** `undefined`: a loss noticed early is dealt with like a timeout (Tahoe). */
  readonly reduction: WindowReduction | undefined;
  readonly reordering: Reordering;
  readonly spurious: SpuriousReduction | undefined;
  readonly forwardRto: ForwardRto | undefined;
  readonly hasSack: boolean;
  /** The first partial ACK of a recovery without SACK restarts the timer, no other (the "impatient" one of RFC 6582). */
  readonly isImpatient: boolean;
  /** Without SACK, duplicate ACKs count as if they reported a segment each, in a recovery too (RFC 6937 §3). */
  readonly countsDuplicatesAsSacked: boolean;
  /** Growth follows the delivery of segments, not the cumulative ACK alone. */
  readonly countsDelivery: boolean;
  /** Only something beyond its point ends a recovery. */
  readonly endsBeyondPoint: boolean;
  /** What the peer has reported counts even after a timeout, unless it has reneged (RFC 2018 §8 forgets it). */
  readonly keepsReports: boolean;
  readonly hasLimitedTransmit: boolean;
  /** Off: the first partial ACK ends a recovery. */
  readonly hasPartialAcks: boolean;
}
