import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { BadInput } from './badInput';
import { type BenchmarkResult, measure } from './benchmark';
import { BENCHMARK_ROWS, type BenchmarkRow } from './benchmarkRows';
import { choiceFrom } from './numbers';
import type { Output } from './output';

/** Runs this program with these arguments in a process of its own; answers what it printed. */
type RunAlone = (args: readonly string[]) => Promise<string>;

/**
 * `bench [--json] [--row ID]`: the benchmarks that need no browser. Each row has a process to itself, so that neither
 * its memory nor what the compiler has learnt is another row's.
 */
export async function bench(
  args: readonly string[],
  print: Output,
  runAlone: RunAlone = runThisAlone,
): Promise<number> {
  const { isJson, row } = optionsFrom(args);
  if (row !== undefined) {
    print([JSON.stringify(measure(row))]);
    return 0;
  }
  const rows: BenchmarkResult[] = [];
  // One after another: two at once would be in each other's way.
  for (const { id } of BENCHMARK_ROWS) {
    const text = await runAlone(['bench', '--row', id]);
    const result = JSON.parse(text) as BenchmarkResult;
    rows.push(result);
    if (!isJson) print([lineOf(result)]);
  }
  if (isJson) print([JSON.stringify(reportOf(rows), undefined, 2)]);
  return 0;
}

/** The first row's figures stand for all. */
function reportOf(rows: readonly BenchmarkResult[]): object {
  const { packetHopsPerSecond, finishNs, retransmissions, peakMemoryBytes } = rows[0]!;
  return { packetHopsPerSecond, finishNs, retransmissions, peakMemoryBytes, runs: rows };
}

function optionsFrom(args: readonly string[]): { isJson: boolean; row: BenchmarkRow | undefined } {
  const { json, row } = valuesOf(args);
  const ids = BENCHMARK_ROWS.map(({ id }) => id);
  const id = row === undefined ? undefined : choiceFrom('row', row, ids);
  return { isJson: json === true, row: BENCHMARK_ROWS.find((candidate) => candidate.id === id) };
}

function valuesOf(args: readonly string[]): { json?: boolean; row?: string } {
  try {
    const options = { json: { type: 'boolean' }, row: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new BadInput(`bench: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function runThisAlone(args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [process.argv[1]!, ...args]);
  return stdout;
}

function lineOf(result: BenchmarkResult): string {
  const { name, finishNs, retransmissions, packetHops, packetHopsPerSecond, wallMs } = result;
  const finish = finishNs === null ? 'never' : `${(finishNs / 1e9).toFixed(6)} s`;
  const megabytes = Math.round(result.peakMemoryBytes / 1e6);
  return [
    `${name} (${growthName(result)}): last byte at ${finish}, ${retransmissions} retransmissions`,
    `${packetHops} packet-hops in ${wallMs} ms (${packetHopsPerSecond}/s), ${megabytes} MB`,
  ].join(', ');
}

function growthName({ congestionControl, avoidanceGrowth, hybridSlowStart }: BenchmarkResult): string {
  const rule = congestionControl === 'reno' ? `reno ${avoidanceGrowth}` : congestionControl;
  return hybridSlowStart ? `${rule}, HyStart` : rule;
}
