import {
  type Box,
  type BuildingPlan,
  clamp,
  type OfficePlan,
  type RoadPlan,
  type RoomPlan,
  type Size,
  type TownFacts,
  type TownPlan,
} from './plan';
import { closedPort, stopsBetween } from './placing';

/** The stage the town was designed for, in px. */
const DESIGN: Size = { width: 960, height: 520 };
const SMALLEST_TEXT = 13;
/** Widths of the two halves of a road: data cards drive on one, receipts on the other. */
const ROAD = { out: 46, back: 31 } as const;

interface Measures {
  readonly size: Size;
  readonly unit: number;
  readonly margin: number;
  readonly building: number;
  readonly hall: number;
  readonly bodyTop: number;
  readonly groundY: number;
  readonly wall: number;
  readonly floors: readonly { readonly top: number; readonly bottom: number }[];
}

/** Buildings left and right, one road above the other between them. */
export function layoutWide(facts: TownFacts, size: Size): TownPlan {
  const measures = measure(facts, size);
  const { unit, groundY } = measures;
  const client = placeBuilding(facts, measures, 'client');
  const server = placeBuilding(facts, measures, 'server');
  const roads = facts.lanes.map((_, lane) => placeRoad(facts, measures, [client, server], lane));
  const offices = facts.routers.map((_, number) => placeOffice(facts, measures, roads, number));
  const small = Math.max(SMALLEST_TEXT, 12.2 * unit);
  return {
    ...size,
    shape: 'wide',
    unit,
    font: { small, medium: small * 1.12, large: small * 1.36 },
    groundY,
    client,
    server,
    roads,
    offices,
    storm: placeStorm(facts, offices, size),
    card: {
      data: { width: Math.max(66, 68 * unit), height: Math.max(38, 40 * unit) },
      short: { width: 36 * unit, height: 34 * unit },
      stub: { width: Math.max(60, 60 * unit), height: Math.max(22, 24 * unit) },
      dot: 14 * unit,
    },
  };
}

function measure(facts: TownFacts, size: Size): Measures {
  const unit = clamp(Math.min(size.width / DESIGN.width, size.height / DESIGN.height), 0.8, 1.8);
  const margin = size.width > 900 ? 18 * unit : 8;
  const building = clamp(size.width * 0.25, 190, 400);
  const bodyTop = 66 * unit;
  const groundY = size.height - 36 * unit;
  const wall = 6 * unit;
  return {
    size,
    unit,
    margin,
    building,
    hall: clamp(building * 0.28, 58, 92 * unit),
    bodyTop,
    groundY,
    wall,
    floors: placeFloors(facts, bodyTop + wall, groundY, unit),
  };
}

