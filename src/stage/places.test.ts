import { describe, expect, it } from 'vitest';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { centreOf, wholeTown, zoomOf } from './camera';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { type Place, placesIn, stepInto, viewOf } from './places';
import type { Point } from './plan';

const FACTS = townFacts(streetExperiment(defaultStreet('ko')));
const SIZES = [
  { width: 1400, height: 570 },
  { width: 935, height: 340 },
  { width: 390, height: 640 },
];

describe.each(SIZES)('places of a town of $width × $height', (size) => {
  const plan = layoutTown(FACTS, size);
  const room = plan.client.rooms[0]!;
  const inRoom = centreOf(room.box);

  function walk(point: Point): readonly Place[] {
    const way: Place[] = [];
    let view = wholeTown(plan);
    for (let place = stepInto(plan, view, point); place; place = stepInto(plan, view, point)) {
      way.push(place);
      view = viewOf(plan, place);
      expect(way.length).toBeLessThan(5);
    }
    return way;
  }

  it('leads from the town through the building into the room, always nearer', () => {
    const way = walk(inRoom);
    // A house as wide as the stage is no nearer than the town.
    expect(way.map(({ kind }) => kind)).toEqual(plan.shape === 'wide' ? ['building', 'room'] : ['room']);
    const zooms = way.map((place) => zoomOf(viewOf(plan, place), plan));
    expect([1, ...zooms]).toEqual([1, ...zooms].toSorted((a, b) => a - b));
    expect(zooms.at(-1)).toBeGreaterThan(1.5);
  });

  it('leads along the street to a post office', () => {
    const office = plan.offices[1]!;
    const gate = centreOf(office.gates[0]!);
    const way = walk(gate);
    expect(way).toEqual([
      ...(plan.shape === 'wide' ? [{ kind: 'street' }] : []),
      { kind: 'office', number: 1, lane: 0 },
    ]);
  });

  it('names where it is, and the whole town only when nothing else is left', () => {
    const street = plan.shape === 'wide' ? [{ kind: 'street' } as const] : [];
    for (const place of [...walk(inRoom), ...street]) {
      const path = placesIn(plan, viewOf(plan, place));
      expect(path[0]).toEqual({ kind: 'town' });
      expect(path.at(-1)).toEqual(place);
    }
    expect(placesIn(plan, wholeTown(plan))).toEqual([{ kind: 'town' }]);
  });

  it('shows all of a room', () => {
    const view = viewOf(plan, { kind: 'room', side: 'client', room: 0 });
    expect(view.x).toBeLessThanOrEqual(room.box.x);
    expect(view.y).toBeLessThanOrEqual(room.box.y);
    expect(view.x + view.width).toBeGreaterThanOrEqual(room.box.x + room.box.width);
    expect(view.y + view.height).toBeGreaterThanOrEqual(room.box.y + room.box.height);
  });
});
