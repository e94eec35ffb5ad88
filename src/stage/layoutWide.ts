import type { Size } from '../ui/useSize';
import { type Measures, placeBuilding } from './layoutBuilding';
import {
  type Box,
  type BuildingPlan,
  clamp,
  type OfficePlan,
  type RoadPlan,
  SCARS_PER_LANE,
  type TownFacts,
  type TownPlan,
} from './plan';
import { stopsBetween } from './placing';

/** The stage the town was designed for, in px. */
const DESIGN: Size = { width: 960, height: 520 };
const SMALLEST_TEXT = 13;
/** A stage lower than this has no floor to spare for a room without an app. */
const LOW_BELOW = 430;

/** Buildings left and right, one road above the other between them. */
export function layoutWide(facts: TownFacts, size: Size, leastText: number): TownPlan {
  const measures = measure(facts, size, leastText);
  const { unit, groundY, small, road } = measures;
  const client = placeBuilding(facts, measures, 'client');
  const server = placeBuilding(facts, measures, 'server');
  const roads = facts.lanes.map((_, lane) => placeRoad(facts, measures, [client, server], lane));
  const offices = facts.routers.map((_, number) => placeOffice(facts, measures, roads, number));
  return {
    ...size,
    shape: 'wide',
    lens: 'all',
    isCall: facts.isCall,
    stamps: facts.routers.length,
    scars: facts.lanes.length * SCARS_PER_LANE,
    unit,
    font: { small, medium: small * 1.12, large: small * 1.36 },
    groundY,
    client,
    server,
    roads,
    offices,
    skies: placeSkies(client, server, offices, size),
    card: {
      data: { width: small * 5.7, height: road[0] - 4 * unit },
      short: { width: small * 1.95, height: road[0] / 2 - 2.5 * unit },
      stub: { width: small * 4.6, height: road[1] - 4 * unit },
      dot: 13 * unit,
    },
  };
}

function measure(facts: TownFacts, size: Size, leastText: number): Measures {
  const unit = clamp(Math.min(size.width / DESIGN.width, size.height / DESIGN.height), 0.8, 1.8);
  const isProjected = leastText > 0;
  // Large writing has no floor to spare either.
  const isLow = isProjected || size.height < LOW_BELOW;
  // Writing may grow with the width before everything else does: a low stage is read from as far away.
  const reading = Math.min(size.width / DESIGN.width, (1.16 * size.height) / DESIGN.height);
  const small = Math.max(leastText, clamp(12.2 * reading, SMALLEST_TEXT, 22));
  const building = isProjected ? size.width * 0.29 : clamp(size.width * 0.25, 190, 400);
  const head = placeHead(unit, small, { isLow, isProjected });
  const bodyTop = head.roof.y + head.roof.height;
  const groundY = size.height - (isProjected ? small * 1.5 : isLow ? 24 : 36 * unit);
  const wall = 6 * unit;
  return {
    size,
    unit,
    small,
    isLow,
    head,
    margin: size.width > 900 ? 18 * unit : 8,
    building,
    hall: clamp(building * 0.28, 58, 92 * unit),
    bodyTop,
    groundY,
    wall,
    road: [Math.max(small * 2.85, 46 * unit), Math.max(small * 2.1, 31 * unit)],
    floors: placeFloors(facts, bodyTop + wall, groundY, unit, isLow),
  };
}

/** The sign with the address above the roof: their tops and heights. */
function placeHead(
  unit: number,
  small: number,
  { isLow, isProjected }: { readonly isLow: boolean; readonly isProjected: boolean },
): Measures['head'] {
  if (isProjected) return stack(4, small * 1.6, 4, small * 0.5);
  return isLow ? stack(3, 24, 6, 13) : stack(8 * unit, 30 * unit, 10 * unit, 18 * unit);
}

function stack(top: number, sign: number, gap: number, roof: number): Measures['head'] {
  return { sign: { y: top, height: sign }, roof: { y: top + sign + gap, height: roof } };
}

/** One floor for each lane, one for the closed (empty) room unless the stage is low, the lobby at the bottom. */
function placeFloors(
  facts: TownFacts,
  top: number,
  bottom: number,
  unit: number,
  isLow: boolean,
): Measures['floors'] {
  const slab = (isLow ? 4 : 6) * unit;
  const lobby = clamp((bottom - top) * 0.15, 40, 92 * unit);
  const spare = isLow ? [] : [clamp((bottom - top) * 0.14, 46, 88 * unit)];
  const rest = spare.reduce((left, height) => left - height, bottom - top - lobby);
  const rooms = rest - slab * (facts.lanes.length + spare.length + 1);
  // TCP's rooms have more to show: a desk with timer and name plate, and the shelf for early pieces.
  const weights = facts.lanes.map(({ transport }) => (transport === 'tcp' ? 1.18 : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const heights = [...weights.map((weight) => (rooms * weight) / total), ...spare, lobby];
  let y = top;
  return heights.map((height) => {
    const floor = { top: y, bottom: y + height };
    y += height + slab;
    return floor;
  });
}

function placeRoad(
  facts: TownFacts,
  measures: Measures,
  [client, server]: readonly [BuildingPlan, BuildingPlan],
  lane: number,
): RoadPlan {
  const { unit, floors, road: widths } = measures;
  const bottom = floors[lane]!.bottom - 3 * unit;
  const left = client.body.x + client.body.width - measures.wall;
  const right = server.body.x + measures.wall;
  const width = widths[0] + widths[1];
  const deck = measures.small * 1.35;
  const door = (building: BuildingPlan): number => {
    const { door: box } = building.rooms[lane]!;
    return box.x + box.width / 2;
  };
  return {
    lane,
    transport: facts.lanes[lane]!.transport,
    axis: 'x',
    box: { x: left, y: bottom - width, width: right - left, height: width },
    stops: [door(client), ...stopsBetween(facts, left, right), door(server)],
    halves: [bottom - widths[0] / 2, bottom - widths[0] - widths[1] / 2],
    halfWidths: widths,
    deck,
    label: { x: left + 8 * unit, y: bottom, width: right - left, height: deck },
  };
}

function placeOffice(
  facts: TownFacts,
  measures: Measures,
  roads: readonly RoadPlan[],
  number: number,
): OfficePlan {
  const { unit, groundY } = measures;
  const [first] = roads;
  const between = first ? first.box.width / (facts.routers.length + 1) : 0;
  const width = clamp(58 * unit, 40, between * 0.5);
  const middle = first?.stops[number + 1] ?? 0;
  const top = (first?.box.y ?? 0) - 62 * unit;
  const body = { x: middle - width / 2, y: top, width, height: groundY - top };
  const gate = ({ box }: RoadPlan): Box => ({ ...body, y: box.y, height: box.height });
  return {
    router: facts.routers[number]!,
    body,
    label: { x: body.x, y: top + 8 * unit, width, height: 20 * unit },
    gates: roads.map(gate),
    racks: roads.map(({ box }) => ({
      x: body.x + 6 * unit,
      y: box.y - 32 * unit,
      width: width - 12 * unit,
      height: 26 * unit,
    })),
  };
}

function placeSkies(
  client: BuildingPlan,
  server: BuildingPlan,
  offices: readonly OfficePlan[],
  size: Size,
): readonly Box[] {
  const machines = [client.body, ...offices.map(({ body }) => body), server.body];
  return machines.slice(1).map((after, i) => {
    const x = machines[i]!.x + machines[i]!.width;
    return { x, y: 0, width: after.x - x, height: size.height };
  });
}
