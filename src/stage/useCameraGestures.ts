import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useMemo } from 'react';
import { panBy, stagePoint, type View, zoomAbout, zoomOf } from './camera';
import type { Camera } from './cameraStore';
import type { Point } from './plan';
import type { Size } from '../ui/useSize';

/** What an element needs to move the camera by mouse and finger. */
export interface CameraGestures {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
  readonly onClickCapture: (event: MouseEvent<HTMLElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}

/** A press that moves less than this many px is a click. */
const SLACK = 6;
/** What belongs to the things on the stage, not to the ground under them. */
const THINGS = 'button, a, input, [role=button], [role=switch], [data-packet]';

/** The view of the next place inwards at a point of the stage; null where there is none. */
export type Nearer = (goal: View, point: Point) => View | null;

/**
 * Pinch, drag, wheel and click over `root` move the camera: a click goes one place inwards (town, building, room), a
 * second one right after it another, or just nearer. What a drag ended on is not clicked.
 */
export function useCameraGestures(
  root: RefObject<HTMLElement | null>,
  camera: Camera,
  plan: Size,
  nearer: Nearer,
): CameraGestures {
  useWheel(root, camera, plan);
  usePinchGuard(root);
  return useMemo(() => createGestures(camera, plan, nearer), [camera, plan, nearer]);
}

/** A double click makes things so many times larger: the addresses of a crowded map can be read then. */
const DOUBLE = 2.2;

/** In a crowded town there is no free ground for a double tap: one on its houses and roads means the same. */
function isOnPlace(target: EventTarget): boolean {
  return (
    target instanceof Element && target.closest('[data-place]') !== null && !target.closest('[data-building]')
  );
}

/** Where and when the ground was pressed, and what of the stage was there. */
interface Click {
  readonly point: Point;
  readonly at: Point;
  readonly timeMs: number;
}

/** Browsers count clicks of a mouse, but not everywhere the taps of a finger. */
function isDouble(passedMs: number, apart: number): boolean {
  return passedMs < 450 && apart < 30;
}

function createGestures(camera: Camera, plan: Size, nearer: Nearer): CameraGestures {
  const fingers = new Map<number, Point>();
  let isDrag = false;
  let clicked: Click | null = null;
  const isSecondTap = createTaps(camera, plan);
  const spot = (event: MouseEvent<HTMLElement>): Point => spotOn(event.currentTarget, event);
  const release = (event: PointerEvent<HTMLElement>): void => {
    fingers.delete(event.pointerId);
  };
  return {
    onPointerDown(event) {
      if (fingers.size === 0) isDrag = false;
      if (event.button === 0) fingers.set(event.pointerId, spot(event));
    },
    onPointerMove(event) {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const now = spot(event);
      const [other] = [...fingers].flatMap(([id, at]) => (id === event.pointerId ? [] : [at]));
      if (!other && zoomOf(camera.view, plan) <= 1) return;
      if (!isDrag && Math.hypot(now.x - before.x, now.y - before.y) < SLACK) return;
      isDrag = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, now);
      move(camera, plan, before, now, other);
    },
    onPointerUp: release,
    onPointerCancel: release,
    onClickCapture(event) {
      if (isDrag) event.stopPropagation();
      else if (isOnPlace(event.target) && isSecondTap(spot(event), event.timeStamp)) event.stopPropagation();
      isDrag = false;
    },
    onClick(event) {
      if (event.target instanceof Element && event.target.closest(THINGS)) return;
      const at = spot(event);
      const isSecond =
        clicked !== null && isDouble(event.timeStamp - clicked.timeMs, distance(at, clicked.at));
      // The second click of a double one is meant for what the first one was on, which has moved by now.
      if (!clicked || !isSecond) {
        clicked = { point: stagePoint(camera.view, plan, at), at, timeMs: event.timeStamp };
      }
      const { point } = clicked;
      const view = nearer(camera.goal, point);
      if (view) camera.glideTo(view);
      else if (isSecond) camera.glideTo(zoomAbout(camera.goal, point, DOUBLE, plan));
    },
  };
}

/** Says of each tap whether it is the second of a double one, which goes nearer to where the first was. */
function createTaps(camera: Camera, plan: Size): (at: Point, timeMs: number) => boolean {
  let first: Omit<Click, 'point'> | null = null;
  return (at, timeMs) => {
    const isSecond = first !== null && isDouble(timeMs - first.timeMs, distance(at, first.at));
    if (first && isSecond) {
      const { goal } = camera;
      camera.glideTo(zoomAbout(goal, stagePoint(goal, plan, first.at), DOUBLE, plan));
    }
    first = isSecond ? null : { at, timeMs };
    return isSecond;
  };
}

/** One finger takes the ground along, two also draw it apart. */
function move(camera: Camera, plan: Size, before: Point, now: Point, other: Point | undefined): void {
  const from = other ? between(before, other) : before;
  const to = other ? between(now, other) : now;
  const view = camera.view;
  const perPixel = view.width / plan.width;
  const moved = panBy(view, (from.x - to.x) * perPixel, (from.y - to.y) * perPixel, plan);
  if (!other) return camera.jumpTo(moved);
  const factor = distance(now, other) / Math.max(1, distance(before, other));
  camera.jumpTo(zoomAbout(moved, stagePoint(moved, plan, to), factor, plan));
}

/** A notch of a wheel (100 px) makes things larger by a fifth; a pinch on a touchpad sends less and means more. */
const PER_PIXEL = 0.0018;
const PER_PINCHED_PIXEL = 0.01;
const LINE_PIXELS = 16;
const MOST_PIXELS = 160;

function useWheel(root: RefObject<HTMLElement | null>, camera: Camera, plan: Size): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const turn = (event: WheelEvent): void => {
      const isMeant = event.ctrlKey || event.metaKey;
      // Where the page scrolls, the wheel is for that.
      if (!isMeant && document.documentElement.scrollHeight > innerHeight + 1) return;
      event.preventDefault();
      const scale = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : 1;
      const pixels = Math.max(-MOST_PIXELS, Math.min(MOST_PIXELS, event.deltaY * scale));
      const factor = Math.exp(-pixels * (event.ctrlKey ? PER_PINCHED_PIXEL : PER_PIXEL));
      const goal = camera.goal;
      const about = stagePoint(goal, plan, spotOn(element, event));
      const sideways = (event.deltaX * scale * goal.width) / plan.width;
      camera.easeTo(panBy(zoomAbout(goal, about, factor, plan), sideways, 0, plan));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [root, camera, plan]);
}

/** Two fingers on the stage are for the camera: the browser must not scroll or zoom the page with them. */
function usePinchGuard(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const guard = (event: TouchEvent): void => {
      if (event.touches.length > 1 && event.cancelable) event.preventDefault();
    };
    element.addEventListener('touchstart', guard, { passive: false });
    element.addEventListener('touchmove', guard, { passive: false });
    return () => {
      element.removeEventListener('touchstart', guard);
      element.removeEventListener('touchmove', guard);
    };
  }, [root]);
}

function spotOn(element: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

function between(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
