import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { MapStage, type MapStageProps } from '../stage/map/MapStage';
import type { Lens } from '../stage/lens';
import type { PacketRef } from '../trace/run';
import { Boundary } from './Boundary';
import { PictureTools } from './PictureTools';
import type { Session } from './session';
import { isTown } from './subject';

interface TownMapProps {
  readonly session: Session;
  readonly leastText: number;
}

/** The town that is open, as a map. */
export function TownMap({ session, leastText }: TownMapProps): ReactNode {
  const run = useStore(session.experiment, (state) => state.run);
  const spots = useStore(session.experiment, ({ shown }) => (isTown(shown) ? shown.spots : null));
  const selected = useStore(session.view, (state) => state.selected);
  const hovered = useStore(session.view, (state) => state.hovered);
  const look = useStore(session.view, (state) => state.look);
  const lens = useStore(session.view, (state) => state.lens);
  const [chosen, onChoose] = useState<MapStageProps['chosen']>(null);
  const onSelect = useCallback((ref: PacketRef | null) => session.select(ref), [session]);
  const onHover = useCallback((ref: PacketRef | null) => session.hover(ref), [session]);
  const onLook = useCallback((next: typeof look) => session.view.setState({ look: next }), [session]);
  const onLens = useCallback((next: Lens) => session.view.setState({ lens: next }), [session]);
  const tools = useMemo(() => <PictureTools session={session} />, [session]);
  if (!run) return null;
  const pointing = { selected, hovered, onSelect, onHover, chosen, onChoose };
  return (
    <Boundary of={run.experiment}>
      <MapStage
        town={run.experiment}
        playhead={session.playback.playhead}
        {...{ run, spots, look, onLook, lens, onLens, leastText, tools, ...pointing }}
      />
    </Boundary>
  );
}
