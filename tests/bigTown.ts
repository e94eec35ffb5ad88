import { house, inTown, post, road } from '../src/engine/townBench';
import { autoRoutes } from '../src/experiment/autoRoutes';
import type { App, Experiment, Link, Town } from '../src/experiment/experiment';
import { part } from '../src/stage/map/scatter';

const MS = 1_000_000;

/** A town of any size for tests: routers in a tree with some more roads, hosts on them, pings all over it. */
export function bigTown(hosts: number, routers: number, seed: number, over: Partial<Link> = {}): Experiment {
  const chance = (place: number, salt: number): number => part(seed * 131 + place, salt);
  const routerIds = Array.from({ length: routers }, (_, i) => `R${i + 1}`);
  const hostIds = Array.from({ length: hosts }, (_, i) => `H${i + 1}`);
  const links: Link[] = [];
  const join = (from: string, to: string): void => {
    const isNew = links.every((link) => link.id !== `${from}-${to}` && link.id !== `${to}-${from}`);
    if (isNew && from !== to) links.push(road(from, to, over));
  };
  routerIds.forEach((id, i) => {
    if (i > 0) join(routerIds[Math.floor(chance(i, 1) * i)]!, id);
    if (chance(i, 2) < 0.25) join(routerIds[Math.floor(chance(i, 3) * routers)]!, id);
  });
  const homes = hostIds.map((id, i) => {
    const home = routerIds[Math.floor(chance(i, 4) * routers)]!;
    join(home, id);
    return house(id, `10.0.${i}.10`, `${home}-${id}`);
  });
  const offices = routerIds.map((id, i) => post(id, `203.0.113.${i + 1}`));
  const town: Town = { hosts: homes, routers: offices, links };
  const apps = hostIds.map((host, i): App => ({
    kind: 'ping',
    host,
    to: `10.0.${(i + 1 + Math.floor(chance(i, 5) * (hosts - 1))) % hosts}.10`,
    identifier: i + 1,
    count: 3,
    dataBytes: 32,
    startNs: i * MS,
    everyNs: 15 * MS,
  }));
  return inTown(autoRoutes(town), apps, { seed, lanes: ['tcp'] });
}
