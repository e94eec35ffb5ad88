import { parseAddress } from '../wire/address';
import { appSockets } from './appSockets';
import { commandMatches } from './commandMatches';
import { beginsAt } from './detour';
import type {
  App,
  Experiment,
  Link,
  NatSettings,
  ReceiveApp,
  Rule,
  SendApp,
  Town,
  Transport,
} from './experiment';
import { LIMITS } from './limits';
import { BLOCK_NUMBER_BYTES, pieceCount } from './pieces';
import type { Problem } from './problem';
import { zoneProblems } from './zoneProblems';
import type { RawSendApp } from './rawApps';

/** The first thing that parts of a well-formed experiment say wrongly about each other, or `null`. */
export function inconsistencyOf(experiment: Experiment): Problem | null {
  for (const problem of problems(experiment)) return problem;
  return null;
}

function* problems(experiment: Experiment): Generator<Problem> {
  const { town, lanes, apps, tcp, rules, commands } = experiment;
  yield* placesOf(town);
  yield* duplicates(lanes, (i) => `lanes[${i}]`);
  const hosts = new Set(town.hosts.map(({ id }) => id));
  for (const [i, app] of apps.entries()) {
    if (!hosts.has(app.host)) yield { kind: 'unknownPlace', where: `apps[${i}].host` };
    if (app.kind === 'send' || app.kind === 'rawSend') yield* piecesOf(app, `apps[${i}]`);
    else if (app.kind === 'receive') yield* pausesOf(app, `apps[${i}]`);
    else if (app.kind === 'nameServer') yield* zoneProblems(app.zones, `apps[${i}].zones`);
  }
  for (const lane of lanes) yield* portsOf(apps, lane);
  if (tcp.rtoMaxNs < tcp.rtoMinNs) yield { kind: 'outOfRange', where: 'tcp.rtoMaxNs', limit: tcp.rtoMinNs };
  // A window that the scale cannot say is a closed one (RFC 7323 §2.2).
  const windowUnit = 1 << (tcp.windowScale ?? 0);
  if (tcp.receiveBufferBytes < windowUnit) {
    yield { kind: 'outOfRange', where: 'tcp.receiveBufferBytes', limit: windowUnit };
  }
  yield* duplicates(tcp.without, (i) => `tcp.without[${i}]`);
  const links = new Set(town.links.map(({ id }) => id));
  for (const [i, rule] of rules.entries()) {
    if (!links.has(rule.link)) yield { kind: 'unknownPlace', where: `rules[${i}].link` };
    else yield* turnOf(rule, town, `rules[${i}].verdict.link`);
  }
  let lastNs = 0;
  for (const [i, command] of commands.entries()) {
    yield* commandMatches(command, experiment, `commands[${i}]`);
    if (command.atNs < lastNs) yield { kind: 'outOfOrder', where: `commands[${i}].atNs` };
    lastNs = command.atNs;
  }
}

function* placesOf(town: Town): Generator<Problem> {
  const { hosts, routers, links } = town;
  if (hosts.length === 0) yield { kind: 'outOfRange', where: 'town.hosts', limit: 1 };
  const nodes = [...hosts, ...routers];
  const where = (i: number): string =>
    i < hosts.length ? `town.hosts[${i}]` : `town.routers[${i - hosts.length}]`;
  const ids = nodes.map(({ id }) => id);
  yield* duplicates(ids, (i) => `${where(i)}.id`);
  const addresses = nodes.map(({ address }) => parseAddress(address));
  yield* duplicates(addresses, (i) => `${where(i)}.address`);
  const linkIds = links.map(({ id }) => id);
  yield* duplicates(linkIds, (i) => `town.links[${i}].id`);
  for (const [i, { from, to }] of links.entries()) {
    if (!ids.includes(from)) yield { kind: 'unknownPlace', where: `town.links[${i}].from` };
    if (!ids.includes(to)) yield { kind: 'unknownPlace', where: `town.links[${i}].to` };
    if (from === to) yield { kind: 'duplicate', where: `town.links[${i}].to` };
    yield* detourAt(town, links[i]!, `town.links[${i}].detour`);
  }
  for (const [i, { id, link }] of hosts.entries()) {
    yield* attachment(links, id, link, `town.hosts[${i}].link`);
  }
  for (const [i, { id, routes, nat }] of routers.entries()) {
    if (nat) yield* natOf(links, id, nat, `town.routers[${i}].nat`);
    const prefixes = routes.map(({ prefix }) => prefix);
    yield* duplicates(prefixes, (j) => `town.routers[${i}].routes[${j}].prefix`);
    for (const [j, { link }] of routes.entries()) {
      yield* attachment(links, id, link, `town.routers[${i}].routes[${j}].link`);
    }
  }
}

