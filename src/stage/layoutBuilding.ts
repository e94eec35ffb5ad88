import type { Size } from '../ui/useSize';
import { type Box, type BuildingPlan, clamp, type RoomPlan, type TownFacts } from './plan';
import { closedPort } from './placing';

/** What the parts of a wide town are measured by, in px. */
export interface Measures {
  readonly size: Size;
  readonly unit: number;
  /** Size of the smallest writing. */
  readonly small: number;
  /** There is no floor for rooms without an app: the closed door stands in the lobby. */
  readonly isLow: boolean;
  /** Of every building: its sign and its roof. */
  readonly head: {
    readonly sign: Pick<Box, 'y' | 'height'>;
    readonly roof: Pick<Box, 'y' | 'height'>;
  };
  readonly margin: number;
  readonly building: number;
  readonly hall: number;
  readonly bodyTop: number;
  readonly groundY: number;
  readonly wall: number;
  /** Widths of the two halves of a road: data cards drive on one, receipts on the other. */
  readonly road: readonly [number, number];
  readonly floors: readonly { readonly top: number; readonly bottom: number }[];
}

/** A building of a wide town with its rooms. */
export function placeBuilding(facts: TownFacts, measures: Measures, side: 'client' | 'server'): BuildingPlan {
  const { size, unit, margin, building, bodyTop, groundY, hall, wall } = measures;
  const x = side === 'client' ? margin : size.width - margin - building;
  const body = { x, y: bodyTop, width: building, height: groundY - bodyTop };
  const hallX = side === 'client' ? x + building - hall - wall : x + wall;
  const lobbyFloor = measures.floors.at(-1)!;
  const { address } = facts[side];
  const sign = {
    width: Math.min(building - 8, address.length * measures.small * 0.8 + 30 * unit),
    ...measures.head.sign,
  };
  return {
    side,
    address,
    body,
    roof: { x: x - 10 * unit, width: building + 20 * unit, ...measures.head.roof },
    sign: { x: x + (building - sign.width) / 2, ...sign },
    hall: { x: hallX, y: bodyTop + wall, width: hall, height: lobbyFloor.top - bodyTop - wall },
    lobby: {
      x: x + wall,
      y: lobbyFloor.top,
      width: building - 2 * wall,
      height: lobbyFloor.bottom - lobbyFloor.top,
    },
    rooms: placeRooms(facts, measures, side, body),
    bins: placeBins(facts, measures, side, body),
    name: { x: x + building / 2, y: (groundY + size.height) / 2 + measures.small * 0.4 },
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
    isRefused: lane.targetPort !== lane.serverPort,
    ...placeRoom(measures, side, body, number),
  }));
  if (measures.isLow) {
    if (!isClient) rooms.push(doorInLobby(facts, measures, body));
    return rooms;
  }
  rooms.push({
    use: isClient ? 'empty' : 'closed',
    lane: -1,
    transport: null,
    port: isClient ? null : closedPort(facts),
    isRefused: false,
    ...placeRoom(measures, side, body, facts.lanes.length),
  });
  return rooms;
}

function placeRoom(
  { unit, floors, hall, wall, small, road }: Measures,
  side: 'client' | 'server',
  body: Box,
  number: number,
): Pick<RoomPlan, 'box' | 'door' | 'plate'> {
  const { top, bottom } = floors[number]!;
  const isClient = side === 'client';
  const width = body.width - hall - 3 * wall;
  const x = isClient ? body.x + wall : body.x + body.width - wall - width;
  const hallX = isClient ? body.x + body.width - wall - hall : body.x + wall;
  const plateHeight = small * 1.4;
  const doorHeight = Math.min(road[0] + road[1] + 2 * unit, bottom - top - plateHeight - 8 * unit);
  const doorWidth = Math.min(32 * unit, hall * 0.46);
  const doorX = isClient ? hallX + 5 * unit : hallX + hall - 5 * unit - doorWidth;
  const plateWidth = Math.min(hall - 2, small * 3.7);
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

/** On a low stage nobody lives behind the closed door: it stands at the hall's foot, its number beside it. */
function doorInLobby(facts: TownFacts, { floors, small, wall, unit }: Measures, body: Box): RoomPlan {
  const { top, bottom } = floors.at(-1)!;
  const door = { x: body.x + wall + 6 * unit, y: top + 5, width: 20 * unit, height: bottom - top - 5 };
  const plate = { x: door.x + door.width + 5, y: top + 8, width: small * 3.1, height: small * 1.4 };
  return {
    use: 'closed',
    lane: -1,
    transport: null,
    port: closedPort(facts),
    isRefused: false,
    box: { x: door.x, y: top, width: 0, height: bottom - top },
    door,
    plate,
  };
}

/** One bin for each lane, between the desk (or the closed door) and the words in the lobby. */
function placeBins(
  facts: TownFacts,
  { floors, isLow, small, wall, unit }: Measures,
  side: 'client' | 'server',
  body: Box,
): readonly Box[] {
  const { bottom } = floors.at(-1)!;
  const width = 17 * unit;
  const height = 21 * unit;
  // On the side of the road there is the desk, or on a low stage the closed door with its number.
  const taken = wall + (isLow && side === 'server' ? 34 * unit + small * 3.1 : 57 * unit);
  return facts.lanes.map((_, lane) => {
    const along = taken + lane * (width + 5 * unit);
    const x = side === 'client' ? body.x + body.width - along - width : body.x + along;
    return { x, y: bottom - height - 3 * unit, width, height };
  });
}
