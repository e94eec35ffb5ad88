import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { lookupApp, runOf, SECOND } from '../engine/dns/nameTown';
import { PRESETS } from '../experiment/presets/inOrder';
import { townExperiment } from '../experiment/townFile';
import { cacheChangesBy, cacheEntriesAt } from './dnsCaches';
import { nameWalksBy } from './nameWalks';
import type { Run } from './run';

const preset = (id: string): Run => simulateAll(townExperiment(PRESETS.find((one) => one.id === id)!.town));
const walksOf = (run: Run) => nameWalksBy(run.traces[0]!, Infinity);
const hostsOf = (run: Run): readonly string[] => run.experiment.town.hosts.map(({ id }) => id);
const kinds = (run: Run): readonly (readonly string[])[] =>
  walksOf(run).map(({ steps }) => steps.map(({ what, from }) => `${hostsOf(run)[from]} ${what.kind}`));

describe('the walk of a lookup', () => {
  it('has every question and answer that it took, in order', () => {
    const run = preset('dns-tree');
    expect(kinds(run)).toEqual([
      [
        'C nameAsked',
        'D serverAsked',
        'root nameReferred',
        'D serverAsked',
        'com nameReferred',
        'D serverAsked',
        'ns nameAnswered',
        'D answeredFromSearch',
      ],
      ['C nameAsked', 'D answeredFromCache'],
      ['C nameAsked', 'D serverAsked', 'ns nameAnswered', 'D answeredFromSearch'],
      ['C nameAsked', 'D serverAsked', 'ns nameAnswered', 'D answeredFromSearch'],
    ]);
    for (const { steps, told } of walksOf(run)) {
      expect(told!.reason.kind).toBe('nameLookedUp');
      expect(steps.every(({ arrivedNs, event }) => arrivedNs > event.timeNs)).toBe(true);
    }
  });

  it('is known only from its first question on', () => {
    const trace = preset('dns-tree').traces[0]!;
    expect(nameWalksBy(trace, -1)).toHaveLength(0);
    expect(nameWalksBy(trace, 19 * SECOND)).toHaveLength(1);
    expect(nameWalksBy(trace, 20 * SECOND)).toHaveLength(2);
  });

  it('says what was lost, and goes on over TCP', () => {
    const run = preset('dns-trouble');
    const [first, , , last] = walksOf(run);
    expect(first!.steps.filter(({ lostNs }) => lostNs < Infinity).map(({ what }) => what.kind)).toEqual([
      'nameAnswered',
    ]);
    const overTcp = last!.steps.filter(({ over }) => over === 'tcp');
    expect(overTcp.map(({ what }) => what.kind)).toEqual([
      'nameAskedOverTcp',
      'nameAnswered',
      'nameAskedOverTcp',
      'answeredFromCache',
    ]);
    for (const { packet, to, arrivedNs } of overTcp) {
      expect(packet).toBeGreaterThan(0);
      expect(to).not.toBeNull();
      expect(arrivedNs).toBeLessThan(Infinity);
    }
  });

  it('ends with an answer of its own when two ask for the same at once', () => {
    const run = runOf([lookupApp('www.example.com'), lookupApp('www.example.com', { host: 'C2' })]);
    expect(walksOf(run).map(({ steps }) => steps.at(-1)!.what.kind)).toEqual([
      'answeredFromSearch',
      'answeredFromSearch',
    ]);
  });
});

describe('caches at a moment', () => {
  it('hold what was filled and has not outlived its TTL (RFC 1035 §3.2.1)', () => {
    const trace = preset('dns-tree').traces[0]!;
    const names = (seconds: number): readonly string[] =>
      cacheEntriesAt(trace, seconds * SECOND).map(({ what }) => `${what.name} ${what.type}`);
    expect(names(0)).toEqual([]);
    expect(names(1)).toEqual([
      'com NS',
      'ns.com A',
      'example.com NS',
      'ns.example.com A',
      'www.example.com A',
    ]);
    expect(names(60.5)).toEqual(['com NS', 'ns.com A', 'example.com NS', 'ns.example.com A']);
    expect(names(62)).toContain('www.example.com A');
  });

  it('change only when the count of their changes does', () => {
    const trace = preset('dns-tree').traces[0]!;
    const seen = Array.from({ length: 2600 }, (_, tick) => {
      const timeNs = (tick * SECOND) / 20;
      const held = cacheEntriesAt(trace, timeNs).map(({ filled }) => filled.index);
      return { changes: cacheChangesBy(trace, timeNs), held: held.join(' ') };
    });
    const unnoticed = seen.filter(({ changes, held }, i) => {
      const before = seen[i - 1];
      return before?.changes === changes && before.held !== held;
    });
    expect(unnoticed).toEqual([]);
  });
});
