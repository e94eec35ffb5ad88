import type { ReceiveApp } from '../../experiment/experiment';
import { BLOCK_NUMBER_BYTES } from '../../experiment/pieces';
import { uint32At } from '../../wire/octets';
import type { HostNode } from '../host';
import type { Packet } from '../packet';
import type { UdpSource } from '../udpLayer';
import type { World } from '../world';
import { READS_ALWAYS, type RunningApp } from './runningApp';

/** Reads every datagram as it comes, in whatever order; an app that acknowledges reads each block once. */
export function receiveOverUdp(world: World, host: HostNode, app: ReceiveApp): RunningApp {
  const port = app.port.udp;
  const started = world.record('appStarted', { place: host.place, port }, -1, { kind: 'experimentStarted' });
  const known = new Set<number>();

  function read(payload: Uint8Array, packet: Packet): void {
    const start = world.recorder.addDelivered(payload.slice());
    const facts = { place: host.place, packet: packet.id, start, length: payload.length };
    world.record('bytesDelivered', facts, packet.lastEvent, { kind: 'datagram' });
  }

  function acknowledge(payload: Uint8Array, packet: Packet, from: UdpSource): void {
    if (payload.length < BLOCK_NUMBER_BYTES) return;
    const block = uint32At(payload, 0);
    const isNew = !known.has(block);
    known.add(block);
    if (isNew) read(payload, packet);
    const answer = { sourcePort: port, to: from, payload: payload.slice(0, BLOCK_NUMBER_BYTES) };
    const kind = isNew ? 'appAcknowledged' : 'appFilteredDouble';
    host.udp.sendAside(answer, packet.lastEvent, { kind, block });
  }

  host.udp.open(port, { datagram: app.acknowledges === true ? acknowledge : read }, started);
  // Closing its port is all there is to end.
  return { host: app.host, end() {}, ...READS_ALWAYS };
}
