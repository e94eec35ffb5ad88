import { DNS_PORT } from '../wire/dnsPort';
import type { App, Transport } from './experiment';

/** Where an app can be reached: the same number is another socket for each transport (RFC 6335 §6). */
export interface AppSocket {
  readonly transport: Transport;
  readonly port: number;
}

/** The sockets that an app binds by itself in the lane of transport `lane`; those of the dynamic range are not among them. */
export function appSockets(app: App, lane: Transport): readonly AppSocket[] {
  switch (app.kind) {
    case 'receive': {
      const transport = app.transport ?? lane;
      return [{ transport, port: app.port[transport] }];
    }
    case 'send':
      return [{ transport: app.transport ?? lane, port: app.port }];
    case 'traceroute':
      return [{ transport: 'udp', port: app.port }];
    case 'echo':
      return [{ transport: app.transport, port: app.port }];
    case 'streamServer':
      return [{ transport: 'udp', port: app.port }];
    case 'webServer':
      return [{ transport: 'tcp', port: app.port }];
    case 'nameServer':
    case 'resolver':
      return [
        { transport: 'udp', port: DNS_PORT },
        { transport: 'tcp', port: DNS_PORT },
      ];
    case 'browse':
    case 'lookup':
    case 'portScan':
    case 'ping':
    case 'rawReceive':
    case 'rawSend':
      return [];
  }
}

/** Whether an app of the host binds that port of that transport in that lane. */
export function bindsPort(app: App, lane: Transport, { transport, port }: AppSocket): boolean {
  return appSockets(app, lane).some((socket) => socket.transport === transport && socket.port === port);
}
