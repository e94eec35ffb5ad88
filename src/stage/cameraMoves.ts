import { useMemo } from 'react';
import { type KeyHandlers, useKeys } from '../playback/useKeys';
import { centredOn, centreOf, NEAREST, panBy, type View, wholeTown, zoomAbout, zoomOf } from './camera';
import { type Camera, useCameraFact } from './cameraStore';
import { clamp, type Point } from './plan';
import type { Size } from '../ui/useSize';

/** What buttons and keys do with the camera. */
export interface CameraMoves {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** One place outwards: from the room to its building, from there to the town. */
  readonly outwards: () => void;
  readonly wholeTown: () => void;
  readonly pan: (code: string) => void;
}

/** One press of a key or button makes things so many times larger. */
const STEP = 1.5;
/** One press of an arrow moves the view by this part of it. */
const PAN = 0.18;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -PAN, y: 0 },
  ArrowRight: { x: PAN, y: 0 },
  ArrowUp: { x: 0, y: -PAN },
  ArrowDown: { x: 0, y: PAN },
};

/**
 * Moves of a camera over a stage; `chosen` is where the chosen packet is, to which things come nearer, and `outer` the
 * views of the places that a view looks into, from the outermost inwards.
 */
export function cameraMoves(
  camera: Camera,
  plan: Size,
  chosen: () => Point | null,
  outer: (goal: View) => readonly View[],
): CameraMoves {
  const zoom = (factor: number): void => {
    const { goal } = camera;
    const width = clamp(goal.width / factor, plan.width / NEAREST, plan.width);
    const at = factor > 1 ? chosen() : null;
    camera.easeTo(at ? centredOn(at, width, plan) : zoomAbout(goal, centreOf(goal), factor, plan));
  };
  return {
    zoomIn: () => zoom(STEP),
    zoomOut: () => zoom(1 / STEP),
    wholeTown: () => camera.glideTo(wholeTown(plan)),
    outwards() {
      const goal = camera.goal;
      camera.glideTo(outer(goal).findLast(({ width }) => width > goal.width * 1.02) ?? wholeTown(plan));
    },
    pan(code) {
      const { x, y } = ARROWS[code] ?? { x: 0, y: 0 };
      const goal = camera.goal;
      camera.easeTo(panBy(goal, x * goal.width, y * goal.height, plan));
    },
  };
}

/** Lets keys move the camera. `onKeyZoom` is told when one of them went nearer. */
export function useCameraKeys(camera: Camera, moves: CameraMoves, plan: Size, onKeyZoom: () => void): void {
  const isZoomed = useCameraFact(camera, ({ goal }) => zoomOf(goal, plan) > 1);
  const handlers = useMemo((): KeyHandlers => {
    const zoomIn = (): void => {
      moves.zoomIn();
      onKeyZoom();
    };
    const { zoomOut, pan, outwards, wholeTown: all } = moves;
    // With all of the town in sight Escape and the arrows are left to others.
    return isZoomed ? { zoomIn, zoomOut, pan, outwards, wholeTown: all } : { zoomIn };
  }, [moves, isZoomed, onKeyZoom]);
  useKeys(handlers);
}
