import type { Size } from '../ui/useSize';
import { type Box, clamp, type Point } from './plan';

/**
 * What of the stage is in sight: a rectangle in stage coordinates, in the proportions of the stage. Every layer is
 * drawn through the same one, so that all of them agree and pointing finds what is seen.
 */
export type View = Box;

/** So near that one packet's card fills the stage. */
export const NEAREST = 14;

/** All of the stage. */
export function wholeTown({ width, height }: Size): View {
  return { x: 0, y: 0, width, height };
}

/** How many times larger than in the whole town things are seen. */
export function zoomOf(view: View, stage: Size): number {
  return stage.width / view.width;
}

/** The allowed view nearest to a rectangle: in the stage's proportions, not too near, and nowhere beyond its edges. */
export function clampView(view: View, stage: Size): View {
  const width = clamp(view.width, stage.width / NEAREST, stage.width);
  const height = (width * stage.height) / stage.width;
  return {
    x: clamp(view.x, 0, stage.width - width),
    y: clamp(view.y, 0, stage.height - height),
    width,
    height,
  };
}

/** The view `factor` times as near, in which `point` stays where it is seen. */
export function zoomAbout(view: View, point: Point, factor: number, stage: Size): View {
  const zoom = clamp(zoomOf(view, stage) * factor, 1, NEAREST);
  const scale = stage.width / zoom / view.width;
  return clampView(
    {
      x: point.x - (point.x - view.x) * scale,
      y: point.y - (point.y - view.y) * scale,
      width: view.width * scale,
      height: view.height * scale,
    },
    stage,
  );
}

/** The view moved by so many px of the stage, as far as the edges allow. */
export function panBy(view: View, dx: number, dy: number, stage: Size): View {
  return clampView({ ...view, x: view.x + dx, y: view.y + dy }, stage);
}

/** The nearest view that has the whole box in it, with some air (a part of the box's size) around it. */
export function frameBox(box: Box, stage: Size, air = 0.08): View {
  const wide = Math.max(box.width, (box.height * stage.width) / stage.height) * (1 + 2 * air);
  return centredOn(centreOf(box), clamp(wide, stage.width / NEAREST, stage.width), stage);
}

/** The same below a strip of the picture that something else lies on, `strip` px high. */
export function frameBelow(box: Box, stage: Size, air: number, strip: number): View {
  const high = (box.height * (1 + 2 * air) * stage.height) / Math.max(1, stage.height - strip);
  const wide = Math.max(box.width * (1 + 2 * air), (high * stage.width) / stage.height);
  const width = clamp(wide, stage.width / NEAREST, stage.width);
  const { x, y } = centreOf(box);
  return centredOn({ x, y: y - (strip * width) / stage.width / 2 }, width, stage);
}

/** The view of that width which has the point in its middle, as far as the edges allow. */
export function centredOn({ x, y }: Point, width: number, stage: Size): View {
  const height = (width * stage.height) / stage.width;
  return clampView({ x: x - width / 2, y: y - height / 2, width, height }, stage);
}

/** The middle of a box. */
export function centreOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/**
 * The view `progress` (0 to 1, a spring may go beyond) of the way from one to another. Things grow by equal factors
 * in equal times, about the one point that both views see at the same place.
 */
export function viewBetween(from: View, to: View, progress: number): View {
  const factor = to.width / from.width;
  const width = from.width * factor ** progress;
  const isPan = Math.abs(factor - 1) < 1e-6;
  const share = isPan ? progress : (width - from.width) / (to.width - from.width);
  return {
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
    width,
    height: from.height + (to.height - from.height) * share,
  };
}

/** The point of the stage that is seen `(x, y)` px from the corner of a picture of that size. */
export function stagePoint(view: View, shown: Size, { x, y }: Point): Point {
  return { x: view.x + (x / shown.width) * view.width, y: view.y + (y / shown.height) * view.height };
}

/** A view as SVG's `viewBox`. */
export function viewBoxOf({ x, y, width, height }: View): string {
  return [x, y, width, height].map((length) => Number(length.toFixed(3))).join(' ');
}
