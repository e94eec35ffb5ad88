import type { App, ReceiveApp, SendApp, Town } from '../../experiment/experiment';
import { LIMITS } from '../../experiment/limits';
import { choosePieceBytes, textPayload } from '../../experiment/street';
import { parseUrl } from '../../experiment/url';
import type { BrowseApp, WebServerApp } from '../../experiment/webApps';
import { addresses, target, time, transportChoice, whole } from './appFieldParts';
import type { FieldSpec } from './fieldSpec';
import { moreAppFields } from './moreAppFields';

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
  ];
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

function sendFields(app: SendApp, town: Town): readonly FieldSpec<App>[] {
  const transport = app.transport ?? 'tcp';
  const fields: FieldSpec<App>[] = [
    target(app.to.address, town, (address) => ({ ...app, to: { ...app.to, address } })),
    transportChoice(transport, (next) => ({ ...app, transport: next })),
    whole('toPort', app.to.port[transport], 1, LIMITS.port, (port) => ({
      ...app,
      to: { ...app.to, port: { tcp: port, udp: port } },
    })),
    time('every', app.everyNs, LIMITS.everyNs, (everyNs) => ({ ...app, everyNs })),
  ];
  if (app.payload.kind !== 'text') return fields;
  const message: FieldSpec<App> = {
    kind: 'text',
    key: 'message',
    value: new TextDecoder().decode(app.payload.bytes),
    check: (text) => (text.length > LONGEST_MESSAGE ? 'tooLong' : null),
    write: (text) => {
      const payload = textPayload(text);
      return { ...app, payload, pieceBytes: choosePieceBytes(payload) };
    },
  };
  return [message, ...fields];
}

/** More than anyone types; a file has its own place. */
const LONGEST_MESSAGE = 2000;

function withTls(app: WebServerApp, isOn: boolean): App {
  const { tls: _tls, ...rest } = app;
  return isOn ? { ...rest, tls: true } : rest;
}

function urlsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((url) => url !== '');
}
