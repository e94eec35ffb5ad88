import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../engine/simulate';
import type { Command } from '../../experiment/command';
import { defaultStreet, streetExperiment } from '../../experiment/street';
import { createI18n } from '../../../tests/createI18n';
import { compareRuns } from '../../trace/compareRuns';
import { differencesOf } from './differences';

const off: Command = { kind: 'powerOff', atNs: 0, host: 'S' };

describe('the differences of two futures', () => {
  it('begin with the one in which nothing comes, whichever that is', () => {
    const street = defaultStreet('en');
    const usual = simulateAll(streetExperiment(street));
    const dark = simulateAll(streetExperiment({ ...street, commands: [off] }));
    const { t } = createI18n('en');
    const first = (here: typeof usual, there: typeof usual): readonly (string | undefined)[] =>
      compareRuns(here, there)!.map((lane) => differencesOf({ t, language: 'en' }, lane)[0]);
    expect(first(dark, usual)).toEqual([t('hands.compare.neverHere'), t('hands.compare.neverHere')]);
    expect(first(usual, dark)).toEqual([t('hands.compare.neverThere'), t('hands.compare.neverThere')]);
  });
});
