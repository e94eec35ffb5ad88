import type { LinkId, NodeId } from '../../experiment/experiment';
import type { Box, Point, Sheet } from '../plan';
import type { RoadSky } from './placeSkies';
import type { Program } from './programs';

/** How much of a building there is room for: its rooms, its front with the address, or just its mark. */
export type Tier = 'rooms' | 'front' | 'mark';

/** Something on the map that can be chosen. */
export type Chosen = { readonly kind: 'host' | 'router' | 'link'; readonly id: string } | null;

/** What of a host or router decides how it is drawn. */
export interface NodeFacts {
  readonly kind: 'host' | 'router';
  readonly id: NodeId;
  readonly address: string;
  /** What lives there; none in a router. */
  readonly programs: readonly Program[];
  /** Others come to it, rather than it to them. */
  readonly serves: boolean;
  /** It writes another address on what leaves it (RFC 3022). */
  readonly isNat: boolean;
}

/** Where a host or router stands. */
export interface NodePlan extends NodeFacts {
  /** In the columns of a trace. */
  readonly number: number;
  /** Where its roads lead. */
  readonly at: Point;
  /** All that is drawn of it: nothing else lies there. */
  readonly box: Box;
  /** Walls without roof and signs. */
  readonly body: Box;
  readonly roof: Box;
  /** The address; of a mark it is read from near. */
  readonly sign: Box;
  readonly name: Box;
}

/** The road that stands for a link, from its one end to the other. */
export interface MapRoad {
  readonly link: LinkId;
  /** In the columns of a trace. */
  readonly number: number;
  /** Numbers of the nodes at its ends. */
  readonly ends: readonly [number, number];
  /** The whole of it, to where its ends stand: what is under a house is not seen. */
  readonly way: readonly Point[];
  /** The middle of the road from wall to wall, and how far each point is along it. */
  readonly points: readonly Point[];
  readonly along: readonly number[];
  readonly length: number;
  readonly width: number;
  /** So far from each end both halves run apart; in a router they meet. */
  readonly meets: readonly [number, number];
  /** Where its figures stand; null where there is no room. */
  readonly label: RoadLabel | null;
}

/** The plate with the figures of a road: delay and rate, or only the delay. */
export interface RoadLabel extends Box {
  readonly says: 'both' | 'delay';
  /** The point of its own road's kerb that it points at. */
  readonly tip: Point;
  /** It stands right beside the road, not at the end of a pole. */
  readonly isBeside: boolean;
}

/** Where everything on the map stands: made once for each size. */
export interface MapPlan extends Sheet {
  readonly tier: Tier;
  /** Addresses can be read from afar; else from near. */
  readonly hasSigns: boolean;
  /** 1 for a building of the usual size. */
  readonly scale: number;
  /** Hosts, then routers: by the numbers of a trace. */
  readonly nodes: readonly NodePlan[];
  readonly roads: readonly MapRoad[];
  /** Over each road. */
  readonly skies: readonly RoadSky[];
  /** By the numbers of the nodes: where it is said what one does with a packet. */
  readonly notes: readonly Box[];
  /** Where nodes may stand, and where the map's corners lie in it. */
  readonly area: Box;
  readonly frame: Box;
}
