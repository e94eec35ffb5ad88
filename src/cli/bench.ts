import { parseArgs } from 'node:util';
import { BadInput } from './badInput';
import { type BenchmarkRow, runBenchmark } from './benchmark';
import type { Output } from './output';

/** `bench [--json]`: the benchmarks that need no browser. */
export function bench(args: readonly string[], print: Output): void {
  const isJson = wantsJson(args);
  const rows = runBenchmark();
  const [first] = rows;
  if (!isJson) return print(rows.map(lineOf));
  const { packetHopsPerSecond, finishNs, retransmissions } = first!;
  const peakMemoryBytes = process.resourceUsage().maxRSS * 1024;
  const report = { packetHopsPerSecond, finishNs, retransmissions, peakMemoryBytes, runs: rows };
  return print([JSON.stringify(report, undefined, 2)]);
}

function wantsJson(args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { json: { type: 'boolean' } } }).values.json === true;
  } catch (error) {
    throw new BadInput(`bench: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function lineOf(row: BenchmarkRow): string {
  const finish = row.finishNs === null ? 'never' : `${(row.finishNs / 1e9).toFixed(6)} s`;
  return `${row.name}: last byte at ${finish}, ${row.retransmissions} retransmissions, ${row.packetHops} packet-hops in ${row.wallMs} ms (${row.packetHopsPerSecond}/s)`;
}
