import type { Experiment, Link, Rule, SendApp, Town } from '../experiment/experiment';
import type { TcpOptions } from '../experiment/tcpOptions';
import { RFC_TCP } from '../experiment/tcpPresets';

const MEGABYTE = 1_000_000;
const MILLISECOND_NS = 1_000_000;
const SERVER = '198.51.100.20';
const PORTS = { tcp: 80, udp: 9000 };
const CLEAR = { loss: 0, reorder: 0, reorderDelayNs: 0, duplicate: 0, corrupt: 0 };

/** How the sender's window grows. */
export type Growth = Pick<TcpOptions, 'congestionControl' | 'avoidanceGrowth' | 'hybridSlowStart'> &
  Partial<Pick<TcpOptions, 'growthLimitSegments' | 'dialect'>>;

/** One transfer to measure. */
export interface BenchmarkRow {
  /** Stays the same from release to release. */
  readonly id: string;
  readonly name: string;
  /** Data segments that the bottleneck loses, counted from 1. */
  readonly lost: readonly number[];
  readonly growth: Growth;
}

/** RFC 5681 §3.1, equation 3: the newreno of ns-3. */
const PER_ACK: Growth = { congestionControl: 'reno', avoidanceGrowth: 'perAck', hybridSlowStart: false };
/** RFC 5681 §3.1 as it recommends, by bytes. */
const PER_WINDOW: Growth = { ...PER_ACK, avoidanceGrowth: 'perWindow' };
/** CUBIC as ns-3 and Linux have it: by segments acknowledged, with HyStart. */
const CUBIC: Growth = {
  congestionControl: 'cubic',
  avoidanceGrowth: 'perAck',
  hybridSlowStart: true,
  growthLimitSegments: 1000,
  dialect: 'linux',
};

/** The first row stands for all where one figure is asked for. */
export const BENCHMARK_ROWS: readonly BenchmarkRow[] = [
  { id: 'perAck.none', name: 'no listed loss', lost: [], growth: PER_ACK },
  { id: 'perAck.single', name: 'data segment 50 lost', lost: [50], growth: PER_ACK },
  { id: 'perAck.burst', name: 'data segments 50–54 lost', lost: [50, 51, 52, 53, 54], growth: PER_ACK },
  { id: 'perWindow.none', name: 'no listed loss', lost: [], growth: PER_WINDOW },
  { id: 'perWindow.single', name: 'data segment 50 lost', lost: [50], growth: PER_WINDOW },
  { id: 'perWindow.burst', name: 'data segments 50–54 lost', lost: [50, 51, 52, 53, 54], growth: PER_WINDOW },
  { id: 'cubic.none', name: 'no listed loss', lost: [], growth: CUBIC },
  { id: 'cubic.single', name: 'data segment 50 lost', lost: [50], growth: CUBIC },
];

/** 10 MB through one bottleneck of 10 Mbit/s and 20 ms with room for 100 packets, MSS 1448, SACK. */
export function bulkExperiment({ lost, growth }: Pick<BenchmarkRow, 'lost' | 'growth'>): Experiment {
  return {
    version: 1,
    seed: 1,
    town: bottleneckTown(),
    lanes: ['tcp'],
    apps: [bulkSender(), { kind: 'receive', host: 'S', port: PORTS }],
    tcp: {
      ...RFC_TCP,
      ...growth,
      receiveBufferBytes: 4 * MEGABYTE,
      sendBufferBytes: 16 * MEGABYTE,
      rtoMinNs: 200 * MILLISECOND_NS,
    },
    rules: lost.map(dropOf),
    commands: [],
  };
}

function dropOf(nth: number): Rule {
  return { link: 'R-S', direction: 0, role: 'piece', nth, verdict: { kind: 'drop' } };
}

function bottleneckTown(): Town {
  const link = (over: Pick<Link, 'id' | 'from' | 'to' | 'delayNs' | 'rateBps'>): Link => ({
    ...over,
    queuePackets: 100,
    framingBytes: 2,
    weather: CLEAR,
  });
  return {
    hosts: [
      { id: 'C', address: '192.0.2.10', link: 'C-R' },
      { id: 'S', address: SERVER, link: 'R-S' },
    ],
    routers: [
      {
        id: 'R',
        address: '203.0.113.1',
        routes: [
          { prefix: '192.0.2.0/24', link: 'C-R' },
          { prefix: '198.51.100.0/24', link: 'R-S' },
        ],
      },
    ],
    links: [
      link({ id: 'C-R', from: 'C', to: 'R', delayNs: 0, rateBps: 1_000_000_000 }),
      link({ id: 'R-S', from: 'R', to: 'S', delayNs: 20 * MILLISECOND_NS, rateBps: 10_000_000 }),
    ],
  };
}

function bulkSender(): SendApp {
  return {
    kind: 'send',
    host: 'C',
    port: 50_000,
    to: { address: SERVER, port: PORTS },
    payload: {
      kind: 'file',
      name: 'bulk',
      mediaType: 'application/octet-stream',
      bytes: new Uint8Array(10 * MEGABYTE),
      numbered: false,
    },
    pieceBytes: 1448,
    startNs: 0,
    everyNs: 0,
  };
}
