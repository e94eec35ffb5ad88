import { appSockets } from './appSockets';
import { callPayload, FRAME_BYTES, FRAME_NS } from './call';
import type { App, Host, NodeId, Payload, SendApp } from './experiment';
import { BLOCK_NUMBER_BYTES } from './pieces';
import { answeringRoom, rawReceive, rawSend, reliableSend } from './newBareApps';
import { browse, serverAt, STREAM_PORT, streamServer, WEB_PORT, webServer } from './newWebApps';
import { choosePieceBytes, textPayload } from './street';
import { firstName, nameOf, nameServer } from './newNameServer';
import type { TownFile } from './townFile';

/** What a computer can be given to do. */
export const APP_CHOICES = [
  'ping',
  'traceroute',
  'send',
  'reliable',
  'call',
  'browse',
  'lookup',
  'portScan',
  'raw',
  'receive',
  'echo',
  'webServer',
  'streamServer',
  'nameServer',
  'resolver',
] as const;
export type AppChoice = (typeof APP_CHOICES)[number];

const MS = 1_000_000;
const SECOND_NS = 1000 * MS;
const FIRST_DYNAMIC_PORT = 50_000;
/** Unassigned for both transports in the first street, too. */
const OPEN_ROOM = 9000;
/** RFC 862. */
const ECHO_PORT = 7;
/** A few that are often asked for, over both transports. */
const SCANNED = [
  { transport: 'tcp', port: 22 },
  { transport: 'tcp', port: 80 },
  { transport: 'tcp', port: 443 },
  { transport: 'tcp', port: OPEN_ROOM },
  { transport: 'udp', port: 53 },
] as const;
/** A second of a call says it all. */
const CALL_FRAMES = 50;

/**
 * What a program starts with, and what it needs at the other end: the nearest other computer, with a room that is open.
 * Empty: nobody is there to speak to.
 */
export function newApps(file: TownFile, host: NodeId, choice: AppChoice): readonly App[] {
  const { hosts } = file.experiment.town;
  switch (choice) {
    case 'receive':
      return [openRoom(file, host)];
    case 'webServer':
      return [webServer(host, freePort(file, host, WEB_PORT))];
    case 'streamServer':
      return [streamServer(host, freePort(file, host, STREAM_PORT))];
    case 'echo':
      return [{ kind: 'echo', host, transport: 'udp', port: freePort(file, host, ECHO_PORT) }];
    case 'nameServer':
      return [nameServer(file, host)];
    case 'lookup':
      return lookingUp(file, host);
    case 'resolver':
      return resolving(file, host);
    case 'browse':
      return browsing(file, host);
    default: {
      const to = nearest(file, host, hosts);
      return to ? spoken(file, host, to, choice) : [];
    }
  }
}

/** The computer that a new program would speak to. */
export function nearestHost(file: TownFile, host: NodeId): Host | null {
  return nearest(file, host, file.experiment.town.hosts);
}

function spoken(
  file: TownFile,
  host: NodeId,
  to: Host,
  choice: 'ping' | 'traceroute' | 'send' | 'reliable' | 'call' | 'portScan' | 'raw',
): readonly App[] {
  const port = freePort(file, host, FIRST_DYNAMIC_PORT);
  switch (choice) {
    case 'ping':
      return [
        {
          kind: 'ping',
          host,
          to: to.address,
          identifier: freeIdentifier(file, host),
          count: 3,
          dataBytes: 32,
          startNs: 0,
          everyNs: SECOND_NS / 2,
        },
      ];
    case 'traceroute':
      return [{ kind: 'traceroute', host, port, to: to.address, maxHops: 16, startNs: 0, waitNs: SECOND_NS }];
    case 'portScan':
      return [
        {
          kind: 'portScan',
          host,
          to: to.address,
          doors: SCANNED,
          startNs: 0,
          everyNs: 50 * MS,
          waitNs: SECOND_NS / 2,
        },
      ];
    case 'send':
      return sending(file, host, to, 'tcp', textPayload('HELLO, WORLD'));
    case 'call':
      return sending(file, host, to, 'udp', callPayload(CALL_FRAMES));
    case 'reliable': {
      const room = answeringRoom(to.id, freePort(file, to.id, OPEN_ROOM));
      return [room, reliableSend(host, port, to, room.port)];
    }
    case 'raw': {
      const isHeard = file.experiment.apps.some((app) => app.kind === 'rawReceive' && app.host === to.id);
      return [...(isHeard ? [] : [rawReceive(to.id)]), rawSend(host, to)];
    }
  }
}

