import type { App, Transport } from './experiment';

/** The port that an app uses in the lane of that transport, or `null` for one that needs none. */
export function appPort(app: App, transport: Transport): number | null {
  switch (app.kind) {
    case 'receive':
      return app.port[transport];
    case 'send':
    case 'traceroute':
      return app.port;
    case 'ping':
      return null;
  }
}
