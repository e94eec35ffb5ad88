import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { parseFilter } from './filterExpression';
import { transcriptEntries, transcriptText } from './transcript';
import { filteredEntries } from './transcriptFilter';

const run = simulateAll(streetExperiment(defaultStreet('en')));
const entries = transcriptEntries(run);

function linesOf(text: string): readonly string[] {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(parsed.problem.kind);
  return filteredEntries(run, entries, parsed.filter).map((entry) => transcriptText(run, entry));
}

const all = linesOf('');

describe('filteredEntries', () => {
  it('leaves the lines whose text says so', () => {
    const words: readonly (readonly [string, RegExp])[] = [
      ['loss', / \[lost on /u],
      ['syn', /Flags \[S\.?\]/u],
      ['fin', /Flags \[F/u],
      ['sack', /sack \d+ \{/u],
      ['timer', /# .* timer expired/u],
      ['state', /# .* -> /u],
      ['app', /# .* app /u],
      ['dst port 9000', / > 198\.51\.100\.20\.9000:/u],
      ['src host 198.51.100.20', / IP 198\.51\.100\.20|# S /u],
      ['"flags [s.]"', /Flags \[S\.\]/u],
    ];
    for (const [filter, pattern] of words) {
      const expected = all.filter((line) => pattern.test(line));
      expect(expected.length, filter).toBeGreaterThan(0);
      expect(linesOf(filter), filter).toEqual(expected);
    }
  });

  it('means by a word for a packet every line about it', () => {
    const resent = linesOf('retransmission');
    expect(resent.some((line) => line.includes('[retransmission 1]'))).toBe(true);
    const both = linesOf('retransmission and loss');
    expect(both).toEqual(resent.filter((line) => line.includes('[lost on')));
    expect(both.length).toBeGreaterThan(0);
    expect(linesOf('dupack').length).toBeGreaterThan(0);
  });

  it('shares the lines out between the protocols, and between a filter and its opposite', () => {
    expect(linesOf('tcp').length + linesOf('udp').length).toBe(all.length);
    expect(linesOf('loss').length + linesOf('not loss').length).toBe(all.length);
    expect(linesOf('host C or host S')).toEqual(all);
    expect(linesOf('tcp udp')).toEqual([]);
  });

  it('finds a host by its name and by its address', () => {
    expect(linesOf('src host s')).toEqual(linesOf('src host 198.51.100.20'));
    expect(linesOf('host nobody')).toEqual([]);
  });
});
