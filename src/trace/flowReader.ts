import { bindsPort } from '../experiment/appSockets';
import type { App, Experiment, SendApp, Transport } from '../experiment/experiment';

/** The app that a flow is for in the lane of `lane`, behind a port forward too; undefined where nobody is there. */
export function readerOf({ town, apps }: Experiment, lane: Transport, sender: SendApp): App | undefined {
  const transport = sender.transport ?? lane;
  const { address, port: ports } = sender.to;
  const port = ports[transport];
  const router = town.routers.find((one) => one.address === address);
  const forward = router?.nat?.forwards.find((one) => one.transport === transport && one.port === port);
  const host = town.hosts.find((one) => one.address === (forward?.to ?? address));
  const socket = { transport, port: forward?.toPort ?? port };
  return host && apps.find((app) => app.host === host.id && bindsPort(app, lane, socket));
}
