import { describe, expect, it } from 'vitest';
import { createI18n } from '../../../tests/createI18n';
import { MECHANISM_GROUPS } from '../../trace/mechanismSource';
import { matches } from './searchMechanisms';

function found(language: 'ko' | 'en', search: string): readonly string[] {
  const { t } = createI18n(language);
  const all = MECHANISM_GROUPS.flatMap(({ mechanisms }) => mechanisms);
  return all.filter((one) => matches(t, one, search)).map(({ mechanism }) => mechanism);
}

describe('looking for a mechanism', () => {
  it('finds it by its words in either language, by its name in the engine and by its RFC', () => {
    expect(found('en', 'slow start')).toEqual(['slowStart']);
    expect(found('ko', '느린 시작')).toEqual(['slowStart']);
    expect(found('ko', 'karn')).toEqual(['karn']);
    expect(found('en', '3042')).toEqual(['limitedTransmit']);
    expect(found('en', 'tahoe')).toEqual(['fastRecovery']);
  });

  it('finds all with nothing to look for, and none where nothing fits', () => {
    expect(found('en', '').length).toBeGreaterThan(30);
    expect(found('en', ' ').length).toBeGreaterThan(30);
    expect(found('en', 'pigeon')).toEqual([]);
  });
});
