import type { Experiment, Nanoseconds } from '../experiment/experiment';

/** How long what a viewer must be able to see takes, in virtual time: in proportion to a trip through the town. */
export interface Tempo {
  /** A lost packet tilts and fades. */
  readonly fallNs: Nanoseconds;
  /** The ✕ of a loss stays on the road. */
  readonly scarNs: Nanoseconds;
  /** Cards behind one that is gone close up. */
  readonly closeNs: Nanoseconds;
  /** The same at a door, shorter than any link of the town that takes time. */
  readonly foldNs: Nanoseconds;
  /** A door swings open for a packet, and shut behind it. */
  readonly swingNs: Nanoseconds;
  /** A piece goes from the door to the tray. */
  readonly dropNs: Nanoseconds;
}

const SHORTEST_TRIP_NS = 8_000_000;
const LONGEST_TRIP_NS = 600_000_000;
const known = new WeakMap<Experiment['town'], Tempo>();

/** The tempo of a town: from the delays of its links as they are at the start. */
export function tempoOf({ town }: Pick<Experiment, 'town'>): Tempo {
  let tempo = known.get(town);
  if (!tempo) {
    const sum = town.links.reduce((total, { delayNs }) => total + delayNs, 0);
    const shortest = Math.min(...town.links.map(({ delayNs }) => delayNs));
    const trip = Math.min(LONGEST_TRIP_NS, Math.max(SHORTEST_TRIP_NS, sum));
    tempo = {
      fallNs: trip * 0.75,
      scarNs: trip * 7,
      dropNs: trip * 0.3,
      closeNs: trip * 0.25,
      swingNs: Math.min(trip * 0.12, shortest * 0.8) || trip * 0.12,
      foldNs: Math.min(trip * 0.06, shortest * 0.6),
    };
    known.set(town, tempo);
  }
  return tempo;
}
