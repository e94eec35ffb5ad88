import { describe, expect, it } from 'vitest';
import { bench } from './bench';
import type { BenchmarkResult } from './benchmark';
import { BENCHMARK_ROWS } from './benchmarkRows';
import { commandLine } from './commandLine';

/** One row in this process; its memory is not the row's own then. */
async function resultOf(id: string): Promise<BenchmarkResult> {
  const printed: string[] = [];
  const print = (lines: readonly string[]): void => void printed.push(...lines);
  expect(await commandLine(['bench', '--row', id], print, () => {})).toBe(0);
  return JSON.parse(printed.join('\n')) as BenchmarkResult;
}

describe('bench', () => {
  // ns-3 retransmits 68 with the growth rule of the first.
  it.each([
    ['perAck.none', 'perAck', 68],
    ['perWindow.burst', 'perWindow', 5],
  ])('delivers all 10 MB of %s and reports what design and users ask for', async (id, growth, resent) => {
    const result = await resultOf(id);
    expect(result).toMatchObject({ id, avoidanceGrowth: growth, retransmissions: resent });
    expect(result.packetHopsPerSecond).toBeGreaterThan(0);
    // Tests share a process, which may have held more before than this run needs.
    expect(result.peakMemoryBytes).toBeGreaterThanOrEqual(result.idleMemoryBytes);
    // A link that never idles needs 8.30 s for so many bits.
    expect(result.finishNs).toBeGreaterThan(8.3e9);
  });

  it('asks for each row by itself, and puts the figures of the first in front', async () => {
    const asked: (readonly string[])[] = [];
    const printed: string[] = [];
    const runAlone = async (args: readonly string[]): Promise<string> => {
      asked.push(args);
      return JSON.stringify({ id: args[2], retransmissions: asked.length });
    };
    await bench(['--json'], (lines) => printed.push(...lines), runAlone);
    expect(asked).toEqual(BENCHMARK_ROWS.map(({ id }) => ['bench', '--row', id]));
    const report = JSON.parse(printed.join('\n'));
    expect(report.retransmissions).toBe(1);
    expect(report.runs.map((row: { id: string }) => row.id)).toEqual(BENCHMARK_ROWS.map(({ id }) => id));
  });

  it.each([['--fast'], ['--row', 'x'], ['--row', '0']])(
    'one line for what it does not know',
    async (...args) => {
      const complaints: string[] = [];
      const complain = (lines: readonly string[]): void => void complaints.push(...lines);
      expect(await commandLine(['bench', ...args], () => {}, complain)).toBe(2);
      expect(complaints).toHaveLength(1);
    },
  );
});
