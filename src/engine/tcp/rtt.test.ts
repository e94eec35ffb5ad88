import { describe, expect, it } from 'vitest';
import { RttEstimator } from './rtt';
import { MS } from './virtualWire';

const estimator = (): RttEstimator =>
  new RttEstimator({
    rtoInitialNs: 1000 * MS,
    rtoMinNs: 1000 * MS,
    rtoMaxNs: 60_000 * MS,
    rtoVarianceMinNs: MS,
  });

describe('RttEstimator (RFC 6298 §2)', () => {
  it('starts with 1 s, then follows SRTT + 4 RTTVAR down to the floor', () => {
    const rtt = estimator();
    const rtos = [rtt.rtoNs];
    for (let i = 0; i < 5; i += 1) {
      rtt.sample(500 * MS, 1);
      rtos.push(rtt.rtoNs);
    }
    expect(rtos.map((ns) => ns / MS)).toEqual([1000, 1500, 1250, 1062.5, 1000, 1000]);
    expect([rtt.smoothedRttNs, rtt.rttVarianceNs]).toEqual([500 * MS, 79_101_563]);
  });

  it('moves an eighth of the way to a new value, its deviation a quarter', () => {
    const rtt = estimator();
    rtt.sample(100 * MS, 1);
    rtt.sample(180 * MS, 1);
    expect([rtt.smoothedRttNs, rtt.rttVarianceNs]).toEqual([110 * MS, 57.5 * MS]);
  });

  it('gives each of many samples of a round trip less weight (RFC 7323 §4.2)', () => {
    const rtt = estimator();
    rtt.sample(100 * MS, 1);
    rtt.sample(180 * MS, 4);
    expect([rtt.smoothedRttNs, rtt.rttVarianceNs]).toEqual([102.5 * MS, 51.875 * MS]);
  });

  it('backs off to the ceiling until the next sample (§5.5)', () => {
    const rtt = estimator();
    for (let i = 0; i < 10; i += 1) rtt.backOff();
    expect(rtt.rtoNs).toBe(60_000 * MS);
    rtt.sample(500 * MS, 1);
    expect(rtt.rtoNs).toBe(1500 * MS);
  });
});
