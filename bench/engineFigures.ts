import type { BenchmarkRow } from '../src/cli/benchmark';
import type { Figure } from './figure';

/** What `cli bench --json` prints. */
export interface EngineReport {
  readonly peakMemoryBytes: number;
  readonly runs: readonly BenchmarkRow[];
}

/** The engine's speed and memory, as its command line measured them. */
export function engineFigures({ runs, peakMemoryBytes }: EngineReport): readonly Figure[] {
  const speeds = runs.map(
    ({ name, packetHopsPerSecond, packetHops, finishNs, retransmissions, wallMs }, i): Figure => ({
      id: `engine.${i}`,
      what: `engine, packet-hops of 10 MB over TCP, ${name}`,
      unit: 'per second',
      value: packetHopsPerSecond,
      samples: 1,
      ...(i === 0 ? { aim: '≥ 150 000' } : {}),
      facts: { packetHops, wallMs, finishNs: finishNs ?? 'never', retransmissions },
    }),
  );
  const facts = { runs: runs.length };
  return [
    ...speeds,
    { id: 'engine.memory', what: 'peak memory of those runs', unit: 'bytes', value: peakMemoryBytes, facts },
  ];
}
