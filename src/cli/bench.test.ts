import { describe, expect, it } from 'vitest';
import { commandLine } from './commandLine';

describe('bench', () => {
  it('delivers all 10 MB and reports what design and users ask for', async () => {
    const printed: string[] = [];
    expect(
      await commandLine(
        ['bench', '--json'],
        (lines) => printed.push(...lines),
        () => {},
      ),
    ).toBe(0);
    const report = JSON.parse(printed.join('\n'));
    expect(report.packetHopsPerSecond).toBeGreaterThan(0);
    expect(report.peakMemoryBytes).toBeGreaterThan(10_000_000);
    // A link that never idles needs 8.30 s for so many bits.
    expect(report.finishNs).toBeGreaterThan(8.3e9);
    expect(report.runs.map((row: { retransmissions: number }) => row.retransmissions)).toEqual([
      report.retransmissions,
      1,
      5,
    ]);
  }, 60_000);

  it('one line for what it does not know', async () => {
    const complaints: string[] = [];
    expect(
      await commandLine(
        ['bench', '--fast'],
        () => {},
        (lines) => complaints.push(...lines),
      ),
    ).toBe(2);
    expect(complaints).toHaveLength(1);
  });
});
