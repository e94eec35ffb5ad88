import { type ReactNode, useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { join, move, type Place } from '../experiment/townEdits';
import { type TownFile, townExperiment } from '../experiment/townFile';
import type { Lens } from '../stage/lens';
import { MapStage, type MapStageProps } from '../stage/map/MapStage';
import type { MapBuilding } from '../stage/map/useBuildingHands';
import type { PacketRef, Run } from '../trace/run';
import { Trace } from '../trace/trace';
import { Boundary } from './Boundary';
import { FirstSteps } from './FirstSteps';
import { LostBar } from './LostBar';
import { PictureTools } from './PictureTools';
import type { Session } from './session';
import { isTown } from './subject';
import { useDrawnWhy } from './useDrawnWhy';
import { isBuilding } from './viewStore';

interface TownMapProps {
  readonly session: Session;
  readonly leastText: number;
}

/** The map of the open town; of one that cannot run, as it stands there. */
export function TownMap({ session, leastText }: TownMapProps): ReactNode {
  const { view } = session;
  const shown = useTownRun(session);
  const selected = useStore(view, (state) => state.selected);
  const hovered = useStore(view, (state) => state.hovered);
  const look = useStore(view, (state) => state.look);
  const lens = useStore(view, (state) => state.lens);
  const chosen = useStore(view, (state) => state.chosen);
  const onSelect = useCallback((ref: PacketRef | null) => session.select(ref), [session]);
  const onHover = useCallback((ref: PacketRef | null) => session.hover(ref), [session]);
  const onLook = useCallback((next: typeof look) => view.setState({ look: next }), [view]);
  const onLens = useCallback((next: Lens) => view.setState({ lens: next }), [view]);
  const onChoose = useCallback((place: Place | null) => view.setState({ chosen: place }), [view]);
  const onTouch = useCallback<NonNullable<MapStageProps['onTouch']>>(
    (of, x, y) => view.setState({ menu: { of, x, y } }),
    [view],
  );
  const why = useDrawnWhy(session);
  const building = useBuilding(session);
  const tools = useMemo(() => <PictureTools session={session} />, [session]);
  if (!shown) return null;
  const { run, town } = shown;
  const pointing = {
    selected,
    hovered,
    onSelect,
    onHover,
    chosen,
    onChoose,
    onTouch,
    why,
    look,
    onLook,
    lens,
    onLens,
  };
  return (
    <Boundary of={run.experiment}>
      <MapStage
        town={run.experiment}
        spots={town.spots}
        run={run}
        playhead={session.playback.playhead}
        {...pointing}
        {...(building ? { building } : {})}
        leastText={leastText}
        tools={tools}
      />
      <FirstSteps session={session} />
      <LostBar session={session} />
    </Boundary>
  );
}

/** The run that is shown, with the places of the town it is of; an impossible town stands still. */
function useTownRun({ experiment }: Session): { readonly run: Run; readonly town: TownFile } | null {
  const { town, problem, run, shown, isStanding } = useStore(experiment);
  return useMemo(() => {
    if (town && (problem || isStanding)) return { run: stillRun(town), town };
    // Houses may have been put elsewhere since.
    if (run && isTown(shown)) return { run, town: town && isSamePlan(town, shown) ? town : shown };
    return null;
  }, [town, problem, run, shown, isStanding]);
}

/** A run in which nothing happens. */
function stillRun(town: TownFile): Run {
  const experiment = townExperiment(town);
  return { experiment, traces: experiment.lanes.map((lane) => new Trace(lane)), result: null };
}

function isSamePlan(one: TownFile, other: TownFile): boolean {
  return one.experiment.town === other.experiment.town;
}

function useBuilding(session: Session): MapBuilding | null {
  const isOn = useStore(session.view, isBuilding);
  return useMemo(() => {
    if (!isOn) return null;
    const change = (edit: (town: TownFile) => TownFile | null): boolean => {
      const { town } = session.experiment.getState();
      const changed = town && edit(town);
      if (changed) session.changeTown(changed);
      return changed !== null;
    };
    return {
      onMove: (id, spot) => void change((town) => move(town, id, spot)),
      onConnect: (from, to) => change((town) => join(town, from, to)),
    };
  }, [isOn, session]);
}
