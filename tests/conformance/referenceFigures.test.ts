import { describe, expect, it } from 'vitest';
import { bulkExperiment } from '../../src/cli/benchmarkRows';
import type { Experiment } from '../../src/experiment/experiment';
import type { TcpOptions } from '../../src/experiment/tcpOptions';
import { LINUX_TCP } from '../../src/experiment/tcpPresets';
import { logOf, type TransferLog } from './transferLog';

// What ns-3.37 and Linux 6.18 measured over the road of `cli bench`. docs/benchmarks.md explains each difference.
const SECOND_NS = 1e9;
/** Times at which cwnd was read off. */
const CWND_AT_S = [0.25, 0.5, 1, 2, 4, 8];
/** ns-3's clock starts with the SYN and counts the link layer a little otherwise: some ten microseconds. */
const CLOCK_S = 0.0001;

function transfer(lost: readonly number[], over: Partial<TcpOptions>): TransferLog {
  const growth = { congestionControl: 'reno', avoidanceGrowth: 'perAck', hybridSlowStart: false } as const;
  const experiment = bulkExperiment({ lost, growth });
  return logOf({ ...experiment, tcp: { ...experiment.tcp, ...over } });
}

/** The largest difference to cwnd in segments at the times above. */
function cwndDifference(log: TransferLog, expected: readonly number[]): number {
  return Math.max(...CWND_AT_S.map((s, i) => Math.abs(log.cwndAt(s) - expected[i]!)));
}

const seconds = (ns: number): number => ns / SECOND_NS;

describe('beside ns-3.37, newreno (RFC 5681 equation 3)', () => {
  it('fills the queue, loses 68 and recovers at the same instants', () => {
    const log = transfer([], {});
    const [first] = log.retransmissions;
    expect(log.retransmissions).toHaveLength(68);
    expect(first!.segment).toBe(384);
    expect(Math.abs(seconds(first!.timeNs) - 0.616517)).toBeLessThan(CLOCK_S);
    expect(log.recoveries).toHaveLength(1);
    expect(Math.abs(seconds(log.recoveries[0]!.toNs) - 0.95896)).toBeLessThan(CLOCK_S);
    expect(Math.abs(seconds(log.finishNs!) - 8.431026)).toBeLessThan(CLOCK_S);
    // ns-3 halves what it takes to be in the network, a segment less than FlightSize.
    expect(cwndDifference(log, [50, 155, 100.2, 104.1, 111.6, 125])).toBeLessThan(1.2);
  });

  it('repairs one loss with one retransmission, and grows on from there', () => {
    const log = transfer([50], {});
    expect(log.retransmissions.map(({ segment }) => segment)).toEqual([50]);
    expect(Math.abs(seconds(log.retransmissions[0]!.timeNs) - 0.213572)).toBeLessThan(CLOCK_S);
    expect(Math.abs(seconds(log.recoveries[0]!.toNs) - 0.257226)).toBeLessThan(CLOCK_S);
    expect(cwndDifference(log, [16.5, 19.1, 24.7, 36, 54.1, 78.6])).toBeLessThan(1.2);
    expect(Math.abs(seconds(log.finishNs!) / 8.939406 - 1)).toBeLessThan(0.01);
  });
});

describe('beside ns-3.37, cubic (growth by segments acknowledged)', () => {
  // Like ns-3 it seeks a maximum that it does not know, and reduces from cwnd.
  const NS3: Partial<TcpOptions> = {
    congestionControl: 'cubic',
    hybridSlowStart: true,
    growthLimitSegments: 1000,
    dialect: 'linux',
  };

  it('leaves slow start too late, and loses in two episodes', () => {
    const log = transfer([], NS3);
    expect(log.retransmissions[0]!.segment).toBe(260);
    expect(Math.abs(seconds(log.retransmissions[0]!.timeNs) - 0.443883)).toBeLessThan(CLOCK_S);
    expect(log.recoveries).toHaveLength(2);
    expect(Math.abs(seconds(log.recoveries[0]!.toNs) - 0.73706)).toBeLessThan(0.01);
    expect(Math.abs(log.retransmissions.length - 38)).toBeLessThanOrEqual(4);
    expect(Math.abs(seconds(log.finishNs!) / 8.407389 - 1)).toBeLessThan(0.001);
    expect(cwndDifference(log, [109, 117, 123, 98, 116, 122])).toBeLessThan(3);
  });
});

describe('beside Linux 6.18', () => {
  it('leaves slow start at about 89 segments and retransmits few', () => {
    const log = transfer([], { ...LINUX_TCP, receiveBufferBytes: 4_000_000, sendBufferBytes: 16_000_000 });
    const { segments, phase } = log.slowStartEnd;
    expect(phase).toBe('congestionAvoidance');
    expect(segments).toBeGreaterThan(80);
    expect(segments).toBeLessThan(105);
    expect(seconds(log.retransmissions[0]!.timeNs)).toBeGreaterThan(1);
    expect(log.retransmissions.length).toBeLessThan(20);
  });

  it('sends 100 kB over 50 ms in rounds of 10, 20 and 40', () => {
    const experiment = shortTransfer();
    const log = logOf(experiment);
    expect(log.finishNs! / SECOND_NS).toBeLessThan(0.18);
    expect(log.roundsOf(0.02)).toEqual([10, 20, 40]);
  });
});

/** 100 kB over a fast link of 25 ms. */
function shortTransfer(): Experiment {
  const growth = { congestionControl: 'cubic', avoidanceGrowth: 'perWindow', hybridSlowStart: true } as const;
  const bulk = bulkExperiment({ lost: [], growth });
  const links = bulk.town.links.map((link) => ({
    ...link,
    rateBps: 0,
    delayNs: link.delayNs === 0 ? 0 : 25_000_000,
  }));
  const apps = bulk.apps.map((app) =>
    app.kind === 'send' ? { ...app, payload: { ...app.payload, bytes: new Uint8Array(100_000) } } : app,
  );
  return {
    ...bulk,
    apps,
    town: { ...bulk.town, links },
    tcp: { ...LINUX_TCP, receiveBufferBytes: 4_000_000 },
  };
}