/** A detour is another link, which begins where this one does: at its one end or its other. */
function* detourAt(town: Town, link: Link, where: string): Generator<Problem> {
  const { id, detour, from, to } = link;
  if (detour === undefined) return;
  if (detour === id) yield { kind: 'duplicate', where };
  else if (!town.links.some((one) => one.id === detour)) yield { kind: 'unknownPlace', where };
  else if (!beginsAt(town, detour, from) && !beginsAt(town, detour, to)) yield { kind: 'notAttached', where };
}

/** What turns off before a link takes one that begins at the same node. */
function* turnOf({ link, direction, verdict }: Rule, town: Town, where: string): Generator<Problem> {
  if (verdict.kind !== 'via') return;
  const { from, to } = town.links.find(({ id }) => id === link)!;
  if (verdict.link === link) yield { kind: 'duplicate', where };
  else if (!town.links.some(({ id }) => id === verdict.link)) yield { kind: 'unknownPlace', where };
  else if (!beginsAt(town, verdict.link, direction === 0 ? from : to)) yield { kind: 'notAttached', where };
}

/** Its outside is a link of the router's; one port of it is forwarded once. */
function* natOf(
  links: readonly Link[],
  node: string,
  { outside, forwards }: NatSettings,
  where: string,
): Generator<Problem> {
  yield* attachment(links, node, outside, `${where}.outside`);
  const ports = forwards.map(({ transport, port }) => `${transport} ${port}`);
  yield* duplicates(ports, (i) => `${where}.forwards[${i}].port`);
}

function* attachment(links: readonly Link[], node: string, id: string, where: string): Generator<Problem> {
  const link = links.find((one) => one.id === id);
  if (!link) yield { kind: 'unknownPlace', where };
  else if (link.from !== node && link.to !== node) yield { kind: 'notAttached', where };
}

function* piecesOf(app: SendApp | RawSendApp, where: string): Generator<Problem> {
  const { payload, pieceBytes } = app;
  // Its number is what an acknowledgment names.
  if (app.kind === 'send' && app.reliability && !payload.numbered)
    yield { kind: 'unknownChoice', where: `${where}.reliability` };
  const least = payload.numbered ? BLOCK_NUMBER_BYTES + 1 : 1;
  if (pieceBytes < least) yield { kind: 'outOfRange', where: `${where}.pieceBytes`, limit: least };
  if (payload.bytes.length > LIMITS.payloadBytes) {
    yield { kind: 'tooBig', where: `${where}.payload`, limit: LIMITS.payloadBytes };
  }
  if (pieceCount({ payload, pieceBytes }) > LIMITS.pieces) {
    yield { kind: 'tooBig', where: `${where}.payload`, limit: LIMITS.pieces };
  }
}

/** A pause lasts a while, and so does the time between two of them. */
function* pausesOf({ pauses = [] }: ReceiveApp, where: string): Generator<Problem> {
  let earliestNs = 0;
  for (const [i, { fromNs, toNs }] of pauses.entries()) {
    const each = `${where}.pauses[${i}]`;
    if (fromNs < earliestNs) yield { kind: 'outOfRange', where: `${each}.fromNs`, limit: earliestNs };
    if (toNs <= fromNs) yield { kind: 'outOfRange', where: `${each}.toNs`, limit: fromNs + 1 };
    earliestNs = toNs + 1;
  }
}

/** Two apps of one host cannot bind the same port of the same transport. */
function* portsOf(apps: readonly App[], lane: Transport): Generator<Problem> {
  const callers = new Set<string>();
  const places = apps.flatMap((app, i) => {
    if (app.kind === 'ping') {
      return [{ place: `${app.host} ping ${app.identifier}`, where: `apps[${i}].identifier` }];
    }
    return appSockets(app, lane).flatMap(({ transport, port }) => {
      const place = `${app.host} ${transport} ${port}`;
      // Over TCP one port can call many: a connection is a pair of sockets (RFC 9293 §3.4.1).
      const isCaller = app.kind === 'send' && transport === 'tcp';
      if (isCaller && callers.has(place)) return [];
      if (isCaller) callers.add(place);
      return [{ place, where: `apps[${i}].port` }];
    });
  });
  yield* duplicates(
    places.map(({ place }) => place),
    (i) => places[i]!.where,
  );
}

function* duplicates(values: readonly unknown[], where: (index: number) => string): Generator<Problem> {
  const seen = new Set<unknown>();
  for (const [i, value] of values.entries()) {
    if (seen.has(value)) yield { kind: 'duplicate', where: where(i) };
    seen.add(value);
  }
}
