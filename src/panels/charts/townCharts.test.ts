import { describe, expect, it } from 'vitest';
import { createI18n } from '../../../tests/createI18n';
import { simulateAll } from '../../engine/simulate';
import { bottleneck } from '../../experiment/presets/bottleneck';
import { ping } from '../../experiment/presets/ping';
import { townExperiment } from '../../experiment/townFile';
import { connectionsOf } from '../../trace/connectionEnds';
import { storyEndNs } from '../../trace/moments';
import { dashesOf } from './chartSpec';
import { queuesByLength, townCharts } from './townCharts';

const words = { t: createI18n('en').t, language: 'en' } as const;

describe('the charts of a town', () => {
  const run = simulateAll(townExperiment(bottleneck.town));
  const trace = run.traces[0]!;
  const charts = townCharts(words, run, storyEndNs(run), null);
  const linesOf = (id: string) => charts.find((chart) => chart.id === id)!.lines;

  it('show the windows of all connections together, and what arrives of each flow', () => {
    expect(linesOf('flows')).toHaveLength(connectionsOf(trace).length);
    for (const { label } of linesOf('flows')) {
      expect(linesOf('flowRate').some((line) => line.label === `TCP ${label}`)).toBe(true);
    }
  });

  it('show the longest queues, or that before the road one chooses', () => {
    const [longest, next] = queuesByLength(trace);
    expect(linesOf('queue')[0]!.id).toBe(`queue ${longest!.way}`);
    const chosen = townCharts(words, run, storyEndNs(run), next!.way).find(({ id }) => id === 'queue')!;
    expect(chosen.lines.map(({ id }) => id)).toEqual([`queue ${next!.way}`]);
    const elsewhere = townCharts(words, run, storyEndNs(run), 999).find(({ id }) => id === 'queue')!;
    expect(elsewhere.lines).toEqual(linesOf('queue'));
  });

  it('tell their lines apart without colours', () => {
    for (const { id, lines } of charts) {
      const looks = lines.map((line) => dashesOf(line).join(' '));
      expect(new Set(looks).size, id).toBe(looks.length);
    }
  });

  it('name ICMP by its hosts where there is nothing else', () => {
    const pings = simulateAll(townExperiment(ping.town));
    const labels = townCharts(words, pings, storyEndNs(pings), null).flatMap(({ lines }) =>
      lines.map(({ label }) => label),
    );
    expect(labels).toEqual(expect.arrayContaining(['ICMP A → B', 'ICMP B → A', 'ICMP R1 → A']));
  });
});
