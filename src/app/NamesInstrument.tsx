import { lazy, type ReactNode, useCallback } from 'react';
import { useStore } from 'zustand';
import type { NodeId } from '../experiment/experiment';
import type { Zone } from '../experiment/nameApps';
import type { PacketRef } from '../trace/run';
import type { InstrumentProps } from './instrumentProps';

const Names = lazy(async () => ({ default: (await import('../panels/Names')).Names }));

/** How names are found; other zones are a change of the open town. A step selects its packet without leaving the walk for it. */
export function NamesInstrument({ session, ...pointing }: InstrumentProps): ReactNode {
  const town = useStore(session.experiment, (state) => state.town);
  const onSelect = useCallback((ref: PacketRef | null) => session.point(ref), [session]);
  const onZones = useCallback(
    (host: NodeId, zones: readonly Zone[]) => {
      const { town: open } = session.experiment.getState();
      if (!open) return;
      const apps = open.experiment.apps.map((app) =>
        app.kind === 'nameServer' && app.host === host ? { ...app, zones } : app,
      );
      session.changeTown({ ...open, experiment: { ...open.experiment, apps } });
    },
    [session],
  );
  return <Names {...pointing} onSelect={onSelect} onZones={town ? onZones : undefined} />;
}
