import { commandMatches } from './commandMatches';
import type { Experiment, Host, Link, LinkId, NodeId, Router, Town } from './experiment';
import { freeHostAddress, freeId, freeRouterAddress } from './freeNames';
import { freeSpot, insideMap } from './freeSpot';
import { LIMITS } from './limits';
import { MAP_HEIGHT, MAP_WIDTH, type Spot } from './spot';
import { CLEAR_WEATHER } from './town';
import type { TownFile } from './townFile';

/** What can be chosen in a town. */
export interface Place {
  readonly kind: 'host' | 'router' | 'link';
  readonly id: string;
}

/** A town with something new in it. */
export interface Built {
  readonly town: TownFile;
  readonly id: NodeId;
}

const MS = 1_000_000;
const CENTRE: Spot = { x: MAP_WIDTH / 2, y: MAP_HEIGHT / 2 };

/** The first house leaves room for those to come at its right. */
const FIRST: Spot = { x: MAP_WIDTH * 0.3, y: MAP_HEIGHT / 2 };

/** A town in which nothing stands yet. */
export function emptyTown(name: string, experiment: Omit<Experiment, 'town' | 'apps'>): TownFile {
  const town: Town = { hosts: [], routers: [], links: [] };
  return {
    version: 1,
    kind: 'town',
    name,
    spots: {},
    routing: 'auto',
    experiment: { ...experiment, town, apps: [] },
  };
}

/** One more computer, connected to the nearest router; without one, to a computer that has no road yet. `null`: no room. */
export function addHost(file: TownFile, near: NodeId | null, prefix = ''): Built | null {
  const { town } = file.experiment;
  if (town.hosts.length >= LIMITS.hosts || town.links.length >= LIMITS.links) return null;
  const beside =
    nearestOf(file, near, town.routers) ?? nearestOf(file, near, town.hosts.filter(isAlone(town)));
  const router = town.routers.some(({ id }) => id === beside) ? beside : null;
  const id = freeId(town, prefix);
  const host: Host = { id, address: freeHostAddress(town, router), link: '' };
  const placed = put(file, id, beside);
  const built = withTown(placed, { ...town, hosts: [...town.hosts, host] });
  return { town: beside === null ? built : (join(built, id, beside) ?? built), id };
}

/**
 * One more router, connected to the nearest router or to a computer without a road; where there is neither, in the
 * middle of a road between two computers. `null`: no room.
 */
export function addRouter(file: TownFile, near: NodeId | null): Built | null {
  const { town } = file.experiment;
  if (town.routers.length >= LIMITS.routers || town.links.length >= LIMITS.links) return null;
  const beside = nearestOf(file, near, [...town.routers, ...town.hosts.filter(isAlone(town))]);
  const id = freeId(town, 'R');
  const router: Router = { id, address: freeRouterAddress(town), routes: [] };
  const placed = put(file, id, beside);
  const built = withTown(placed, { ...town, routers: [...town.routers, router] });
  if (beside === null) return { town: inMiddle(built, id, near), id };
  return { town: join(built, id, beside) ?? built, id };
}

