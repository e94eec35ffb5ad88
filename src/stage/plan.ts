import type { Size } from '../ui/useSize';
import type { Lens } from './lens';
import type { LinkId, Transport } from '../experiment/experiment';

/** Lengths on the stage are CSS pixels; x runs right, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** What the town is made of, whatever the size of the stage. */
export interface TownFacts {
  readonly client: HostFacts;
  readonly server: HostFacts;
  /** Routers between them, from the client's side. */
  readonly routers: readonly string[];
  /** The links between neighbours, from the client's side, and how long each is drawn. */
  readonly links: readonly LinkId[];
  readonly weights: readonly number[];
  readonly lanes: readonly LaneFacts[];
  /** What is sent is a live call. */
  readonly isCall: boolean;
}

export interface HostFacts {
  readonly host: string;
  readonly address: string;
}

export interface LaneFacts {
  readonly transport: Transport;
  readonly clientPort: number;
  /** The port behind which the receiving app sits. */
  readonly serverPort: number;
  /** Where the messages are addressed to; another port than the app's is a closed door. */
  readonly targetPort: number;
}

/** What a picture of packets is measured by, whatever lies under them. */
export interface Sheet extends Size {
  readonly shape: 'wide' | 'portrait';
  /** By whose eyes it is seen: that decides what cards bear and how much room they take. */
  readonly lens: Lens;
  /** 1 at the size the town was designed for; strokes, radii and ornaments are multiples of it. */
  readonly unit: number;
  readonly font: { readonly small: number; readonly medium: number; readonly large: number };
  readonly card: CardSizes;
  /** Boxes in the stamp row of a card. */
  readonly stamps: number;
  /** So many ✕ of lost packets are shown at once. */
  readonly scars: number;
}

/** Where everything stands: made once for each size, read by every drawing. */
export interface TownPlan extends Sheet {
  /** The rooms are furnished for a live call. */
  readonly isCall: boolean;
  /** Where sky and ground meet. */
  readonly groundY: number;
  readonly client: BuildingPlan;
  readonly server: BuildingPlan;
  readonly roads: readonly RoadPlan[];
  readonly offices: readonly OfficePlan[];
  /** What lies between the machines at both ends of each link, over all roads: where its weather falls. */
  readonly skies: readonly Box[];
}

export interface BuildingPlan {
  readonly side: 'client' | 'server';
  readonly address: string;
  readonly body: Box;
  readonly roof: Box;
  readonly sign: Box;
  /** Between the doors and the road: where packets are read. */
  readonly hall: Box;
  /** The ground floor: the operating system's desk. */
  readonly lobby: Box;
  readonly rooms: readonly RoomPlan[];
  /** By lane: the bin in the lobby for what a checksum unmasked. */
  readonly bins: readonly Box[];
  /** Middle of the building's name. */
  readonly name: Point;
}

export interface RoomPlan {
  readonly use: 'sender' | 'receiver' | 'closed' | 'empty';
  /** Lane number, -1 for rooms of no lane. */
  readonly lane: number;
  readonly transport: Transport | null;
  readonly port: number | null;
  /** The app will be told that nobody listens, so that its desk needs room for the note. */
  readonly isRefused: boolean;
  readonly box: Box;
  readonly door: Box;
  readonly plate: Box;
}

export interface RoadPlan {
  readonly lane: number;
  readonly transport: Transport;
  readonly axis: 'x' | 'y';
  readonly box: Box;
  /** Along the axis: the client's door, each router, the server's door. */
  readonly stops: readonly number[];
  /** Across the axis: middle of the half for data (away from the client) and of the half for what comes back. */
  readonly halves: readonly [number, number];
  readonly halfWidths: readonly [number, number];
  /** Height of the stone side below the asphalt. */
  readonly deck: number;
  /** Where the road's name stands. */
  readonly label: Box;
}

export interface OfficePlan {
  readonly router: string;
  readonly body: Box;
  readonly label: Box;
  /** The passage for each road and the rack of queue slots beside it, by lane. */
  readonly gates: readonly Box[];
  readonly racks: readonly Box[];
}

/** More ✕ than these would hide the road of a lane. */
export const SCARS_PER_LANE = 7;

/** Sizes of what travels. */
export interface CardSizes {
  readonly data: Size;
  /** A data card with only its number. */
  readonly short: Size;
  readonly stub: Size;
  readonly dot: number;
}

/** Whether a point lies in a box or on its edge. */
export function isIn({ x, y, width, height }: Box, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

/** The area that two boxes have in common, in px². */
export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** A box made smaller by `by` on every side. */
export function inset(box: Box, by: number): Box {
  return { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by };
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
