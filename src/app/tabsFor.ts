import type { App, Experiment } from '../experiment/experiment';
import type { ExperimentState } from './experimentStore';
import { type Tab, TABS, TOWN_TABS } from './viewStore';

/** What a town has to have for these instruments to show anything. */
const NEEDS: Partial<Readonly<Record<Tab, (app: App) => boolean>>> = {
  names: ({ kind }) => kind === 'nameServer' || kind === 'resolver' || kind === 'lookup',
};

/** What there is to look at: the street, a town, or one that has yet to be mended before anything moves. */
type SubjectKind = 'street' | 'town' | 'standing';

/** Which of them it is. */
export function subjectKind(state: ExperimentState): SubjectKind {
  if (state.isStanding) return 'standing';
  return state.town ? 'town' : 'street';
}

/** The instruments that have something to show of it. */
export function tabsFor(kind: SubjectKind, experiment: Experiment | undefined): readonly Tab[] {
  switch (kind) {
    case 'street':
      return TABS;
    case 'standing':
      return ['build'];
    case 'town':
      return TOWN_TABS.filter((tab) => {
        const need = NEEDS[tab];
        return !need || (experiment?.apps.some(need) ?? false);
      });
  }
}