/** Sends to a room of the other computer that is open, or opens one. */
function sending(
  file: TownFile,
  host: NodeId,
  to: Host,
  transport: SendApp['transport'] & string,
  payload: Payload,
): readonly App[] {
  const open = file.experiment.apps.find(
    (app) =>
      app.kind === 'receive' &&
      app.host === to.id &&
      (app.transport ?? transport) === transport &&
      !app.acknowledges,
  );
  const room = open?.kind === 'receive' ? open : openRoom(file, to.id, transport);
  const isCall = payload.kind === 'call';
  const app: SendApp = {
    kind: 'send',
    host,
    transport,
    port: freePort(file, host, FIRST_DYNAMIC_PORT),
    to: { address: to.address, port: room.port },
    payload,
    pieceBytes: isCall ? BLOCK_NUMBER_BYTES + FRAME_BYTES : choosePieceBytes(payload),
    startNs: 0,
    everyNs: isCall ? FRAME_NS : 20 * MS,
  };
  return open ? [app] : [room, app];
}

function openRoom(file: TownFile, host: NodeId, transport: 'tcp' | 'udp' = 'tcp'): App & { kind: 'receive' } {
  const port = freePort(file, host, OPEN_ROOM);
  return { kind: 'receive', host, transport, port: { tcp: port, udp: port } };
}

/** Opens a page of the nearest server, which the nearest computer becomes where there is none. */
function browsing(file: TownFile, host: NodeId): readonly App[] {
  const { apps, town } = file.experiment;
  const serving = town.hosts.filter(({ id }) => serverAt(apps, id));
  const at = nearest(file, host, serving) ?? nearest(file, host, town.hosts);
  if (!at) return [];
  const known = serverAt(apps, at.id);
  const server = known ?? webServer(at.id, freePort(file, at.id, WEB_PORT));
  return known ? [browse(host, at, server)] : [server, browse(host, at, server)];
}

/** Whether there is no room for such a program: names are answered for at one port (RFC 1035 §4.2). */
export function isTaken({ experiment }: TownFile, host: NodeId, choice: AppChoice): boolean {
  const isForNames = (kind: string): boolean => kind === 'nameServer' || kind === 'resolver';
  return isForNames(choice) && experiment.apps.some((app) => app.host === host && isForNames(app.kind));
}

/** Asks who answers for names, or has the nearest other computer do so. */
function lookingUp(file: TownFile, host: NodeId): readonly App[] {
  const { apps, town } = file.experiment;
  const knowing = (kind: App['kind']): readonly Host[] =>
    town.hosts.filter(({ id }) => apps.some((app) => app.kind === kind && app.host === id));
  const server =
    nearest(file, host, knowing('resolver')) ??
    nearest(file, host, knowing('nameServer')) ??
    nearest(file, host, town.hosts);
  if (!server) return [];
  const isServing = apps.some(
    (app) => (app.kind === 'resolver' || app.kind === 'nameServer') && app.host === server.id,
  );
  const name = firstName(apps) ?? nameOf(server);
  const asked: App = { kind: 'lookup', host, resolver: server.address, name, type: 'A', startNs: 0 };
  return isServing ? [asked] : [nameServer(file, server.id), asked];
}

/** Begins its searches at the nearest name server, which the nearest computer becomes where there is none. */
function resolving(file: TownFile, host: NodeId): readonly App[] {
  const { apps, town } = file.experiment;
  const known = town.hosts.filter(({ id }) =>
    apps.some((app) => app.kind === 'nameServer' && app.host === id),
  );
  const server = nearest(file, host, known) ?? nearest(file, host, town.hosts);
  if (!server) return [];
  const asking: App = { kind: 'resolver', host, rootHints: [server.address] };
  return known.includes(server) ? [asking] : [nameServer(file, server.id), asking];
}

function nearest({ spots }: TownFile, host: NodeId, among: readonly Host[]): Host | null {
  const here = spots[host];
  const distance = ({ id }: Host): number => {
    const there = spots[id];
    return here && there ? Math.hypot(here.x - there.x, here.y - there.y) : Infinity;
  };
  const others = among.filter(({ id }) => id !== host);
  return others.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}

function freePort({ experiment }: TownFile, host: NodeId, first: number): number {
  const taken = new Set(
    experiment.apps
      .filter((app) => app.host === host)
      .flatMap((app) => experiment.lanes.flatMap((lane) => appSockets(app, lane)))
      .map(({ port }) => port),
  );
  let port = first;
  while (taken.has(port)) port += 1;
  return port;
}

function freeIdentifier({ experiment }: TownFile, host: NodeId): number {
  const pings = experiment.apps.flatMap((app) =>
    app.kind === 'ping' && app.host === host ? [app.identifier] : [],
  );
  return Math.max(0, ...pings) + 1;
}
