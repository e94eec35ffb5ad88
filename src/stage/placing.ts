import type { TownFacts } from './plan';

/** A door that nobody sits behind, to be looked at until something is sent to another closed one. */
const CLOSED_DOOR = 9999;

/** The number on the closed door: where messages are addressed to if no app sits there. */
export function closedPort({ lanes }: TownFacts): number {
  return lanes.find(({ serverPort, targetPort }) => serverPort !== targetPort)?.targetPort ?? CLOSED_DOOR;
}

/** Where the routers stand between two ends of a road, by the weights of the links. */
export function stopsBetween({ weights }: TownFacts, from: number, to: number): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let covered = 0;
  return weights.slice(0, -1).map((weight) => {
    covered += weight;
    return from + ((to - from) * covered) / total;
  });
}
