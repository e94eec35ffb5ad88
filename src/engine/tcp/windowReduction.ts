import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import type { CongestionControl } from './congestion';
import type { AckNews, Outstanding } from './recovery';

/** RFC 5681 §3.2, step 3: the segments whose duplicate ACKs came have left the network. */
const INFLATION_SEGMENTS = 3;
const INFLATED: Reason = { kind: 'recoveryInflation' };
const DEFLATED: Reason = { kind: 'partialAckDeflation' };
const ENDED: Reason = { kind: 'recoveryEnded' };

/** What one ACK of a recovery says of the window. */
export interface RecoveryStep extends Pick<AckNews, 'bytes' | 'isAdvance' | 'isDuplicate'> {
  /** DeliveredData of RFC 6937 §3, in bytes. */
  readonly deliveredBytes: number;
  /** Bytes in the network now that losses have been marked. */
  readonly pipeBytes: number;
  /** It showed that more was lost. */
  readonly isWorse: boolean;
}

/** How does the window come down in fast recovery? To what is up to congestion control. */
export interface WindowReduction {
  /** A resend goes whatever the pipe holds, since cwnd and pipe do not tell how much may. */
  readonly forcesResends: boolean;
  begin(now: Nanoseconds, flightBytes: number): void;
  acknowledged(outstanding: Outstanding, step: RecoveryStep): void;
  sent(bytes: number): void;
  end(outstanding: Outstanding): void;
}

/** At once: the pipe alone then says how much may go (RFC 6675 §5, step 4.2). */
export class ImmediateReduction implements WindowReduction {
  readonly forcesResends = false;
  readonly #congestion: CongestionControl;

  constructor(congestion: CongestionControl) {
    this.#congestion = congestion;
  }

  begin(now: Nanoseconds, flightBytes: number): void {
    this.#congestion.lossNoticed(now, flightBytes);
  }

  acknowledged(): void {}

  sent(): void {}

  end(): void {}
}

/** At once, but inflated by what duplicate ACKs say has left the network (RFC 5681 §3.2, RFC 6582 §3.2). */
export class InflatedReduction implements WindowReduction {
  readonly forcesResends = true;
  readonly #congestion: CongestionControl;
  readonly #segmentBytes: number;

  constructor(congestion: CongestionControl, segmentBytes: number) {
    this.#congestion = congestion;
    this.#segmentBytes = segmentBytes;
  }

  begin(now: Nanoseconds, flightBytes: number): void {
    const { window } = this.#congestion;
    this.#congestion.lossNoticed(now, flightBytes);
    window.resize(window.ssthresh + INFLATION_SEGMENTS * this.#segmentBytes, INFLATED);
  }

  acknowledged(_outstanding: Outstanding, { bytes, isAdvance, isDuplicate }: RecoveryStep): void {
    const { window } = this.#congestion;
    const segment = this.#segmentBytes;
    // A segment has left the network: another may enter (RFC 5681 §3.2, step 4).
    if (isDuplicate) window.resize(window.cwnd + segment, INFLATED);
    if (!isAdvance) return;
    // Deflate by what left the network, but for one segment (RFC 6582 §3.2, step 3).
    const refill = bytes >= segment ? segment : 0;
    window.resize(Math.max(window.cwnd - bytes + refill, segment), DEFLATED);
  }

  sent(): void {}

  /** RFC 6582 §3.2, step 3, full acknowledgment: option 1, which lets no burst out. */
  end({ sendUnacked, sendNext }: Outstanding): void {
    const { window } = this.#congestion;
    const inFlight = Math.max(sendNext - sendUnacked, this.#segmentBytes);
    window.resize(Math.min(window.ssthresh, inFlight + this.#segmentBytes), ENDED);
  }
}
