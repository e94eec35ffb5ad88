import type { PointerEvent } from 'react';
import { stagePoint } from '../camera';
import type { Camera } from '../cameraStore';
import type { Point } from '../plan';
import type { MapPlan } from './mapTypes';

/** What an element needs to be dragged, or to be dragged from. */
export type PointerHandlers = Readonly<
  Record<
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel',
    (event: PointerEvent<SVGElement>) => void
  >
>;

/** What comes of a drag. */
interface DragWay {
  /** What is taken hold of; the pointer's own place where it is left out. */
  readonly from?: Point;
  /** It would be there now. */
  readonly draw: (to: Point) => void;
  readonly drop: (to: Point) => void;
  /** The press is over, with or without a drop. */
  readonly end: () => void;
}

export interface Drag {
  readonly of: (way: DragWay) => PointerHandlers;
  /** Whether the press that is over became a drag; it is told once. */
  readonly wasDrag: () => boolean;
}

/** A press that moves less than this many px is a click. */
const SLACK = 6;

/** Drags over a stage that is seen through a camera. */
export function createDrag(plan: MapPlan, camera: Camera): Drag {
  let press: { readonly hold: Point; readonly start: Point } | null = null;
  let isDrag = false;
  const pointOf = (event: PointerEvent<SVGElement>): Point => {
    const { left, top } = event.currentTarget.ownerSVGElement!.getBoundingClientRect();
    return stagePoint(camera.view, plan, { x: event.clientX - left, y: event.clientY - top });
  };
  const drawn = (event: PointerEvent<SVGElement>): Point | null => {
    if (!press) return null;
    const now = pointOf(event);
    const [dx, dy] = [now.x - press.start.x, now.y - press.start.y];
    isDrag ||= Math.hypot(dx, dy) > SLACK;
    return isDrag ? { x: press.hold.x + dx, y: press.hold.y + dy } : null;
  };
  return {
    wasDrag() {
      const was = isDrag;
      isDrag = false;
      return was;
    },
    of: ({ from, draw, drop, end }) => ({
      onPointerDown(event) {
        if (event.button !== 0) return;
        // The ground under it stays where it is.
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        const start = pointOf(event);
        press = { hold: from ?? start, start };
        isDrag = false;
      },
      onPointerMove(event) {
        const to = drawn(event);
        if (to) draw(to);
      },
      onPointerUp(event) {
        const to = drawn(event);
        press = null;
        end();
        if (to) drop(to);
      },
      onPointerCancel() {
        press = null;
        end();
      },
    }),
  };
}
