import { announcementOf } from '../../trace/announcements';
import { packetFactsOf } from '../../trace/packetFacts';
import type { Run } from '../../trace/run';
import { packetLabelOf } from '../packetLabel';
import { arrowsOf } from './arrows';
import { drawLane, type LaneContent, type LaneDrawing } from './drawing';
import { lifeNotesOf } from './lifeNotes';
import type { LadderLook } from './look';
import { LABEL_HEIGHT, type LadderScale, ladderScale } from './scale';
import { laneStops } from './stops';

/** A lane of a run that is drawn. */
export interface DrawnLane {
  readonly run: Run;
  readonly lane: number;
}

/** Lanes drawn on one scale of time, one drawing for each. */
export interface DrawnLanes {
  readonly scale: LadderScale;
  readonly drawings: readonly LaneDrawing[];
}

/** Draws lanes on one scale, all between life lines at the same places. */
export function drawLanes(
  lanes: readonly DrawnLane[],
  lifelines: { readonly left: number; readonly right: number },
  unit: number,
  look: LadderLook,
): DrawnLanes {
  const contents = lanes.map((lane) => contentOf(lane, look.hasNotes));
  const stops = contents.map(({ arrows, notes, announcedBy }) =>
    laneStops(arrows, notes, (packet) => (announcedBy(packet) ? 2 : 1)),
  );
  const scale = ladderScale(
    stops.map((lane) => lane.stops),
    { ...look, unit },
  );
  const row = LABEL_HEIGHT * unit;
  const drawings = contents.map((content, i) =>
    drawLane(content, stops[i]!, scale.starts[i]!, scale, lifelines, row),
  );
  return { scale, drawings };
}

function contentOf({ run, lane }: DrawnLane, hasNotes: boolean): LaneContent {
  const trace = run.traces[lane]!;
  const { town } = run.experiment;
  const { notes, spans } = hasNotes ? lifeNotesOf(trace, town) : { notes: [], spans: [] };
  return {
    arrows: [...arrowsOf(trace, town)],
    notes: [...notes],
    spans: [...spans],
    factsOf: (packet) => packetLabelOf(run, { lane, packet }),
    announcedBy: (packet) => {
      // A datagram announces nothing, and data says again what the last ACK said.
      if (!hasNotes || packetFactsOf(run, { lane, packet })?.sort !== 'ack') return null;
      const announced = announcementOf(trace, packet);
      return announced && (announced.sack.length > 0 || announced.isWindowNew) ? announced : null;
    },
  };
}
