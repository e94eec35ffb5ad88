import type { ReceiveApp } from '../../experiment/experiment';
import type { HostNode } from '../host';
import type { World } from '../world';
import { READS_ALWAYS, type RunningApp } from './runningApp';

/** Reads every datagram as it comes, in whatever order. */
export function receiveOverUdp(world: World, host: HostNode, app: ReceiveApp): RunningApp {
  const port = app.port.udp;
  const started = world.record('appStarted', { place: host.place, port }, -1, { kind: 'experimentStarted' });
  host.udp.open(
    port,
    {
      datagram(payload, packet) {
        const start = world.recorder.addDelivered(payload.slice());
        const facts = { place: host.place, packet: packet.id, start, length: payload.length };
        world.record('bytesDelivered', facts, packet.lastEvent, { kind: 'datagram' });
      },
    },
    started,
  );
  // Closing its port is all there is to end.
  return { host: app.host, port, end() {}, ...READS_ALWAYS };
}
