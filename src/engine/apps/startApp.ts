import type { App, Transport } from '../../experiment/experiment';
import type { HostNode } from '../host';
import type { World } from '../world';
import { browse } from '../http/browse';
import { webServer } from '../http/webServer';
import { streamServer } from '../quic/streamServer';
import { lookup } from './lookup';
import { nameServer } from './nameServer';
import { echo } from './echo';
import { ping } from './ping';
import { portScan } from './portScan';
import { rawReceive, rawSend } from './rawIp';
import { resolver } from './resolver';
import type { RunningApp } from './runningApp';
import { startMessageApp } from './startMessageApp';
import { traceroute } from './traceroute';

/** Lets an app of the experiment run on its host in the lane of one transport. */
export function startApp(world: World, host: HostNode, app: App, transport: Transport): RunningApp {
  switch (app.kind) {
    case 'send':
    case 'receive':
      return startMessageApp(world, host, app, transport);
    case 'ping':
      return ping(world, host, app);
    case 'traceroute':
      return traceroute(world, host, app);
    case 'nameServer':
      return nameServer(world, host, app);
    case 'resolver':
      return resolver(world, host, app);
    case 'lookup':
      return lookup(world, host, app);
    case 'echo':
      return echo(world, host, app);
    case 'portScan':
      return portScan(world, host, app);
    case 'rawSend':
      return rawSend(world, host, app);
    case 'rawReceive':
      return rawReceive(world, host, app);
    case 'webServer':
      return webServer(world, host, app);
    case 'streamServer':
      return streamServer(world, host, app);
    case 'browse':
      return browse(world, host, app);
  }
}
