import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import type { NewlyAcknowledged } from './recovery';

const UNSET: Reason = { kind: 'none' };

/**
 * Two sizes in bytes, each with the reason for which it was set last: whoever sets one has to say why. Outside fast
 * recovery congestion control owns `cwnd`; during it loss recovery may inflate it.
 */
export class CongestionWindow {
  #cwnd = 0;
  #ssthresh: number;
  #cwndReason = UNSET;
  #ssthreshReason = UNSET;

  constructor(initialThresholdBytes: number) {
    this.#ssthresh = initialThresholdBytes;
  }

  /** What may be in flight (RFC 5681 §2). */
  get cwnd(): number {
    return this.#cwnd;
  }

  /** Below it slow start, from it on congestion avoidance. */
  get ssthresh(): number {
    return this.#ssthresh;
  }

  get cwndReason(): Reason {
    return this.#cwndReason;
  }

  get ssthreshReason(): Reason {
    return this.#ssthreshReason;
  }

  /** Sets `cwnd`. */
  resize(bytes: number, why: Reason): void {
    if (bytes === this.#cwnd) return;
    this.#cwnd = bytes;
    this.#cwndReason = why;
  }

  /** Sets `cwnd`, if it is smaller. */
  widen(bytes: number, why: Reason): void {
    this.resize(Math.max(this.#cwnd, bytes), why);
  }

  /** Sets `ssthresh`. */
  setThreshold(bytes: number, why: Reason): void {
    if (bytes === this.#ssthresh) return;
    this.#ssthresh = bytes;
    this.#ssthreshReason = why;
  }
}

/** What an acknowledgment tells congestion control. */
export interface Delivery extends NewlyAcknowledged {
  /** SND.UNA and SND.NXT as positions, after the ACK: rounds of the window are counted by them. */
  readonly sendUnacked: number;
  readonly sendNext: number;
}

/** The news with what growth has to know beside it; `bytes` are those that the window may grow for. */
export function deliveryOf(
  { sendUnacked, sendNext }: Pick<Delivery, 'sendUnacked' | 'sendNext'>,
  { now, inFlight, rttNs, isWindowLimited, hasEcho = false }: NewlyAcknowledged,
  bytes: number,
): Delivery {
  // Made for every ACK: written out, because a spread takes V8 many times as long.
  return { now, bytes, inFlight, rttNs, isWindowLimited, hasEcho, sendUnacked, sendNext };
}

/** How much may be in flight? Loss *detection* is the other question: see `recovery.ts`. */
export interface CongestionControl {
  readonly window: CongestionWindow;
  /** The connection is established; sizes in bytes. */
  begin(maxSegmentBytes: number, initialWindowBytes: number): void;
  /** Segments are smaller from now on: the path takes no larger ones (RFC 1191 §6.4). */
  segmentsAre(maxSegmentBytes: number): void;
  /** New bytes were acknowledged outside fast recovery; `bytes` are those that the window may grow for. */
  acknowledged(delivery: Delivery): void;
  /** A loss was noticed with `inFlight` bytes outstanding while ACKs still arrive: sets `ssthresh`, and `cwnd` to it. */
  lossNoticed(now: Nanoseconds, inFlight: number): void;
  /** The peer echoes a congestion mark: as a loss, but cwnd may fall to one segment (RFC 3168 §6.1.2, RFC 9438 §4.6). */
  markNoticed(now: Nanoseconds, inFlight: number): void;
  /** The retransmission timer expired; `isFirst` unless it did so before for the same segment. */
  timedOut(now: Nanoseconds, inFlight: number, isFirst: boolean): void;
  /** The last reduction was for nothing: the window is what it was before (RFC 4015 §3.2, RFC 9438 §4.9). */
  undo(): void;
  /** Data is about to be sent; nothing is in flight, and nothing was sent after `sinceNs`. */
  idled(now: Nanoseconds, sinceNs: Nanoseconds, rtoNs: Nanoseconds): void;
}
