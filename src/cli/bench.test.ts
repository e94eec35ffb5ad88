import { describe, expect, it } from 'vitest';
import { bench } from './bench';
import { BENCHMARK_ROWS } from './benchmarkRows';
import { commandLine } from './commandLine';

/** Runs the command line in this process; its memory is not the row's own then. */
async function runHere(args: readonly string[]): Promise<string> {
  const printed: string[] = [];
  expect(
    await commandLine(
      args,
      (lines) => printed.push(...lines),
      () => {},
    ),
  ).toBe(0);
  return printed.join('\n');
}

describe('bench', () => {
  it('delivers all 10 MB and reports what design and users ask for', async () => {
    const printed: string[] = [];
    await bench(['--json'], (lines) => printed.push(...lines), runHere);
    const report = JSON.parse(printed.join('\n'));
    expect(report.runs.map((row: { name: string }) => row.name)).toEqual(
      BENCHMARK_ROWS.map(({ name }) => name),
    );
    for (const row of [report, ...report.runs]) {
      expect(row.packetHopsPerSecond).toBeGreaterThan(0);
      expect(row.peakMemoryBytes).toBeGreaterThan(10_000_000);
      // A link that never idles needs 8.30 s for so many bits.
      expect(row.finishNs).toBeGreaterThan(8.3e9);
    }
    expect(report.runs[0]).toMatchObject({ congestionControl: 'reno', avoidanceGrowth: 'perWindow' });
    expect(report.runs.slice(0, 3).map((row: { retransmissions: number }) => row.retransmissions)).toEqual([
      report.retransmissions,
      1,
      5,
    ]);
  }, 60_000);

  it.each([['--fast'], ['--row', 'x'], ['--row', '99']])(
    'one line for what it does not know',
    async (...args) => {
      const complaints: string[] = [];
      expect(
        await commandLine(
          ['bench', ...args],
          () => {},
          (lines) => complaints.push(...lines),
        ),
      ).toBe(2);
      expect(complaints).toHaveLength(1);
    },
  );
});
