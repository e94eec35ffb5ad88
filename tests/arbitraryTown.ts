import fc from 'fast-check';
import type { NodeId } from '../src/experiment/experiment';
import { APP_CHOICES, newApps } from '../src/experiment/newApp';
import { ping } from '../src/experiment/presets/ping';
import { RFC_TCP } from '../src/experiment/tcpPresets';
import {
  addApps,
  changeApp,
  changeLink,
  rename,
  setAddress,
  setRouting,
} from '../src/experiment/townChanges';
import { addHost, addRouter, emptyTown, join, move, remove } from '../src/experiment/townEdits';
import type { TownFile } from '../src/experiment/townFile';
import { withRoutes } from '../src/experiment/writtenRoutes';

/** What a hand did, as numbers that mean something in whatever town it is done to. */
type Stroke = readonly [what: number, one: number, other: number];

const BLANK = emptyTown('blank', {
  version: 1,
  seed: 1,
  lanes: ['tcp'],
  tcp: RFC_TCP,
  rules: [],
  commands: [],
});

/** All towns that a hand comes through when it builds at random, from nothing or from a preset. */
export const anyBuilding = (): fc.Arbitrary<readonly TownFile[]> =>
  fc
    .record({
      isBlank: fc.boolean(),
      strokes: fc.array(fc.tuple(fc.nat(13), fc.nat(1000), fc.nat(1000)), { maxLength: 25 }),
    })
    .map(({ isBlank, strokes }) =>
      strokes.reduce<TownFile[]>(
        (towns, stroke) => [...towns, after(towns.at(-1)!, stroke)],
        [isBlank ? BLANK : ping.town],
      ),
    );

function after(town: TownFile, [what, one, other]: Stroke): TownFile {
  const { hosts, routers, links } = town.experiment.town;
  const { apps } = town.experiment;
  const pick = <T>(list: readonly T[], number: number): T | undefined =>
    list[number % Math.max(1, list.length)];
  const nodes: readonly NodeId[] = [...hosts, ...routers].map(({ id }) => id);
  const node = pick(nodes, one);
  const host = pick(hosts, one)?.id;
  const router = pick(routers, one)?.id;
  const link = pick(links, one)?.id;
  switch (what) {
    case 0:
    case 1:
      return addHost(town, node ?? null)?.town ?? town;
    case 2:
      return addRouter(town, node ?? null)?.town ?? town;
    case 3:
      return (node && join(town, node, pick(nodes, other)!)) || town;
    case 4:
      return node ? remove(town, { kind: 'host', id: node }) : town;
    case 5:
      return link ? remove(town, { kind: 'link', id: link }) : town;
    case 6:
      return node ? move(town, node, { x: one * 2 - 500, y: other }) : town;
    case 7:
      return node && !nodes.includes(`N${other}`) ? rename(town, node, `N${other}`) : town;
    case 8:
      return node ? setAddress(town, node, `10.1.${other % 3}.${(one % 5) + 1}`) : town;
    case 9:
      return link ? changeLink(town, link, (road) => ({ ...road, delayNs: other * 1_000_000 })) : town;
    case 10:
    case 11:
      return (host && addApps(town, newApps(town, host, pick(APP_CHOICES, other)!))) || town;
    case 12:
      return apps.length > 0 ? changeApp(town, one % apps.length, () => null) : town;
    default:
      if (!router || !link) return setRouting(town, other % 2 === 0 ? 'auto' : 'manual');
      return withRoutes(town, router, [{ prefix: '0.0.0.0/0', link }]);
  }
}
