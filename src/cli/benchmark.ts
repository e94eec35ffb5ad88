import { performance } from 'node:perf_hooks';
import { simulateLane } from '../engine/simulate';
import { Tally } from '../engine/tally';
import type { Experiment } from '../experiment/experiment';
import { type BenchmarkRow, bulkExperiment, type Growth } from './benchmarkRows';

/** Odd, so that one of them is the median. */
const WARM_RUNS = 5;

/** What one row came to. */
export interface BenchmarkResult extends Growth {
  readonly id: string;
  readonly name: string;
  /** When the last byte reached the receiving app, in virtual time; `null` if never. */
  readonly finishNs: number | null;
  readonly retransmissions: number;
  readonly packetHops: number;
  /** Median of the runs that find the code compiled. */
  readonly packetHopsPerSecond: number;
  readonly wallMs: number;
  /** The first run of the process, which compiles the code. */
  readonly coldWallMs: number;
  /** The most that the process held until its first run was over, Node.js itself included (resident set). */
  readonly peakMemoryBytes: number;
  /** What it held before there was an experiment. */
  readonly idleMemoryBytes: number;
}

/** Measures one row with the trace off. Its memory is true only where the process has done nothing else before. */
export function measure(row: BenchmarkRow): BenchmarkResult {
  const idleMemoryBytes = process.memoryUsage.rss();
  const experiment = bulkExperiment(row);
  const cold = runOnce(experiment);
  const peakMemoryBytes = process.resourceUsage().maxRSS * 1024;
  const times = Array.from({ length: WARM_RUNS }, () => runOnce(experiment).wallMs).toSorted((a, b) => a - b);
  const wallMs = times[times.length >> 1]!;
  const { finishNs, retransmissions, packetHops } = cold.tally;
  return {
    id: row.id,
    name: row.name,
    ...row.growth,
    finishNs,
    retransmissions,
    packetHops,
    packetHopsPerSecond: Math.round((packetHops * 1000) / wallMs),
    wallMs: Math.round(wallMs),
    coldWallMs: Math.round(cold.wallMs),
    peakMemoryBytes,
    idleMemoryBytes,
  };
}

function runOnce(experiment: Experiment): { readonly tally: Tally; readonly wallMs: number } {
  const tally = new Tally();
  const startMs = performance.now();
  const lane = simulateLane(experiment, 'tcp', tally);
  while (lane.step(100_000));
  return { tally, wallMs: performance.now() - startMs };
}
