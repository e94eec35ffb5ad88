import type { NodeId } from '../../experiment/experiment';
import { type Announcement, announcementOf } from '../../trace/announcements';
import { packetFactsOf } from '../../trace/packetFacts';
import type { Run } from '../../trace/run';
import { packetLabelOf } from '../packetLabel';
import { arrowsOf } from './arrows';
import { drawLane, type LaneContent, type LaneDrawing } from './drawing';
import { lifeNotesOf, notesBeside } from './lifeNotes';
import type { LadderLook } from './look';
import { LABEL_HEIGHT, type LadderScale, ladderScale } from './scale';
import { laneStops, type LaneStops } from './stops';
import { arrowsBetween } from './townArrows';

/** A lane of a run that is drawn. */
export interface DrawnLane {
  readonly run: Run;
  readonly lane: number;
  /** Of a town: the nodes that are columns, from left to right. */
  readonly columns?: readonly NodeId[] | undefined;
}

/** Lanes drawn on one scale of time, one drawing for each. */
export interface DrawnLanes {
  readonly scale: LadderScale;
  readonly drawings: readonly LaneDrawing[];
}

/** What is drawn of a lane, whatever its size. */
interface LaidLane {
  readonly content: LaneContent;
  readonly stops: LaneStops;
}

/** Draws lanes on one scale, all between life lines at the same places. */
export function drawLanes(
  lanes: readonly DrawnLane[],
  lifelines: { readonly left: number; readonly right: number },
  unit: number,
  look: LadderLook,
): DrawnLanes {
  return drawLaid(layLanes(lanes, look.hasNotes), lifelines, unit, look);
}

/** Gathers what is drawn of lanes; a zoom needs no more than `drawLaid` of it. */
export function layLanes(lanes: readonly DrawnLane[], hasNotes: boolean): readonly LaidLane[] {
  return lanes.map((lane) => {
    const content = contentOf(lane, hasNotes);
    const { arrows, notes, announcedBy } = content;
    return { content, stops: laneStops(arrows, notes, (packet) => (announcedBy(packet) ? 2 : 1)) };
  });
}

/** Draws what was gathered, at one size. */
export function drawLaid(
  laid: readonly LaidLane[],
  lifelines: { readonly left: number; readonly right: number },
  unit: number,
  look: LadderLook,
): DrawnLanes {
  const scale = ladderScale(
    laid.map(({ stops }) => stops.stops),
    { ...look, unit },
  );
  const row = LABEL_HEIGHT * unit;
  const drawings = laid.map(({ content, stops }, i) =>
    drawLane(content, stops, scale.starts[i]!, scale, lifelines, row),
  );
  return { scale, drawings };
}

function contentOf({ run, lane, columns }: DrawnLane, hasNotes: boolean): LaneContent {
  const trace = run.traces[lane]!;
  const { experiment } = run;
  const { town } = experiment;
  const wanted = (): ReturnType<typeof lifeNotesOf> =>
    columns ? notesBeside(trace, experiment, columns) : lifeNotesOf(trace, town);
  const { notes, spans } = hasNotes ? wanted() : { notes: [], spans: [] };
  const arrows = [...(columns ? arrowsBetween(trace, experiment, columns) : arrowsOf(trace, town))];
  const announced = new Map<number, Announcement>();
  for (const { packet } of hasNotes ? arrows : []) {
    // A datagram announces nothing, and data says again what the last ACK said.
    if (packetFactsOf(run, { lane, packet })?.sort !== 'ack') continue;
    const announcement = announcementOf(trace, packet);
    if (announcement && (announcement.sack.length > 0 || announcement.isWindowNew)) {
      announced.set(packet, announcement);
    }
  }
  return {
    arrows,
    columns: columns?.length ?? 0,
    notes: [...notes],
    spans: [...spans],
    factsOf: (packet) => packetLabelOf(run, { lane, packet }),
    announcedBy: (packet) => announced.get(packet) ?? null,
  };
}
