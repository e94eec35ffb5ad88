import type { DoorApp } from '../../experiment/doorApps';
import type { App, Town } from '../../experiment/experiment';
import { LIMITS } from '../../experiment/limits';
import type { LookupApp, NameApp } from '../../experiment/nameApps';
import type { RawApp } from '../../experiment/rawApps';
import type { StreamServerApp } from '../../experiment/webApps';
import { isDomainName } from '../../wire/dnsName';
import { RECORD_TYPES } from '../../wire/dnsText';
import { addresses, target, time, transportChoice, whole } from './appFieldParts';
import type { FieldSpec } from './fieldSpec';
import { protocolField, rawSendFields } from './sendFields';
import { parseSockets, socketsText } from './socketsText';

/** What can be changed about programs that speak of doors, names, streams and bare IP. */
export function moreAppFields(
  app: DoorApp | NameApp | RawApp | StreamServerApp,
  town: Town,
): readonly FieldSpec<App>[] {
  switch (app.kind) {
    case 'echo':
      return [
        transportChoice(app.transport, (transport) => ({ ...app, transport })),
        whole('port', app.port, 1, LIMITS.port, (port) => ({ ...app, port })),
      ];
    case 'portScan':
      return [
        target(app.to, town, (to) => ({ ...app, to })),
        {
          kind: 'text',
          key: 'doors',
          value: socketsText(app.doors),
          check: (text) => ((parseSockets(text)?.length ?? 0) > 0 ? null : 'doors'),
          write: (text) => ({ ...app, doors: parseSockets(text) ?? app.doors }),
        },
        time('every', app.everyNs, LIMITS.everyNs, (everyNs) => ({ ...app, everyNs })),
        time('wait', app.waitNs, LIMITS.everyNs, (waitNs) => ({ ...app, waitNs })),
      ];
    case 'lookup':
      return lookupFields(app, town);
    case 'streamServer':
      return [whole('port', app.port, 1, LIMITS.port, (port) => ({ ...app, port }))];
    case 'rawSend':
      return rawSendFields(app, town);
    case 'rawReceive':
      return [protocolField(app)];
    case 'resolver':
      return [
        {
          kind: 'address',
          key: 'rootHint',
          value: app.rootHints[0] ?? '',
          options: addresses(town),
          write: (first) => ({ ...app, rootHints: [first, ...app.rootHints.slice(1)] }),
        },
      ];
    // The zones of a name server are under "Names".
    case 'nameServer':
      return [];
  }
}

function lookupFields(app: LookupApp, town: Town): readonly FieldSpec<App>[] {
  return [
    {
      kind: 'text',
      key: 'lookedUp',
      value: app.name,
      check: (text) => (isDomainName(text.trim()) ? null : 'domain'),
      write: (text) => ({ ...app, name: text.trim() }),
    },
    {
      kind: 'choice',
      key: 'recordType',
      value: app.type,
      options: RECORD_TYPES.map((value) => ({ value })),
      write: (value) => ({ ...app, type: RECORD_TYPES.find((type) => type === value) ?? app.type }),
    },
    {
      kind: 'address',
      key: 'resolver',
      value: app.resolver,
      options: addresses(town),
      write: (resolver) => ({ ...app, resolver }),
    },
    whole('count', app.times ?? 1, 1, LIMITS.lookups, (times) => ({ ...app, times })),
  ];
}
