import { lazy, type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Place } from '../experiment/townEdits';
import type { TownFile } from '../experiment/townFile';
import { focusHouse } from './focusHouse';
import type { InstrumentProps } from './instrumentProps';
import { townName } from './townName';

const Build = lazy(async () => ({ default: (await import('../panels/Build')).Build }));

/** The builder over the open town. */
export function BuildInstrument({ session }: InstrumentProps): ReactNode {
  const { t } = useTranslation();
  const town = useStore(session.experiment, (state) => state.town);
  const problem = useStore(session.experiment, (state) => state.problem);
  const hasRun = useStore(session.experiment, (state) => !state.isStanding);
  const chosen = useStore(session.view, (state) => state.chosen);
  const onChoose = useCallback((place: Place | null) => session.view.setState({ chosen: place }), [session]);
  const onChange = useCallback((changed: TownFile) => session.changeTown(changed), [session]);
  const onLeave = useCallback(({ id }: Place) => focusHouse(id), []);
  if (!town) return null;
  return (
    <Build
      {...{ town, problem, chosen, onChoose, onChange, onLeave }}
      name={townName(town, t)}
      hasRun={hasRun}
    />
  );
}
