import { centreOf, frameBelow, frameBox, type View, wholeTown, zoomOf } from './camera';
import { type Box, isIn, type Point, type TownPlan } from './plan';

/** Where one can look: each place lies in the one before it, from the whole town inwards. */
export type Place =
  | { readonly kind: 'town' }
  | { readonly kind: 'street' }
  /** Where the road of a lane runs through a router's tower. */
  | { readonly kind: 'office'; readonly number: number; readonly lane: number }
  | { readonly kind: 'building'; readonly side: 'client' | 'server' }
  | { readonly kind: 'room'; readonly side: 'client' | 'server'; readonly room: number };

const TOWN: Place = { kind: 'town' };
const STREET: Place = { kind: 'street' };
const SIDES = ['client', 'server'] as const;
const QUARTERS: readonly Place[] = [STREET, ...SIDES.map((side) => ({ kind: 'building', side }) as const)];

/** The view that shows a place. */
export function viewOf(plan: TownPlan, place: Place): View {
  switch (place.kind) {
    case 'town':
      return wholeTown(plan);
    case 'street':
      return frameBox(streetBox(plan), plan, AIR);
    case 'office':
      return frameBox(officeBox(plan, place), plan, AIR);
    case 'building':
      return frameBox(storeys(plan, place.side), plan, AIR);
    case 'room':
      return frameBelow(roomBox(plan, place.side, place.room), plan, AIR, toolStrip(plan));
  }
}

const AIR = 0.03;

/** The tools lie over so much of the top of a stage, and would cover what hangs on a room's wall. */
function toolStrip({ font }: TownPlan): number {
  return Math.max(48, font.small * 2.2);
}

/** The places that a view looks into, from the whole town to the innermost that fills it. */
export function placesIn(plan: TownPlan, view: View): readonly Place[] {
  if (zoomOf(view, plan) < 1.02) return [TOWN];
  const outer = nearest(plan, view, QUARTERS);
  // On a narrow stage a room is nearer than the town, and its house is not.
  const inner = nearest(
    plan,
    view,
    (outer ? [outer] : QUARTERS).flatMap((of) => inside(plan, of)),
  );
  return [TOWN, outer, inner].filter((place) => place !== null);
}

/** Where one step nearer to a point leads from a view: the next place inwards, or null where there is none. */
export function stepInto(plan: TownPlan, view: View, point: Point): Place | null {
  const here = placesIn(plan, view);
  return (
    placesAt(plan, point).find(
      (place) =>
        here.every((known) => !isSame(known, place)) &&
        viewOf(plan, place).width < Math.min(view.width * 0.98, plan.width / LEAST_STEP),
    ) ?? null
  );
}

/** A place that is seen as well from farther away is none to go to: on a narrow stage a house is as wide as the town. */
const LEAST_STEP = 1.12;
/** On a low stage a house comes nearer than this only without its sign. */
const NEAR_ENOUGH = 1.3;
/** A view of a place may be so many times wider than the place needs. */
const ROOM_TO_SPARE = 1.25;

/** The places that a point lies in, from the whole town inwards. */
function placesAt(plan: TownPlan, point: Point): readonly Place[] {
  for (const side of SIDES) {
    const { body, roof, sign, rooms } = plan[side];
    if (![body, roof, sign].some((box) => isIn(box, point))) continue;
    const building: Place = { kind: 'building', side };
    const room = rooms.findIndex((_, number) => isIn(roomBox(plan, side, number), point));
    return room < 0 ? [building] : [building, { kind: 'room', side, room }];
  }
  const number = plan.offices.findIndex(({ body }) => isIn(body, point));
  if (number >= 0) {
    const lane = plan.roads.findIndex(({ box, deck }) => point.y < box.y + box.height + deck);
    return [STREET, { kind: 'office', number, lane: lane < 0 ? plan.roads.length - 1 : lane }];
  }
  return plan.roads.some(({ box }) => isIn(box, point)) ? [STREET] : [];
}

function inside(plan: TownPlan, place: Place): readonly Place[] {
  if (place.kind === 'street') {
    return plan.offices.flatMap(({ gates }, number) =>
      gates.map((_, lane) => ({ kind: 'office', number, lane }) as const),
    );
  }
  if (place.kind !== 'building') return [];
  const { side } = place;
  return plan[side].rooms.map((_, room) => ({ kind: 'room', side, room }));
}

/** Of the places that fill a view, the one in the middle of it. */
function nearest(plan: TownPlan, view: View, places: readonly Place[]): Place | null {
  const middle = centreOf(view);
  let found: Place | null = null;
  let least = Infinity;
  for (const place of places) {
    const shown = viewOf(plan, place);
    if (zoomOf(shown, plan) < LEAST_STEP || view.width > shown.width * ROOM_TO_SPARE) continue;
    if (!isIn(shown, middle)) continue;
    const of = centreOf(shown);
    const distance = Math.hypot(of.x - middle.x, of.y - middle.y);
    if (distance < least) [found, least] = [place, distance];
  }
  return found;
}

function isSame(a: Place, b: Place): boolean {
  switch (a.kind) {
    case 'town':
    case 'street':
      return a.kind === b.kind;
    case 'office':
      return b.kind === 'office' && a.number === b.number && a.lane === b.lane;
    case 'building':
      return b.kind === 'building' && a.side === b.side;
    case 'room':
      return b.kind === 'room' && a.side === b.side && a.room === b.room;
  }
}

function roomBox(plan: TownPlan, side: 'client' | 'server', number: number): Box {
  const { box, door, plate } = plan[side].rooms[number]!;
  return around([box, door, plate].filter(({ width }) => width > 0));
}

/** The storeys with apps under the address of a house: all of it would be no nearer than the town. */
function storeys(plan: TownPlan, side: 'client' | 'server'): Box {
  const { rooms, sign, hall } = plan[side];
  const homes = rooms.flatMap(({ lane }, number) => (lane < 0 ? [] : [roomBox(plan, side, number)]));
  const low = Math.max(...homes.map(({ y, height }) => y + height));
  const parts = [...homes, plan.shape === 'wide' ? cut(hall, low) : hall];
  const all = around([...parts, sign]);
  return all.height * NEAR_ENOUGH < plan.height ? all : around(parts);
}

/** All roads with the offices over them, from hall to hall. */
function streetBox(plan: TownPlan): Box {
  const { roads, offices } = plan;
  const isWide = plan.shape === 'wide';
  const low = Math.max(...roads.map(({ box, deck }) => box.y + box.height + deck));
  const halls = isWide ? SIDES.map((side) => cut(plan[side].hall, low)) : [];
  const tops = isWide ? offices.map(({ body, label }) => ({ ...body, height: label.height })) : [];
  return around([...roads.map(({ box }) => box), ...halls, ...tops]);
}

function officeBox(plan: TownPlan, { number, lane }: Extract<Place, { kind: 'office' }>): Box {
  const { gates, racks } = plan.offices[number]!;
  return around([gates[lane]!, racks[lane]!]);
}

/** The part of a box above `y`. */
function cut(box: Box, y: number): Box {
  return { ...box, height: Math.min(box.height, y - box.y) };
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
