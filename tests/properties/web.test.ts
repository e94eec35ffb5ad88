import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  browsing,
  page,
  pageShowing,
  serving,
  streaming,
  webStory,
  withRoad,
} from '../../src/engine/http/webBench';
import { simulateAll } from '../../src/engine/simulate';
import type { Experiment, Link } from '../../src/experiment/experiment';
import type { Page } from '../../src/experiment/webApps';

const MS = 1_000_000;
const PAGES = [pageShowing('/', '/a', '/b', '/c'), page('/a', 2000), page('/b', 6000), page('/c', 14_000)];

describe('whatever the weather', () => {
  const weather = fc.record({
    loss: fc.double({ min: 0, max: 0.3, noNaN: true }),
    reorder: fc.double({ min: 0, max: 0.5, noNaN: true }),
    reorderDelayNs: fc.constant(30 * MS),
    duplicate: fc.double({ min: 0, max: 0.3, noNaN: true }),
    corrupt: fc.double({ min: 0, max: 0.1, noNaN: true }),
  });

  const inWeather = (experiment: Experiment, bad: Link['weather']): Experiment => ({
    ...experiment,
    town: {
      ...experiment.town,
      links: experiment.town.links.map((link) => (link.id === 'R-S' ? { ...link, weather: bad } : link)),
    },
  });

  it.each(['h3', 'http', 'https'])('a page over %s comes whole, or its failure is told', (scheme) => {
    let loaded = 0;
    fc.assert(
      fc.property(weather, fc.nat(10_000), (bad, seed) => {
        const server = scheme === 'h3' ? streaming(PAGES) : webOn(scheme, PAGES);
        const experiment = withRoad([server, browsing([`${scheme}://198.51.100.20/`])], { seed });
        const story = webStory(simulateAll(inWeather(experiment, bad)));
        const responses = story.filter((line) => line.includes('responseReceived'));
        const ends = story.filter((line) => / page(Loaded|Failed) /.test(line));
        expect(ends).toHaveLength(1);
        if (!ends[0]!.includes('pageLoaded')) return;
        loaded += 1;
        expect(ends[0]).toContain('pageLoaded 0 22044 ');
        const sizes = responses.map((line) => line.replace(/^.* (\/\w*) 200 (\d+) .*$/, '$1 $2'));
        expect(sizes.toSorted()).toEqual(['/ 44', '/a 2000', '/b 6000', '/c 14000']);
      }),
      { numRuns: 25 },
    );
    expect(loaded).toBeGreaterThan(20);
  });

  function webOn(scheme: string, pages: readonly Page[]) {
    return serving(scheme === 'https' ? { pages, port: 443, tls: true } : { pages });
  }
});

describe('a page with three parts that loses one packet of its answers', () => {
  const parts = [pageShowing('/', '/a', '/b', '/c'), page('/a', 2000), page('/b', 3000), page('/c', 4000)];

  /** When each part came, with the nth packet that the server sends for itself lost; undefined: with none lost. */
  function arrivals(scheme: 'https' | 'h3', nth?: number): readonly string[] {
    const server = scheme === 'h3' ? streaming(parts) : serving({ pages: parts, port: 443, tls: true });
    const rule = {
      link: 'R-S',
      direction: 1,
      role: 'control',
      nth: nth ?? 1,
      verdict: { kind: 'drop' },
    } as const;
    const rules = nth === undefined ? [] : [rule];
    const run = simulateAll(withRoad([server, browsing([`${scheme}://198.51.100.20/`])], { rules }));
    return webStory(run).filter((line) => / responseReceived 0 \/\w /.test(line));
  }

  /** How many parts come later for each lost packet that holds any of them up. */
  function heldUp(scheme: 'https' | 'h3'): readonly number[] {
    const whole = arrivals(scheme);
    const counts = Array.from({ length: 30 }, (_, i) => {
      const late = arrivals(scheme, i + 1).filter((line) => !whole.includes(line));
      // All of them: what was lost came before the first of them was asked for.
      return late.length === 3 && i < 8 ? 0 : late.length;
    });
    return counts.filter((count) => count > 0);
  }

  it('waits for that part alone over streams (RFC 9000 §2.2)', () => {
    const counts = heldUp('h3');
    expect(counts.length).toBeGreaterThan(6);
    expect(new Set(counts)).toEqual(new Set([1]));
  });

  it('makes later parts wait over TCP: the head of the line blocks it (RFC 9000 §13)', () => {
    expect(Math.max(...heldUp('https'))).toBeGreaterThan(1);
  });
});
