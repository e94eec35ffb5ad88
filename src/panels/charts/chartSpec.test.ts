import { describe, expect, it } from 'vitest';
import { createI18n } from '../../../tests/createI18n';
import { simulateAll } from '../../engine/simulate';
import { defaultStreet, streetExperiment } from '../../experiment/street';
import { dashesOf } from './chartSpec';
import { connectionCharts } from './connectionCharts';
import { roadCharts } from './roadCharts';

describe('the lines of a chart', () => {
  it('are told apart without their colours, those of the other future among them', () => {
    const words = { t: createI18n('en').t, language: 'en' } as const;
    const street = defaultStreet('en');
    const run = simulateAll(streetExperiment(street));
    const other = simulateAll(streetExperiment({ ...street, seed: street.seed + 1 }));
    const trace = run.traces[0]!;
    const end = { trace, connection: 0, direction: 'opener' } as const;
    const charts = [
      ...connectionCharts(words, end, other.traces[0]!),
      ...roadCharts(words, run, other, 2_000_000_000),
    ];
    expect(charts.map(({ id }) => id)).toEqual(['window', 'rtt', 'sequence', 'queue', 'rate']);
    for (const { id, lines } of charts) {
      const looks = lines.map((line) =>
        [line.look === 'points', line.isOther, dashesOf(line).join(' '), line.width].join('|'),
      );
      expect(new Set(looks).size, id).toBe(looks.length);
    }
  });
});
