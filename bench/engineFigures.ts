import type { BenchmarkResult } from '../src/cli/benchmark';
import type { Figure } from './figure';

/** What `cli bench --json` prints. */
export interface EngineReport {
  readonly runs: readonly BenchmarkResult[];
}

/** The engine's speed and memory, as its command line measured them: each transfer in a process of its own. */
export function engineFigures({ runs }: EngineReport): readonly Figure[] {
  return runs.flatMap((run, i) => [speedOf(run, i), memoryOf(run, i)]);
}

function speedOf(run: BenchmarkResult, i: number): Figure {
  const { name, packetHopsPerSecond, packetHops, finishNs, retransmissions, wallMs, coldWallMs } = run;
  return {
    id: `engine.${i}`,
    what: `engine, packet-hops of 10 MB over TCP, ${name}`,
    unit: 'per second',
    value: packetHopsPerSecond,
    samples: 1,
    aim: '≥ 150 000',
    facts: {
      packetHops,
      wallMs,
      coldWallMs,
      finishNs: finishNs ?? 'never',
      retransmissions,
      growth: `${run.congestionControl} ${run.avoidanceGrowth}`,
    },
  };
}

function memoryOf({ name, peakMemoryBytes, idleMemoryBytes }: BenchmarkResult, i: number): Figure {
  return {
    id: `engine.${i}.memory`,
    what: `peak memory of that process, ${name}`,
    unit: 'bytes',
    value: peakMemoryBytes,
    facts: { idleMemoryBytes },
  };
}