/** The road of a computer, or any, leads to that router from now on, and from there on to where it led. */
function inMiddle(file: TownFile, router: NodeId, near: NodeId | null): TownFile {
  const { town } = file.experiment;
  const road = town.links.find((link) => near !== null && endsAt(link, near)) ?? town.links[0];
  if (!road) return file;
  const onward: Link = { ...newLink(router, road.to), id: freeLinkId(town.links, router, road.to) };
  const [from, to] = [file.spots[road.from], file.spots[road.to]];
  const middle = from && to && { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const placed = middle ? move(file, router, middle) : file;
  return withTown(placed, {
    ...town,
    hosts: town.hosts.map((host) => (host.id === road.to ? { ...host, link: onward.id } : host)),
    links: [...town.links.map((link) => (link === road ? { ...link, to: router } : link)), onward],
  });
}

/** A road between two houses. A host has one road: a new one takes its place. `null`: there is one already, or no room. */
export function join(file: TownFile, from: NodeId, to: NodeId): TownFile | null {
  const { town } = file.experiment;
  const isJoined = town.links.some((link) => endsAt(link, from) && endsAt(link, to));
  if (from === to || isJoined || town.links.length >= LIMITS.links) return null;
  const old = town.hosts.filter(({ id }) => id === from || id === to).map(({ link }) => link);
  const cleared = old.reduce((one, link) => remove(one, { kind: 'link', id: link }), file);
  const { hosts, links } = cleared.experiment.town;
  const link: Link = { ...newLink(from, to), id: freeLinkId(links, from, to) };
  return withTown(cleared, {
    ...cleared.experiment.town,
    hosts: hosts.map((host) => (host.id === from || host.id === to ? { ...host, link: link.id } : host)),
    links: [...links, link],
  });
}

/** Without one house or road, and without what needs it. */
export function remove(file: TownFile, { kind, id }: Place): TownFile {
  const { town, apps } = file.experiment;
  const isGone = (link: Link): boolean => (kind === 'link' ? link.id === id : endsAt(link, id));
  const gone = new Set(town.links.filter(isGone).map((link) => link.id));
  const { [id]: _gone, ...others } = file.spots;
  const rest = withTown(file, {
    hosts: town.hosts
      .filter((host) => kind === 'link' || host.id !== id)
      .map((host) => (gone.has(host.link) ? { ...host, link: '' } : host)),
    routers: town.routers
      .filter((router) => kind === 'link' || router.id !== id)
      .map((router) => withoutLinks(router, gone)),
    links: town.links.filter((link) => !gone.has(link.id)).map((link) => withoutDetour(link, gone)),
  });
  if (kind === 'link') return tidied(rest);
  const experiment = { ...rest.experiment, apps: apps.filter(({ host }) => host !== id) };
  return tidied({ ...rest, spots: others, experiment });
}

/** An address translation stays as it was typed: it is more than a road, and another one may be its outside. */
function withoutLinks(router: Router, gone: ReadonlySet<LinkId>): Router {
  return { ...router, routes: router.routes.filter(({ link }) => !gone.has(link)) };
}

function withoutDetour(link: Link, gone: ReadonlySet<LinkId>): Link {
  if (link.detour === undefined || !gone.has(link.detour)) return link;
  const { detour: _detour, ...rest } = link;
  return rest;
}

/** A house elsewhere on the map. */
export function move(file: TownFile, id: NodeId, spot: Spot): TownFile {
  return { ...file, spots: { ...file.spots, [id]: insideMap(spot) } };
}

/** The town with another plan. */
export function withTown(file: TownFile, town: Town): TownFile {
  return { ...file, experiment: { ...file.experiment, town } };
}

/** Without what speaks of things that are no longer there. */
export function tidied(file: TownFile): TownFile {
  const { experiment } = file;
  const links = new Set(experiment.town.links.map(({ id }) => id));
  const rules = experiment.rules.filter(
    ({ link, verdict }) => links.has(link) && (verdict.kind !== 'via' || links.has(verdict.link)),
  );
  const commands = experiment.commands.filter(
    (command) => commandMatches(command, experiment, '').next().done === true,
  );
  return { ...file, experiment: { ...experiment, rules, commands } };
}

function isAlone({ links }: Town): (host: Host) => boolean {
  return ({ id }) => !links.some((link) => endsAt(link, id));
}

function put(file: TownFile, id: NodeId, beside: NodeId | null): TownFile {
  const taken = Object.values(file.spots);
  const near = beside === null ? undefined : file.spots[beside];
  const spot = near || taken.length > 0 ? freeSpot(near ?? CENTRE, taken) : FIRST;
  return { ...file, spots: { ...file.spots, [id]: spot } };
}

/** Of these, the one that stands nearest to `near` (itself, if it is one of them), or to the middle of the map. */
function nearestOf(
  { spots }: TownFile,
  near: NodeId | null,
  nodes: readonly { readonly id: NodeId }[],
): NodeId | null {
  const here = (near === null ? undefined : spots[near]) ?? CENTRE;
  let best: NodeId | null = null;
  let least = Infinity;
  for (const { id } of nodes) {
    const { x, y } = spots[id] ?? CENTRE;
    const distance = Math.hypot(x - here.x, y - here.y);
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}

/** A road as most are: 5 ms, 10 Mbit/s, 50 packets may wait, Ethernet frames, clear weather. */
function newLink(from: NodeId, to: NodeId): Omit<Link, 'id'> {
  return {
    from,
    to,
    delayNs: 5 * MS,
    rateBps: 10_000_000,
    queuePackets: 50,
    framingBytes: 18,
    weather: CLEAR_WEATHER,
  };
}

function freeLinkId(links: readonly Link[], from: NodeId, to: NodeId): LinkId {
  const taken = new Set(links.map(({ id }) => id));
  const name = `${from}-${to}`.slice(0, LIMITS.idCharacters - 3);
  let id = name;
  for (let number = 2; taken.has(id); number += 1) id = `${name}-${number}`;
  return id;
}

function endsAt({ from, to }: Link, id: NodeId): boolean {
  return from === id || to === id;
}
