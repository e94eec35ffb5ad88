import type { Reason } from '../../trace/reason';

/** What the sender has outstanding, as positions (`sequence.ts`). */
export interface Outstanding {
  /** SND.UNA. */
  readonly sendUnacked: number;
  /** SND.NXT. */
  readonly sendNext: number;
  /** One past the highest position ever sent. */
  readonly highestSent: number;
  /** SMSS in bytes. */
  readonly sendMaxSegmentBytes: number;
}

/** The segment that starts at `position` is to be sent again. */
export interface Resend {
  readonly position: number;
  readonly reason: Reason;
}

/** What again? Window *sizing* is the other question: see `congestion.ts`. */
export interface LossRecovery {
  readonly phase: 'open' | 'fastRecovery' | 'timeoutRecovery';
  /** Duplicate ACKs since the last acknowledgment of something new. */
  readonly duplicateAcks: number;
  /** Bytes that may be in flight beyond cwnd. */
  readonly allowance: number;
  /** An ACK repeated SND.UNA (RFC 5681 §2). */
  duplicateAck(outstanding: Outstanding): void;
  /**
   * SND.UNA moved over `bytes` bytes of the stream. Answers whether the retransmission timer starts anew
   * (RFC 6298 §5.3, RFC 6582 §3.2).
   */
  acknowledged(outstanding: Outstanding, bytes: number): boolean;
  /** The retransmission timer expired; `isFirst` unless it did so before for the same segment. */
  timedOut(outstanding: Outstanding, isFirst: boolean): void;
  /** What is to be sent again now: asked until it answers `undefined`. */
  next(): Resend | undefined;
}
