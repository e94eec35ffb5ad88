import { DNS_PORT } from '../wire/dnsPort';
import { type AppSocket, bindsPort } from './appSockets';
import type { App, Experiment, Host } from './experiment';
import { unreachable } from './reach';
import { parseUrl } from './url';
import type { Place } from './townEdits';

/** Something that runs, though surely not as it was meant; it is said beside the town and forbids nothing. */
export interface TownWarning {
  readonly kind: 'nobody' | 'noPath' | 'closedDoor' | 'routerAlone';
  readonly place: Place;
  /** Whom it is about at the other end: an address that nobody has, or the name of a house. */
  readonly to: string;
  /** The door at which nothing listens, as `tcp/80`. */
  readonly door: string;
}

/** Whom an app speaks to, at which doors; none: it needs no program there. */
interface Wanted {
  readonly address: string;
  readonly doors: readonly AppSocket[];
}

/** What a town was surely meant to have and has not, each once, in the order of its programs. */
export function townWarnings(experiment: Experiment): readonly TownWarning[] {
  const { routers, links } = experiment.town;
  const alone = routers.filter(({ id }) => !links.some(({ from, to }) => from === id || to === id));
  const all = [
    ...alone.map(({ id }): TownWarning => ({
      kind: 'routerAlone',
      place: { kind: 'router', id },
      to: '',
      door: '',
    })),
    ...experiment.apps.flatMap((app) => warningsOf(app, experiment)),
  ];
  const keys = all.map((warning) => JSON.stringify(warning));
  return all.filter((_, i) => keys.indexOf(keys[i]!) === i);
}

function warningsOf(app: App, experiment: Experiment): readonly TownWarning[] {
  const place: Place = { kind: 'host', id: app.host };
  return wantedBy(app, experiment).flatMap(({ address, doors }): readonly TownWarning[] => {
    const why = unreachable(experiment.town, app.host, address);
    const { hosts, routers } = experiment.town;
    const to = [...hosts, ...routers].find((node) => node.address === address)?.id ?? address;
    if (why) return [{ kind: why, place, to, door: '' }];
    return doors
      .filter((door) => !isOpen(experiment, address, door))
      .map(({ transport, port }) => ({ kind: 'closedDoor', place, to, door: `${transport}/${port}` }));
  });
}

function wantedBy(app: App, { lanes }: Experiment): readonly Wanted[] {
  switch (app.kind) {
    case 'ping':
    case 'traceroute':
    case 'portScan':
    case 'rawSend':
      return [{ address: app.to, doors: [] }];
    case 'send': {
      const transports = app.transport ? [app.transport] : lanes;
      const doors = transports.map((transport) => ({ transport, port: app.to.port[transport] }));
      return [{ address: app.to.address, doors }];
    }
    case 'lookup':
      return [names(app.resolver)];
    case 'resolver':
      return app.rootHints.map(names);
    case 'browse':
      return [...(app.resolver === null ? [] : [names(app.resolver)]), ...app.urls.flatMap(pageAt)];
    case 'receive':
    case 'echo':
    case 'webServer':
    case 'streamServer':
    case 'nameServer':
    case 'rawReceive':
      return [];
  }
}

function names(address: string): Wanted {
  return { address, doors: [{ transport: 'udp', port: DNS_PORT }] };
}

/** Of a page by its address; who has a name only the name servers know. */
function pageAt(text: string): readonly Wanted[] {
  const url = parseUrl(text);
  if (!url || !/^[\d.]+$/.test(url.host)) return [];
  const transport = url.scheme === 'h3' ? 'udp' : 'tcp';
  return [{ address: url.host, doors: [{ transport, port: url.port }] }];
}

/** Whether a program listens there. Behind an address translation a forwarded door says so; any other may be open for an answer. */
function isOpen(experiment: Experiment, address: string, door: AppSocket): boolean {
  const { hosts, routers } = experiment.town;
  const nat = routers.find((router) => router.address === address)?.nat;
  const forward = nat?.forwards.find(
    ({ transport, port }) => transport === door.transport && port === door.port,
  );
  if (nat && !forward) return true;
  const host = hosts.find((one) => one.address === (forward?.to ?? address));
  return host !== undefined && listens(experiment, host, { ...door, port: forward?.toPort ?? door.port });
}

function listens({ apps, lanes }: Experiment, { id }: Host, door: AppSocket): boolean {
  return apps.some((app) => app.host === id && lanes.some((lane) => bindsPort(app, lane, door)));
}
