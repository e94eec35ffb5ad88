import type { Run } from '../trace/run';
import { stepOf } from '../trace/whyStep';
import type { Size } from '../ui/useSize';
import type { Camera } from './cameraStore';
import { edgeTowards, noteSpot, seenPoint } from './noteSpot';
import { isIn, type Point, type TownPlan } from './plan';
import { placeOfStep } from './whyMarks';

/** Where things are seen just now, in px from the corner of the stage: for what stands over it. */
interface StageSpots {
  /** Where an event of a lane happened; null when that is nowhere in sight. */
  readonly seenAt: (moment: { readonly lane: number; readonly event: number }) => Point | null;
  /** Where a note of that size has room beside such a point, and from where on its edge a line leads there; null: nowhere. */
  readonly roomFor: (at: Point, size: Size) => { readonly corner: Point; readonly edge: Point } | null;
  /** Calls when the camera has moved, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A run in its town, as the camera shows it. */
export interface TownInSight {
  readonly run: Run;
  readonly plan: TownPlan;
  readonly camera: Camera;
}

/** The spots of a town in sight. */
export function stageSpots({ run, plan, camera }: TownInSight): StageSpots {
  return {
    seenAt({ lane, event }) {
      const trace = run.traces[lane];
      if (!trace || event >= trace.eventCount) return null;
      const step = stepOf(trace, lane, event);
      // What an app reads is seen in its room.
      const role = step.event.kind === 'bytesDelivered' ? 'appTold' : step.role;
      const place = placeOfStep(run, plan, { ...step, role });
      return place && isIn(camera.view, place) ? seenPoint(camera.view, plan, place) : null;
    },
    roomFor(at, size) {
      const corner = noteSpot(plan, camera.view, at, size);
      return corner && { corner, edge: edgeTowards({ ...corner, ...size }, at) };
    },
    subscribe: camera.subscribe,
  };
}
