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
        expect(responses).toHaveLength(4);
      }),
      { numRuns: 25 },
    );
    expect(loaded).toBeGreaterThan(20);
  });

  function webOn(scheme: string, pages: readonly Page[]) {
    return serving(scheme === 'https' ? { pages, port: 443, tls: true } : { pages });
  }
});
