import { describe, expect, it } from 'vitest';
import { defaultStreet, streetExperiment } from '../experiment/street';
import type { Transport } from '../experiment/experiment';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import type { Box, TownPlan } from './plan';
import { roomInside } from './roomPlan';

const SIZES = [
  [1920, 1000],
  [1402, 570],
  [1280, 600],
  [934, 340],
  [860, 460],
  [700, 420],
  [590, 440],
  [639, 700],
  [390, 640],
  [360, 640],
] as const;

const plan = ([width, height]: readonly [number, number], lanes: Transport[] = ['tcp', 'udp']): TownPlan =>
  layoutTown(townFacts(streetExperiment(defaultStreet('ko'), lanes)), { width, height });

const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01;

describe.each(SIZES)('the town at %i × %i', (width, height) => {
  const town = plan([width, height]);
  const stage = { x: 0, y: 0, width, height };
  const apart = (a: Box, b: Box): boolean =>
    a.x + a.width <= b.x + 0.01 ||
    b.x + b.width <= a.x + 0.01 ||
    a.y + a.height <= b.y + 0.01 ||
    b.y + b.height <= a.y + 0.01;

  it('stays on the stage', () => {
    for (const building of [town.client, town.server]) {
      expect(contains(stage, building.body)).toBe(true);
      expect(contains(stage, building.sign)).toBe(true);
    }
    for (const road of town.roads) expect(contains(stage, road.box)).toBe(true);
  });

  it('keeps roads, rooms and signs apart', () => {
    const [first, second] = town.roads;
    expect(apart(first!.box, second!.box)).toBe(true);
    for (const { rooms, sign } of [town.client, town.server]) {
      for (const room of rooms) {
        expect(town.roads.every((road) => apart(road.box, room.box))).toBe(true);
        expect(apart(sign, room.box)).toBe(true);
        expect(apart(room.plate, room.door)).toBe(true);
      }
      expect(apart(rooms[0]!.box, rooms[1]!.box)).toBe(true);
    }
  });

  it('has room in every room for name, one shelf and the desk', () => {
    for (const room of [...town.client.rooms, ...town.server.rooms]) {
      if (room.lane < 0) continue;
      const { shelf, crate, desk, title, cardHeight } = roomInside(room, town);
      expect(contains(room.box, shelf)).toBe(true);
      expect(contains(room.box, desk)).toBe(true);
      expect(shelf.height).toBeGreaterThanOrEqual(cardHeight);
      expect(title.y).toBeLessThanOrEqual(shelf.y);
      expect(shelf.y + shelf.height).toBeLessThanOrEqual((crate ?? desk).y);
      if (crate) expect(crate.y + crate.height).toBeLessThanOrEqual(desk.y);
    }
  });

  it('writes nothing smaller than 13 px and cards no higher than their half of the road', () => {
    expect(town.font.small).toBeGreaterThanOrEqual(13);
    const [out, back] = town.roads[0]!.halfWidths;
    const across = town.shape === 'wide' ? 'height' : 'width';
    expect(town.card.data[across]).toBeLessThanOrEqual(out);
    expect(town.card.stub[across]).toBeLessThanOrEqual(back);
  });
});

describe('layoutTown', () => {
  it('keeps the desk of a low room with large writing inside it, and leaves out the crate it has no room for', () => {
    const facts = townFacts(streetExperiment(defaultStreet('en')));
    const town = layoutTown(facts, { width: 1280, height: 320 }, 24);
    const inside = town.server.rooms.map((room) => roomInside(room, town));
    expect(inside.map(({ crate }) => crate)).toEqual(inside.map(() => null));
    for (const room of town.client.rooms)
      if (room.lane >= 0) expect(contains(room.box, roomInside(room, town).desk)).toBe(true);
  });

  it('is the same for the same facts and size', () => {
    expect(plan([1280, 600])).toEqual(plan([1280, 600]));
  });

  it('gives a single lane the whole house', () => {
    for (const size of SIZES) {
      const town = plan(size, ['udp']);
      expect(town.roads).toHaveLength(1);
      expect(town.roads.every(({ stops }) => stops.every(Number.isFinite))).toBe(true);
    }
  });

  it('puts the addressed number on the closed door', () => {
    const street = { ...defaultStreet('ko'), ports: { tcp: 7777, udp: 9000 } };
    const town = layoutTown(townFacts(streetExperiment(street)), { width: 1280, height: 600 });
    expect(town.server.rooms.find(({ use }) => use === 'closed')?.port).toBe(7777);
    expect(town.client.rooms.map(({ isRefused }) => isRefused)).toEqual([true, false, false]);
  });
});
