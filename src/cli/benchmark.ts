import { performance } from 'node:perf_hooks';
import { simulateLane } from '../engine/simulate';
import { Tally } from '../engine/tally';
import type { Experiment, Link, Rule, SendApp, Town } from '../experiment/experiment';
import { RFC_TCP } from '../experiment/tcpPresets';

const MEGABYTE = 1_000_000;
const MILLISECOND_NS = 1_000_000;
const SERVER = '198.51.100.20';
const PORTS = { tcp: 80, udp: 9000 };
const CLEAR = { loss: 0, reorder: 0, reorderDelayNs: 0, duplicate: 0, corrupt: 0 };

export interface BenchmarkRow {
  readonly name: string;
  readonly finishNs: number | null;
  readonly retransmissions: number;
  readonly packetHops: number;
  readonly packetHopsPerSecond: number;
  readonly wallMs: number;
}

/** The bulk transfers of the benchmark: 10 MB through one 10 Mbit/s, 20 ms bottleneck, trace off. */
export function runBenchmark(): readonly BenchmarkRow[] {
  const drop = (nth: number): Rule => ({
    link: 'R-S',
    direction: 0,
    role: 'piece',
    nth,
    verdict: { kind: 'drop' },
  });
  // The first run teaches the compiler; its time says nothing about the engine.
  measure('warm-up', bulkExperiment([drop(50)]));
  return [
    measure('no listed loss', bulkExperiment([])),
    measure('data segment 50 lost', bulkExperiment([drop(50)])),
    measure('data segments 50–54 lost', bulkExperiment([50, 51, 52, 53, 54].map(drop))),
  ];
}

function measure(name: string, experiment: Experiment): BenchmarkRow {
  const tally = new Tally();
  const startMs = performance.now();
  const lane = simulateLane(experiment, 'tcp', tally);
  while (lane.step(100_000));
  const wallMs = performance.now() - startMs;
  return {
    name,
    finishNs: tally.finishNs,
    retransmissions: tally.retransmissions,
    packetHops: tally.packetHops,
    packetHopsPerSecond: Math.round((tally.packetHops * 1000) / wallMs),
    wallMs: Math.round(wallMs),
  };
}

function bulkExperiment(rules: readonly Rule[]): Experiment {
  return {
    version: 1,
    seed: 1,
    town: bottleneckTown(),
    lanes: ['tcp'],
    apps: [bulkSender(), { kind: 'receive', host: 'S', port: PORTS }],
    tcp: {
      ...RFC_TCP,
      receiveBufferBytes: 4 * MEGABYTE,
      sendBufferBytes: 16 * MEGABYTE,
      rtoMinNs: 200 * MILLISECOND_NS,
    },
    rules,
    commands: [],
  };
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
