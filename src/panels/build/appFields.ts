import type { App, ReceiveApp, Town } from '../../experiment/experiment';
import { LIMITS } from '../../experiment/limits';
import { parseUrl } from '../../experiment/url';
import type { BrowseApp, WebServerApp } from '../../experiment/webApps';
import { addresses, target, time, transportChoice, whole } from './appFieldParts';
import type { FieldSpec } from './fieldSpec';
import { moreAppFields } from './moreAppFields';
import { sendFields } from './sendFields';

/** What can be changed about a program, by its kind. */
export function appFields(app: App, town: Town): readonly FieldSpec<App>[] {
  const own = ownFields(app, town);
  if (!('startNs' in app)) return own;
  const start = time('start', app.startNs, LIMITS.timeNs, (startNs) => ({ ...app, startNs }));
  return [...own, start];
}

function ownFields(app: App, town: Town): readonly FieldSpec<App>[] {
  switch (app.kind) {
    case 'ping':
      return [
        target(app.to, town, (to) => ({ ...app, to })),
        whole('count', app.count, 1, LIMITS.echoes, (count) => ({ ...app, count })),
        whole('dataBytes', app.dataBytes, 0, LIMITS.pieceBytes, (dataBytes) => ({ ...app, dataBytes })),
        time('every', app.everyNs, LIMITS.everyNs, (everyNs) => ({ ...app, everyNs })),
      ];
    case 'traceroute':
      return [
        target(app.to, town, (to) => ({ ...app, to })),
        whole('maxHops', app.maxHops, 1, LIMITS.hops, (maxHops) => ({ ...app, maxHops })),
        time('wait', app.waitNs, LIMITS.everyNs, (waitNs) => ({ ...app, waitNs })),
      ];
    case 'send':
      return sendFields(app, town);
    case 'receive':
      return receiveFields(app);
    case 'webServer':
      return serverFields(app);
    case 'browse':
      return browseFields(app, town);
    default:
      return moreAppFields(app, town);
  }
}

function receiveFields(app: ReceiveApp): readonly FieldSpec<App>[] {
  const transport = app.transport ?? 'tcp';
  return [
    transportChoice(transport, (next) => ({ ...app, transport: next })),
    whole('port', app.port[transport], 1, LIMITS.port, (port) => ({
      ...app,
      port: { tcp: port, udp: port },
    })),
    ...(transport === 'udp' ? [acknowledges(app)] : []),
  ];
}

function acknowledges(app: ReceiveApp): FieldSpec<App> {
  return {
    kind: 'switch',
    key: 'acknowledges',
    value: app.acknowledges ?? false,
    write: (isOn) => {
      const { acknowledges: _acknowledges, ...rest } = app;
      return isOn ? { ...rest, acknowledges: true } : rest;
    },
  };
}

function serverFields(app: WebServerApp): readonly FieldSpec<App>[] {
  return [
    whole('port', app.port, 1, LIMITS.port, (port) => ({ ...app, port })),
    time('keepsAlive', app.keepsAliveNs, LIMITS.timeNs, (keepsAliveNs) => ({ ...app, keepsAliveNs })),
    { kind: 'switch', key: 'tls', value: app.tls ?? false, write: (isOn) => withTls(app, isOn) },
  ];
}

function browseFields(app: BrowseApp, town: Town): readonly FieldSpec<App>[] {
  return [
    {
      kind: 'text',
      key: 'url',
      value: app.urls.join(' '),
      check: (text) => (urlsOf(text).every((url) => parseUrl(url)) && text.trim() !== '' ? null : 'url'),
      write: (text) => ({ ...app, urls: urlsOf(text) }),
    },
    {
      kind: 'address',
      key: 'resolver',
      value: app.resolver ?? '',
      options: [{ value: '' }, ...addresses(town)],
      write: (resolver) => ({ ...app, resolver: resolver === '' ? null : resolver }),
    },
    {
      kind: 'switch',
      key: 'reuses',
      value: app.reusesConnections,
      write: (reusesConnections) => ({ ...app, reusesConnections }),
    },
  ];
}

/** The usual port of the one becomes that of the other (RFC 9110 §4.2). */
function withTls(app: WebServerApp, isOn: boolean): App {
  const { tls: _tls, ...rest } = app;
  const [usual, other] = isOn ? [HTTP_PORT, HTTPS_PORT] : [HTTPS_PORT, HTTP_PORT];
  const port = app.port === usual ? other : app.port;
  return isOn ? { ...rest, port, tls: true } : { ...rest, port };
}

const HTTP_PORT = 80;
const HTTPS_PORT = 443;

function urlsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((url) => url !== '');
}
