import type { Nanoseconds } from '../../experiment/experiment';
import type { Delivery } from './congestion';

// Constants of Linux's tcp_cubic.c; the method is that of Ha and Rhee, "Taming the Elephants: New TCP Slow Start" (2008).
const MILLISECOND_NS = 1_000_000;
/** `hystart_low_window`: below so many segments neither sign is looked for. */
const LOW_WINDOW_SEGMENTS = 16;
/** `HYSTART_MIN_SAMPLES`: round trips of a round that are measured before its least one is judged. */
const SAMPLES_PER_ROUND = 8;
/** `HYSTART_DELAY_THRESH`: the round trip has grown by an eighth, but by 4 ms at least and 16 ms at most. */
const GROWTH_SHARE = 8;
const LEAST_GROWTH_NS = 4 * MILLISECOND_NS;
const MOST_GROWTH_NS = 16 * MILLISECOND_NS;
/** `hystart_ack_delta_us`: ACKs no further apart than 2 ms are one train. */
const TRAIN_GAP_NS = 2 * MILLISECOND_NS;
/** A train as long as half the round trip: two windows of this size fill the path. */
const TRAIN_SHARE = 2;

/** Tells by the round trips and by how closely ACKs come that slow start has filled the path, before it overflows. */
export class HybridSlowStart {
  #leastRttNs: Nanoseconds = Infinity;
  #roundEnd = 0;
  #roundSinceNs: Nanoseconds = 0;
  #lastOfTrainNs: Nanoseconds = 0;
  #leastOfRoundNs: Nanoseconds = Infinity;
  #samples = 0;

  /** Takes an ACK; answers whether slow start should end here. */
  isFull(delivery: Delivery, cwndSegments: number): boolean {
    const { now, rttNs, sendUnacked, sendNext } = delivery;
    if (rttNs === undefined) return false;
    this.#leastRttNs = Math.min(this.#leastRttNs, rttNs);
    if (sendUnacked > this.#roundEnd) this.#beginRound(now, sendNext);
    if (cwndSegments < LOW_WINDOW_SEGMENTS) return false;
    const isTrainLong = this.#isTrainLong(now);
    return this.#hasDelayGrown(rttNs) || isTrainLong;
  }

  #beginRound(now: Nanoseconds, sendNext: number): void {
    this.#roundEnd = sendNext;
    this.#roundSinceNs = now;
    this.#lastOfTrainNs = now;
    this.#leastOfRoundNs = Infinity;
    this.#samples = 0;
  }

  #isTrainLong(now: Nanoseconds): boolean {
    if (now - this.#lastOfTrainNs > TRAIN_GAP_NS) return false;
    this.#lastOfTrainNs = now;
    return (now - this.#roundSinceNs) * TRAIN_SHARE > this.#leastRttNs;
  }

  #hasDelayGrown(rttNs: Nanoseconds): boolean {
    this.#leastOfRoundNs = Math.min(this.#leastOfRoundNs, rttNs);
    if (this.#samples < SAMPLES_PER_ROUND) {
      this.#samples += 1;
      return false;
    }
    const share = Math.floor(this.#leastRttNs / GROWTH_SHARE);
    const growth = Math.min(Math.max(share, LEAST_GROWTH_NS), MOST_GROWTH_NS);
    return this.#leastOfRoundNs > this.#leastRttNs + growth;
  }
}
