import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { LinkSettings, Weather } from '../experiment/experiment';
import type { Session } from './session';
import { changesUntil, linkAt, weatherAt } from './streetChanges';

/** The road's weather and settings at the playhead; renders again only when the playhead passes a change of them. */
export function useRoad({ experiment, playback }: Session): {
  readonly weather: Weather;
  readonly link: LinkSettings;
} {
  const street = useStore(experiment, (state) => state.street);
  const changes = useSyncExternalStore(
    (tell) => playback.playhead.on('change', tell),
    () => changesUntil(street, playback.playhead.get()),
  );
  return useMemo(() => {
    const sinceNs = street.commands[changes - 1]?.atNs ?? -1;
    return { weather: weatherAt(street, sinceNs), link: linkAt(street, sinceNs) };
  }, [street, changes]);
}
