import { lazy, type ReactNode, useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Route } from '../experiment/experiment';
import type { Place } from '../experiment/townEdits';
import { townExperiment } from '../experiment/townFile';
import { withRoutes } from '../experiment/writtenRoutes';
import type { InstrumentProps } from './instrumentProps';

const Tables = lazy(async () => ({ default: (await import('../panels/Tables')).Tables }));

/** The tables of the open town, to be looked at and changed. */
export function TablesInstrument({ session, ...pointing }: InstrumentProps): ReactNode {
  const file = useStore(session.experiment, (state) => state.town);
  const chosen = useStore(session.view, (state) => state.chosen);
  const town = useMemo(() => file && townExperiment(file).town, [file]);
  const onChoose = useCallback((place: Place) => session.view.setState({ chosen: place }), [session]);
  const onRoutes = useCallback(
    (router: string, routes: readonly Route[]) => {
      const { town: open } = session.experiment.getState();
      if (open) session.changeTown(withRoutes(open, router, routes));
    },
    [session],
  );
  const onSelect = useCallback((ref: InstrumentProps['selected']) => session.point(ref), [session]);
  if (!file || !town) return null;
  const isAutomatic = file.routing === 'auto';
  return <Tables {...pointing} {...{ town, isAutomatic, chosen, onChoose, onRoutes, onSelect }} />;
}
