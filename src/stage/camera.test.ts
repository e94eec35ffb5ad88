import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centreOf,
  clampView,
  frameBox,
  NEAREST,
  panBy,
  stagePoint,
  type View,
  viewBetween,
  viewBoxOf,
  wholeTown,
  zoomAbout,
  zoomOf,
} from './camera';

const STAGE = { width: 1000, height: 500 };
const amount = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyView = fc
  .record({ x: amount(-2000, 2000), y: amount(-2000, 2000), width: amount(1, 5000), height: amount(1, 5000) })
  .map((box) => clampView(box, STAGE));
const anyPoint = fc.record({ x: amount(0, 1000), y: amount(0, 500) });

const isAllowed = ({ x, y, width, height }: View): boolean =>
  Math.abs(width / height - 2) < 1e-6 &&
  x >= 0 &&
  y >= 0 &&
  x + width <= STAGE.width + 1e-6 &&
  y + height <= STAGE.height + 1e-6 &&
  width >= STAGE.width / NEAREST - 1e-6;

describe('the camera', () => {
  it('never sees beyond the edges, and keeps the proportions of the stage', () => {
    fc.assert(
      fc.property(anyView, anyPoint, amount(0.01, 100), (view, point, factor) => {
        const views = [
          view,
          zoomAbout(view, point, factor, STAGE),
          panBy(view, point.x - 500, point.y - 250, STAGE),
          frameBox({ ...point, width: factor, height: factor }, STAGE),
        ];
        expect(views.filter((seen) => !isAllowed(seen))).toEqual([]);
      }),
    );
  });

  it('goes nearer about a point that stays where it is seen', () => {
    fc.assert(
      fc.property(anyView, amount(0, 1), amount(0, 1), amount(1, 3), (view, across, down, factor) => {
        const place = { x: across * STAGE.width, y: down * STAGE.height };
        const point = stagePoint(view, STAGE, place);
        const nearer = zoomAbout(view, point, factor, STAGE);
        const again = stagePoint(nearer, STAGE, place);
        expect(again.x).toBeCloseTo(point.x, 6);
        expect(again.y).toBeCloseTo(point.y, 6);
        expect(zoomOf(nearer, STAGE)).toBeCloseTo(Math.min(NEAREST, zoomOf(view, STAGE) * factor), 6);
      }),
    );
  });

  it('comes back to the whole town however it is zoomed out', () => {
    const near = zoomAbout(wholeTown(STAGE), { x: 900, y: 10 }, 8, STAGE);
    expect(zoomAbout(near, { x: 100, y: 400 }, 1 / 8, STAGE)).toEqual(wholeTown(STAGE));
  });

  it('frames a box with all of it in sight, in the middle where the edges allow', () => {
    const box = { x: 400, y: 200, width: 200, height: 20 };
    const view = frameBox(box, STAGE, 0.1);
    expect(view.width).toBeCloseTo(240);
    expect(centreOf(view)).toEqual({ x: 500, y: 210 });
    const corner = frameBox({ x: 0, y: 0, width: 10, height: 100 }, STAGE, 0);
    expect(corner).toEqual({ x: 0, y: 0, width: 200, height: 100 });
  });

  it('passes from view to view by equal factors in equal parts of the way', () => {
    fc.assert(
      fc.property(anyView, anyView, amount(0, 1), (from, to, part) => {
        const ends = [viewBetween(from, to, 0), viewBetween(from, to, 1)];
        expect(ends[0]!.x).toBeCloseTo(from.x, 6);
        expect(ends[1]!.x).toBeCloseTo(to.x, 6);
        expect(ends[1]!.width).toBeCloseTo(to.width, 6);
        const midway = viewBetween(from, to, part);
        expect(midway.width).toBeCloseTo(from.width * (to.width / from.width) ** part, 6);
        expect(isAllowed(midway)).toBe(true);
      }),
    );
  });

  it('is written as SVG wants it', () => {
    expect(viewBoxOf({ x: 0, y: 1 / 3, width: 1000, height: 500 })).toBe('0 0.333 1000 500');
  });
});
