import type { Size } from '../ui/useSize';
import {
  type Box,
  type BuildingPlan,
  clamp,
  type OfficePlan,
  type RoadPlan,
  SCARS_PER_LANE,
  type RoomPlan,
  type TownFacts,
  type TownPlan,
} from './plan';
import { closedPort, stopsBetween } from './placing';

interface Measures {
  readonly size: Size;
  readonly unit: number;
  readonly margin: number;
  readonly wall: number;
  readonly room: number;
  readonly hall: number;
  readonly road: readonly [number, number];
  readonly office: number;
  readonly groundY: number;
  /** Where the roads leave the client's hall and reach the server's. */
  readonly roadTop: number;
  readonly roadBottom: number;
}

/** Client above, server below, the roads run down between them: for phones held upright. */
export function layoutPortrait(facts: TownFacts, size: Size): TownPlan {
  const measures = measure(size);
  const { unit, groundY } = measures;
  const client = placeBuilding(facts, measures, 'client');
  const server = placeBuilding(facts, measures, 'server');
  const roads = facts.lanes.map((_, lane) => placeRoad(facts, measures, lane));
  const offices = facts.routers.map((_, number) => placeOffice(facts, measures, roads, number));
  return {
    ...size,
    shape: 'portrait',
    lens: 'all',
    isCall: facts.isCall,
    stamps: facts.routers.length,
    scars: facts.lanes.length * SCARS_PER_LANE,
    unit,
    font: { small: 13, medium: 14, large: 16 },
    groundY,
    client,
    server,
    roads,
    offices,
    skies: placeSkies(measures, offices, server.sign.y),
    card: {
      data: { width: 50, height: 28 },
      short: { width: 25, height: 22 },
      stub: { width: 52, height: 20 },
      dot: 12,
    },
  };
}

/** Tools as high as a finger find room in it, beside the sign. */
const SKY = 52;

function measure(size: Size): Measures {
  const unit = clamp(size.width / 400, 0.86, 1.3);
  const room = clamp(size.height * 0.185, 92, 170);
  const hall = clamp(size.height * 0.068, 40, 60);
  const groundY = size.height - 28;
  const roadTop = SKY + 10 + room + hall;
  return {
    size,
    unit,
    margin: 6,
    wall: 5,
    room,
    hall,
    road: [54, 56],
    office: clamp(size.height * 0.034, 20, 32),
    groundY,
    roadTop,
    roadBottom: groundY - 6 - room - hall,
  };
}

function placeBuilding(facts: TownFacts, measures: Measures, side: 'client' | 'server'): BuildingPlan {
  const { size, margin, wall, room, hall, roadTop, roadBottom, groundY } = measures;
  const isClient = side === 'client';
  const x = margin;
  const width = size.width - 2 * margin;
  const hallY = isClient ? roadTop - hall : roadBottom;
  const bodyTop = isClient ? roadTop - hall - room - wall : roadBottom - 2;
  const { address } = facts[side];
  const sign = { width: address.length * 8 + 20, height: 24 };
  return {
    side,
    address,
    body: { x, y: bodyTop, width, height: (isClient ? roadTop : groundY) - bodyTop },
    roof: { x: x - 4, y: bodyTop - 8, width: width + 8, height: 8 },
    sign: { x: (size.width - sign.width) / 2, y: bodyTop - 8 - sign.height - 2, ...sign },
    hall: { x: x + wall, y: hallY, width: width - 2 * wall, height: hall },
    lobby: { x: x + wall, y: hallY, width: width - 2 * wall, height: hall },
    rooms: placeRooms(facts, measures, side, isClient ? hallY - room : hallY + hall),
    bins: placeBins(facts, measures, hallY + hall),
    name: { x: size.width / 2, y: isClient ? bodyTop - 14 : groundY + 18 },
  };
}

function placeRooms(
  facts: TownFacts,
  measures: Measures,
  side: 'client' | 'server',
  y: number,
): readonly RoomPlan[] {
  const { size, margin, wall, room } = measures;
  const isClient = side === 'client';
  const count = facts.lanes.length;
  const width = (size.width - 2 * margin - (count + 1) * wall) / count;
  const rooms: RoomPlan[] = facts.lanes.map((lane, number) => ({
    use: isClient ? 'sender' : 'receiver',
    lane: number,
    transport: lane.transport,
    port: isClient ? lane.clientPort : lane.serverPort,
    isRefused: lane.targetPort !== lane.serverPort,
    box: { x: margin + wall + number * (width + wall), y, width, height: room },
    ...doorOnRoad(measures, side, roadLeft(measures, number, count)),
  }));
  if (!isClient) rooms.push(closedDoor(facts, measures));
  return rooms;
}