/** One floor for each lane, one for the closed (empty) room, the lobby at the bottom. */
function placeFloors(facts: TownFacts, top: number, bottom: number, unit: number): Measures['floors'] {
  const slab = 6 * unit;
  const lobby = clamp((bottom - top) * 0.15, 44, 92 * unit);
  const spare = clamp((bottom - top) * 0.14, 46, 88 * unit);
  const rest = bottom - top - lobby - spare - slab * (facts.lanes.length + 2);
  // TCP's rooms have more to show: a desk with timer and name plate, and the shelf for early pieces.
  const weights = facts.lanes.map(({ transport }) => (transport === 'tcp' ? 1.18 : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const heights = [...weights.map((weight) => (rest * weight) / total), spare, lobby];
  let y = top;
  return heights.map((height) => {
    const floor = { top: y, bottom: y + height };
    y += height + slab;
    return floor;
  });
}

function placeBuilding(facts: TownFacts, measures: Measures, side: 'client' | 'server'): BuildingPlan {
  const { size, unit, margin, building, bodyTop, groundY, hall, wall } = measures;
  const x = side === 'client' ? margin : size.width - margin - building;
  const body = { x, y: bodyTop, width: building, height: groundY - bodyTop };
  const hallX = side === 'client' ? x + building - hall - wall : x + wall;
  const lobbyFloor = measures.floors.at(-1)!;
  const { address } = facts[side];
  const sign = { width: Math.min(building - 8, address.length * 11 * unit + 30 * unit), height: 30 * unit };
  return {
    side,
    address,
    body,
    roof: { x: x - 10 * unit, y: bodyTop - 18 * unit, width: building + 20 * unit, height: 18 * unit },
    sign: { x: x + (building - sign.width) / 2, y: 8 * unit, ...sign },
    hall: { x: hallX, y: bodyTop + wall, width: hall, height: lobbyFloor.top - bodyTop - wall },
    lobby: {
      x: x + wall,
      y: lobbyFloor.top,
      width: building - 2 * wall,
      height: lobbyFloor.bottom - lobbyFloor.top,
    },
    rooms: placeRooms(facts, measures, side, body),
    name: { x: x + building / 2, y: groundY + 22 * unit },
  };
}

function placeRooms(
  facts: TownFacts,
  measures: Measures,
  side: 'client' | 'server',
  body: Box,
): readonly RoomPlan[] {
  const isClient = side === 'client';
  const rooms: RoomPlan[] = facts.lanes.map((lane, number) => ({
    use: isClient ? 'sender' : 'receiver',
    lane: number,
    transport: lane.transport,
    port: isClient ? lane.clientPort : lane.serverPort,
    ...placeRoom(measures, side, body, number),
  }));
  rooms.push({
    use: isClient ? 'empty' : 'closed',
    lane: -1,
    transport: null,
    port: isClient ? null : closedPort(facts),
    ...placeRoom(measures, side, body, facts.lanes.length),
  });
  return rooms;
}

function placeRoom(
  { unit, floors, hall, wall }: Measures,
  side: 'client' | 'server',
  body: Box,
  number: number,
): Pick<RoomPlan, 'box' | 'door' | 'plate'> {
  const { top, bottom } = floors[number]!;
  const isClient = side === 'client';
  const width = body.width - hall - 3 * wall;
  const x = isClient ? body.x + wall : body.x + body.width - wall - width;
  const hallX = isClient ? body.x + body.width - wall - hall : body.x + wall;
  const plateHeight = Math.max(18, 19 * unit);
  const doorHeight = Math.min((ROAD.out + ROAD.back + 2) * unit, bottom - top - plateHeight - 8 * unit);
  const doorWidth = Math.min(32 * unit, hall * 0.46);
  const doorX = isClient ? hallX + 5 * unit : hallX + hall - 5 * unit - doorWidth;
  const plateWidth = Math.max(48, 50 * unit);
  const plateX = doorX + (doorWidth - plateWidth) / 2;
  return {
    box: { x, y: top, width, height: bottom - top },
    door: { x: doorX, y: bottom - doorHeight, width: doorWidth, height: doorHeight },
    plate: {
      x: clamp(plateX, hallX + 1, hallX + hall - plateWidth - 1),
      y: bottom - doorHeight - plateHeight - 3 * unit,
      width: plateWidth,
      height: plateHeight,
    },
  };
}

function placeRoad(
  facts: TownFacts,
  measures: Measures,
  [client, server]: readonly [BuildingPlan, BuildingPlan],
  lane: number,
): RoadPlan {
  const { unit, floors } = measures;
  const widths = [ROAD.out * unit, ROAD.back * unit] as const;
  const bottom = floors[lane]!.bottom - 3 * unit;
  const left = client.body.x + client.body.width - measures.wall;
  const right = server.body.x + measures.wall;
  const width = widths[0] + widths[1];
  const deck = Math.max(17, 18 * unit);
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

function placeStorm(facts: TownFacts, offices: readonly OfficePlan[], size: Size): Box | null {
  const before = offices[facts.stormLink - 1];
  const after = offices[facts.stormLink];
  if (!before || !after) return null;
  const x = before.body.x + before.body.width;
  return { x, y: 0, width: after.body.x - x, height: size.height };
}
