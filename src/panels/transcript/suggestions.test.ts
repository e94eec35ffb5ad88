import { describe, expect, it } from 'vitest';
import { handMadeExperiment, unfinished } from '../../../tests/handMade';
import { createI18n } from '../../../tests/createI18n';
import { parseFilter } from '../../trace/filterExpression';
import { fittingSuggestions, suggestionsFor, withSuggestion } from './suggestions';

const run = unfinished(handMadeExperiment({ text: 'A' }), []);
const all = suggestionsFor(createI18n('ko').t, run);

describe('suggestions', () => {
  it('are filters all of them, with the ports and hosts of the run', () => {
    for (const { term } of all) expect(parseFilter(term), term).toMatchObject({ ok: true });
    const terms = all.map(({ term }) => term);
    expect(terms).toContain('port 80');
    expect(terms).toContain('host 192.0.2.10');
    expect(new Set(terms).size).toBe(terms.length);
  });

  it('fit by their beginning and by what they are called in the viewer’s language', () => {
    expect(fittingSuggestions(all, '').length).toBe(all.length);
    expect(fittingSuggestions(all, 'tcp and retr').map(({ term }) => term)).toEqual(['retransmission']);
    expect(fittingSuggestions(all, '재전송').map(({ term }) => term)).toEqual(['retransmission']);
    expect(fittingSuggestions(all, 'loss')).toEqual([]);
  });

  it('take the place of what was being typed', () => {
    const [loss] = all;
    expect(withSuggestion('not (lo', loss!)).toBe('not (loss ');
    expect(withSuggestion('', loss!)).toBe('loss ');
  });
});
