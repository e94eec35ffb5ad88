import { type BrowseApp, firstLoadOf } from '../../experiment/webApps';
import { NO_PORT, steadyApp, type RunningApp } from '../apps/runningApp';
import { parseAddress } from '../../wire/address';
import type { HostNode } from '../host';
import type { World } from '../world';
import { StubResolver } from '../dns/stubResolver';
import { Connections } from './connections';
import { type Browsing, PageLoad } from './pageLoad';

/** Opens the pages of its URLs, one at each time that is due. */
export function browse(world: World, host: HostNode, app: BrowseApp): RunningApp {
  const { place } = host;
  const running = steadyApp(app.host);
  const browsing: Browsing = {
    world,
    place,
    connections: new Connections(world, host, app.reusesConnections),
    closesAfterwards: !app.reusesConnections,
    isOver: () => running.isOver,
    lookUp: lookUpWith(world, host, app.resolver),
  };
  world.at(app.startNs, () => {
    if (running.isOver) return;
    const started = world.record('appStarted', { place, port: NO_PORT }, -1, { kind: 'experimentStarted' });
    const first = firstLoadOf(world.experiment.apps, app);
    for (const [i, url] of app.urls.entries()) {
      world.at(app.startNs + i * app.everyNs, () => {
        if (!running.isOver) new PageLoad(browsing, first + i, url).start(started);
      });
    }
  });
  return running;
}

/** Names are asked of the resolver that the browser's host knows. */
function lookUpWith(world: World, host: HostNode, resolver: string | null): Browsing['lookUp'] {
  const address = resolver === null ? undefined : parseAddress(resolver);
  if (address === undefined) return (_name, cause, done) => done({ error: 'noResolver' }, cause);
  const stub = new StubResolver(world, host, address);
  return (name, cause, done) => stub.lookUp(name, cause, done);
}
