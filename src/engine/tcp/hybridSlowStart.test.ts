import { describe, expect, it } from 'vitest';
import { HybridSlowStart } from './hybridSlowStart';
import { MS } from './virtualWire';

/** ACKs of one round after the other, each covering a position. */
class Rounds {
  readonly #hybrid = new HybridSlowStart();
  #position = 0;
  #nowNs = 0;

  /** The number of the ACK, from 1, at which the path is said to be full; 0 for none. */
  round(acks: number, rttMs: (nth: number) => number, gapMs = 5, cwndSegments = 40): number {
    const sendNext = this.#position + acks;
    for (let nth = 1; nth <= acks; nth += 1) {
      this.#position += 1;
      this.#nowNs += gapMs * MS;
      const delivery = {
        now: this.#nowNs,
        bytes: 1000,
        inFlight: 0,
        rttNs: rttMs(nth) * MS,
        isWindowLimited: true,
        sendUnacked: this.#position,
        sendNext,
      };
      if (this.#hybrid.isFull(delivery, cwndSegments)) return nth;
    }
    return 0;
  }
}

describe('hybrid slow start (Ha and Rhee 2008, constants of tcp_cubic.c)', () => {
  it('ends when the least round trip of a round has grown by an eighth, after eight samples', () => {
    const rounds = new Rounds();
    expect(rounds.round(20, () => 80)).toBe(0);
    expect(rounds.round(20, () => 90)).toBe(0);
    expect(rounds.round(20, () => 90.1)).toBe(9);
  });

  it('asks for 4 ms at least and 16 ms at most', () => {
    const short = new Rounds();
    short.round(20, () => 10);
    expect(short.round(20, () => 14)).toBe(0);
    expect(short.round(20, () => 14.1)).toBe(9);
    const long = new Rounds();
    long.round(20, () => 400);
    expect(long.round(20, () => 416)).toBe(0);
    expect(long.round(20, () => 416.1)).toBe(9);
  });

  it('is not misled by one quick sample in a round', () => {
    const rounds = new Rounds();
    rounds.round(20, () => 80);
    expect(rounds.round(20, (nth) => (nth === 5 ? 81 : 120))).toBe(0);
  });

  it('ends when ACKs have come close together for half the round trip', () => {
    // 80 ms: a train of 1 ms gaps is too long after 41 of them.
    expect(new Rounds().round(60, () => 80, 1)).toBe(42);
    expect(new Rounds().round(60, () => 80, 3)).toBe(0);
  });

  it('leaves windows of less than 16 segments alone', () => {
    const rounds = new Rounds();
    rounds.round(20, () => 80, 5, 15);
    expect(rounds.round(20, () => 200, 5, 15)).toBe(0);
    expect(rounds.round(20, () => 200, 5, 16)).toBe(9);
  });
});
