import { autoRoutes } from './autoRoutes';
import type { App, Host, Link, LinkId, NodeId, Router } from './experiment';
import { LIMITS } from './limits';
import { tidied, withTown } from './townEdits';
import type { TownFile } from './townFile';

/** A house by another name, with all that happens in it. */
export function rename(file: TownFile, id: NodeId, name: NodeId): TownFile {
  const { town, apps, commands } = file.experiment;
  const named = (one: NodeId): NodeId => (one === id ? name : one);
  const spots = Object.fromEntries(Object.entries(file.spots).map(([one, spot]) => [named(one), spot]));
  const experiment = {
    ...file.experiment,
    town: {
      hosts: town.hosts.map((host) => ({ ...host, id: named(host.id) })),
      routers: town.routers.map((router) => ({ ...router, id: named(router.id) })),
      links: town.links.map((link) => ({ ...link, from: named(link.from), to: named(link.to) })),
    },
    apps: apps.map((app): App => ({ ...app, host: named(app.host) })),
    commands: commands.map((command) => {
      if ('host' in command) return { ...command, host: named(command.host) };
      if (command.kind !== 'touchPacket') return command;
      return { ...command, packet: { ...command.packet, from: named(command.packet.from) } };
    }),
  };
  return { ...file, spots, experiment };
}

/** A house by another address; whatever meant the old one means the new one. */
export function setAddress(file: TownFile, id: NodeId, address: string): TownFile {
  const { town, apps } = file.experiment;
  const nodes: readonly (Host | Router)[] = [...town.hosts, ...town.routers];
  const before = nodes.find((node) => node.id === id)?.address;
  // While two houses have one address nobody can say which of them a program means.
  const isShared = nodes.some(
    (node) => node.id !== id && (node.address === before || node.address === address),
  );
  const follow = <T>(value: T): T =>
    before === undefined || isShared ? value : (readdressed(value, before, address) as T);
  const change = <Node extends Host | Router>(node: Node): Node =>
    node.id === id ? { ...follow(node), address } : follow(node);
  const changed = withTown(file, {
    hosts: town.hosts.map(change),
    routers: town.routers.map(change),
    links: town.links,
  });
  return { ...changed, experiment: { ...changed.experiment, apps: apps.map(follow) } };
}

/** The same value with one address in place of another: as itself, or as the name in a URL. */
function readdressed(value: unknown, before: string, after: string): unknown {
  if (typeof value === 'string') {
    if (value === before) return after;
    const [scheme, rest] = value.split(`://${before}`, 2);
    return rest !== undefined && /^([:/]|$)/.test(rest) ? `${scheme}://${after}${rest}` : value;
  }
  if (Array.isArray(value)) return value.map((one) => readdressed(one, before, after));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, readdressed(one, before, after)]),
  );
}

/** A road with other properties. */
export function changeLink(file: TownFile, id: LinkId, change: (link: Link) => Link): TownFile {
  const { town } = file.experiment;
  return withTown(file, { ...town, links: town.links.map((link) => (link.id === id ? change(link) : link)) });
}

/** A computer with other properties. */
export function changeHost(file: TownFile, id: NodeId, change: (host: Host) => Host): TownFile {
  const { town } = file.experiment;
  return withTown(file, { ...town, hosts: town.hosts.map((host) => (host.id === id ? change(host) : host)) });
}

/** A router with other properties. */
export function changeRouter(file: TownFile, id: NodeId, change: (router: Router) => Router): TownFile {
  const { town } = file.experiment;
  const routers = town.routers.map((router) => (router.id === id ? change(router) : router));
  return withTown(file, { ...town, routers });
}

/** Tables worked out from the roads, or from now on as they are written: at first those that were worked out. */
export function setRouting(file: TownFile, routing: TownFile['routing']): TownFile {
  if (routing === file.routing) return file;
  const { town } = file.experiment;
  return { ...withTown(file, routing === 'manual' ? autoRoutes(town) : town), routing };
}

/** One more thing that happens; `null`: there are too many. */
export function addApps(file: TownFile, more: readonly App[]): TownFile | null {
  const apps = [...file.experiment.apps, ...more];
  return apps.length > LIMITS.apps ? null : { ...file, experiment: { ...file.experiment, apps } };
}

/** The program of that number with other properties, or without it. */
export function changeApp(file: TownFile, index: number, change: (app: App) => App | null): TownFile {
  const apps = file.experiment.apps.flatMap((app, i) => {
    const changed = i === index ? change(app) : app;
    return changed ? [changed] : [];
  });
  return tidied({ ...file, experiment: { ...file.experiment, apps } });
}
