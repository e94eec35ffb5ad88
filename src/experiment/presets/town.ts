import type { App, Experiment, Host, Link, NodeId, Router } from '../experiment';
import { TCP_PRESETS } from '../tcpPresets';
import type { Spot } from '../spot';
import { CLEAR_WEATHER } from '../town';
import type { TownFile } from '../townFile';

/** What of the lecture a preset is about, in its order. */
export const TOPICS = ['ip', 'ports', 'transport', 'dns', 'web', 'links', 'all'] as const;
export type Topic = (typeof TOPICS)[number];

/** A town that comes with the page and the command line; its name and sentence are `presets.<id>` in i18n. */
export interface Preset<Id extends string = string> {
  readonly id: Id;
  readonly topic: Topic;
  readonly town: TownFile;
}

type PlacedHost = Omit<Host, 'link'> & Partial<Pick<Host, 'link'>> & { readonly spot: Spot };
type PlacedRouter = Omit<Router, 'routes'> & Partial<Pick<Router, 'routes'>> & { readonly spot: Spot };

interface PresetPlan<Id extends string> {
  readonly id: Id;
  readonly topic: Topic;
  readonly hosts: readonly PlacedHost[];
  readonly routers?: readonly PlacedRouter[];
  readonly roads: readonly Link[];
  readonly apps: readonly App[];
  /** `manual`: the routers' own rows hold. Left out: tables are worked out. */
  readonly routing?: TownFile['routing'];
  readonly over?: Partial<Experiment>;
}

/** A preset town; a host hangs on the first road that ends at it. Lanes, TCP (RFC values) and seed unless `over` says else. */
export function presetTown<const Id extends string>(plan: PresetPlan<Id>): Preset<Id> {
  const { id, topic, hosts, routers = [], roads, apps, routing = 'auto', over } = plan;
  const spots = Object.fromEntries([...hosts, ...routers].map((node) => [node.id, node.spot]));
  const town = {
    hosts: hosts.map((one) => ({ ...unplaced(one), link: one.link ?? roadAt(one.id, roads) })),
    routers: routers.map((one) => ({ ...unplaced(one), routes: one.routes ?? [] })),
    links: roads,
  };
  const experiment: Experiment = {
    version: 1,
    seed: 1,
    town,
    lanes: ['tcp'],
    apps,
    tcp: TCP_PRESETS.rfc,
    rules: [],
    commands: [],
    ...over,
  };
  return { id, topic, town: { version: 1, kind: 'town', name: id, spots, routing, experiment } };
}

/** A host at this place of the map (0 to 1000 × 0 to 600). */
export function host(
  id: NodeId,
  address: string,
  x: number,
  y: number,
  over: Partial<Host> = {},
): PlacedHost {
  return { id, address, spot: { x, y }, ...over };
}

/** A router at this place of the map. */
export function router(
  id: NodeId,
  address: string,
  x: number,
  y: number,
  over: Partial<Router> = {},
): PlacedRouter {
  return { id, address, spot: { x, y }, ...over };
}

const MS = 1_000_000;

interface RoadPlan extends Partial<Omit<Link, 'weather'>> {
  readonly delayMs?: number;
  readonly weather?: Partial<Link['weather']>;
}

/** A road named by its ends: 5 ms, 10 Mbit/s, 50 packets may wait, Ethernet frames, clear weather. */
export function road(from: NodeId, to: NodeId, { delayMs = 5, weather, ...over }: RoadPlan = {}): Link {
  return {
    id: `${from}-${to}`,
    from,
    to,
    delayNs: delayMs * MS,
    rateBps: 10_000_000,
    queuePackets: 50,
    framingBytes: 18,
    weather: { ...CLEAR_WEATHER, ...weather },
    ...over,
  };
}

function unplaced<Node extends { readonly spot: Spot }>({ spot: _spot, ...node }: Node): Omit<Node, 'spot'> {
  return node;
}

function roadAt(id: NodeId, roads: readonly Link[]): string {
  const found = roads.find(({ from, to }) => from === id || to === id);
  if (!found) throw new Error(`no road ends at ${id}`);
  return found.id;
}
