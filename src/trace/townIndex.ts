import type { Experiment, Link, Town } from '../experiment/experiment';

/**
 * Numbers for places, as columns hold them. Nodes: hosts in order, then routers. Link ways: link × 2 + direction
 * (0 from `from` to `to`, 1 back).
 */
export interface TownIndex {
  readonly town: Town;
  readonly nodes: readonly string[];
  node(id: string): number;
  link(id: string): number;
  /** The link and its direction behind a way number. */
  way(place: number): {
    readonly link: Link;
    readonly direction: 0 | 1;
    readonly from: string;
    readonly to: string;
  };
}

/** Numbers the places of an experiment's town; unknown ids are a bug (validation has passed). */
export function townIndex({ town }: Pick<Experiment, 'town'>): TownIndex {
  const nodes = [...town.hosts.map((host) => host.id), ...town.routers.map((router) => router.id)];
  const nodeNumbers = new Map(nodes.map((id, number) => [id, number]));
  const linkNumbers = new Map(town.links.map((link, number) => [link.id, number]));
  const known = (numbers: ReadonlyMap<string, number>, id: string): number => {
    const number = numbers.get(id);
    if (number === undefined) throw new Error(`unknown place ${id}`);
    return number;
  };
  return {
    town,
    nodes,
    node: (id) => known(nodeNumbers, id),
    link: (id) => known(linkNumbers, id),
    way(place) {
      const link = town.links[place >> 1];
      if (!link) throw new Error(`unknown link way ${place}`);
      return place % 2 === 0
        ? { link, direction: 0, from: link.from, to: link.to }
        : { link, direction: 1, from: link.to, to: link.from };
    },
  };
}