/** A bin for each lane on the hall's floor, beside the plates. */
function placeBins(facts: TownFacts, measures: Measures, floor: number): readonly Box[] {
  const size = { width: 16, height: 20 };
  return facts.lanes.map((_, lane) => {
    const left = roadLeft(measures, lane, facts.lanes.length);
    const isLeft = left < measures.size.width / 2;
    const x = isLeft ? left + 88 : left + measures.road[0] + measures.road[1] - 88 - size.width;
    return { x, y: floor - size.height - 5, ...size };
  });
}

/** A door stands over its road, the plate beside it towards the middle. */
function doorOnRoad(
  { roadTop, roadBottom, hall, road, size }: Measures,
  side: 'client' | 'server',
  left: number,
): { door: Box; plate: Box } {
  const height = hall - 8;
  const y = side === 'client' ? roadTop - height : roadBottom + hall - height;
  const isLeft = left < size.width / 2;
  const doorX = isLeft ? left + 6 : left + road[0] + road[1] - 30;
  const plateX = isLeft ? doorX + 28 : doorX - 52;
  return {
    door: { x: doorX, y, width: 24, height },
    plate: { x: plateX, y: y + 2, width: 48, height: 18 },
  };
}

function closedDoor(facts: TownFacts, { size, roadBottom, hall }: Measures): RoomPlan {
  const height = hall - 8;
  const door = { x: size.width / 2 - 12, y: roadBottom + 8, width: 24, height };
  return {
    use: 'closed',
    lane: -1,
    transport: null,
    port: closedPort(facts),
    isRefused: false,
    box: { ...door, y: roadBottom, width: 0, height: hall },
    door,
    plate: { x: door.x + 28, y: door.y + 2, width: 42, height: 18 },
  };
}

function roadLeft({ size, road }: Measures, lane: number, count: number): number {
  const width = road[0] + road[1];
  const first = 12;
  const last = size.width - 12 - width;
  // One road alone leaves the middle to the lobby's words, as the first of two does.
  return count === 1 ? first : first + ((last - first) * lane) / (count - 1);
}

/** How far from a hall's edge a card turns up or vanishes. */
const GATE = 10;
/** The last office keeps so far from the sign on the server's roof. */
const SIGN = 16;

function placeRoad(facts: TownFacts, measures: Measures, lane: number): RoadPlan {
  const { road, roadTop, roadBottom } = measures;
  const x = roadLeft(measures, lane, facts.lanes.length);
  const width = road[0] + road[1];
  const isLeft = x < measures.size.width / 2;
  return {
    lane,
    transport: facts.lanes[lane]!.transport,
    axis: 'y',
    box: { x, y: roadTop, width, height: roadBottom - roadTop },
    // Cards turn up and vanish at the gates, so that they never lie on the plates in the halls.
    stops: [roadTop + GATE, ...stopsBetween(facts, roadTop, roadBottom - SIGN), roadBottom - GATE],
    halves: [x + road[0] / 2, x + road[0] + road[1] / 2],
    halfWidths: road,
    deck: 0,
    label: { x: isLeft ? x + width + 5 : x - 5 - 34, y: roadTop + 5, width: 34, height: 18 },
  };
}

function placeOffice(
  facts: TownFacts,
  { size, office }: Measures,
  roads: readonly RoadPlan[],
  number: number,
): OfficePlan {
  const middle = roads[0]?.stops[number + 1] ?? 0;
  const y = middle - office / 2;
  const body = { x: 4, y, width: size.width - 8, height: office };
  const label = { x: size.width / 2 - 22, y, width: 44, height: office };
  return {
    router: facts.routers[number]!,
    body,
    label,
    gates: roads.map(({ box }) => ({ x: box.x, y, width: box.width, height: office })),
    racks: roads.map(({ box }) => {
      const isLeft = box.x < size.width / 2;
      const room = label.x - (box.x + box.width) - 10;
      return {
        x: isLeft ? box.x + box.width + 5 : label.x + label.width + 5,
        y: y + 4,
        width: Math.max(20, isLeft ? room : box.x - label.x - label.width - 10),
        height: office - 8,
      };
    }),
  };
}

/** Down to the sign on the server's roof. */
function placeSkies(
  { size, roadTop }: Measures,
  offices: readonly OfficePlan[],
  bottom: number,
): readonly Box[] {
  const tops = [roadTop, ...offices.map(({ body }) => body.y + body.height)];
  const bottoms = [...offices.map(({ body }) => body.y), bottom];
  return tops.map((y, i) => ({ x: 0, y, width: size.width, height: Math.max(0, bottoms[i]! - y) }));
}
