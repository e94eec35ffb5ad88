import type { ReceiveApp, SendApp, Transport } from '../../experiment/experiment';
import type { HostNode } from '../host';
import type { World } from '../world';
import { receiveOverTcp } from './receiveOverTcp';
import { receiveOverUdp } from './receiveOverUdp';
import type { RunningApp } from './runningApp';
import { sendOverTcp } from './sendOverTcp';
import { sendOverUdp } from './sendOverUdp';
import { sendReliablyOverUdp } from './sendReliablyOverUdp';

/** Lets an app that sends a message or receives one run on its host in the lane of one transport. */
export function startMessageApp(
  world: World,
  host: HostNode,
  app: SendApp | ReceiveApp,
  transport: Transport,
): RunningApp {
  switch (app.kind) {
    case 'send':
      if ((app.transport ?? transport) === 'tcp') return sendOverTcp(world, host, app);
      return app.reliability
        ? sendReliablyOverUdp(world, host, app, app.reliability)
        : sendOverUdp(world, host, app);
    case 'receive':
      return (app.transport ?? transport) === 'tcp'
        ? receiveOverTcp(world, host, app)
        : receiveOverUdp(world, host, app);
  }
}
