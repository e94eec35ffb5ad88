import type { BenchmarkResult } from '../src/cli/benchmark';
import type { Figure } from './figure';

/** What `cli bench --json` prints. */
export interface EngineReport {
  readonly runs: readonly BenchmarkResult[];
}

/** The engine's speed and memory, as its command line measured them: each transfer in a process of its own. */
export function engineFigures({ runs }: EngineReport): readonly Figure[] {
  return runs.flatMap((run) => [speedOf(run), memoryOf(run)]);
}

function speedOf(run: BenchmarkResult): Figure {
  const { id, name, packetHopsPerSecond, packetHops, finishNs, retransmissions, wallMs, coldWallMs } = run;
  return {
    id: `engine.${id}`,
    what: `engine, packet-hops of 10 MB over TCP, ${name}, ${growthOf(run)}`,
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
      growth: growthOf(run),
    },
  };
}

function memoryOf(run: BenchmarkResult): Figure {
  const { id, name, peakMemoryBytes, idleMemoryBytes } = run;
  return {
    id: `engine.${id}.memory`,
    what: `peak memory of that process, ${name}, ${growthOf(run)}`,
    unit: 'bytes',
    value: peakMemoryBytes,
    facts: { idleMemoryBytes },
  };
}

function growthOf({ congestionControl, avoidanceGrowth }: BenchmarkResult): string {
  return congestionControl === 'reno' ? `reno ${avoidanceGrowth}` : congestionControl;
}
