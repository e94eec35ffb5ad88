/** A place on the map, in map units: 0 to 1000 from left to right, 0 to 600 from top to bottom. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export const MAP_WIDTH = 1000;
export const MAP_HEIGHT = 600;
