import type { SendApp } from '../../experiment/experiment';
import { pieceAt, pieceCount, pieceDueNs } from '../../experiment/pieces';
import { parseAddress } from '../../wire/address';
import type { HostNode } from '../host';
import type { World } from '../world';

/** Sends each piece as a datagram of its own when it is due, and asks nothing. */
export function sendOverUdp(world: World, host: HostNode, app: SendApp): void {
  const destination = parseAddress(app.to.address)!;
  world.at(app.startNs, () => {
    const facts = { place: host.place, port: app.port };
    const started = world.record('appStarted', facts, -1, { kind: 'experimentStarted' });
    host.udp.open(app.port, {}, started);
    writeNext(started, 0);
  });

  function writeNext(cause: number, piece: number): void {
    if (piece >= pieceCount(app)) return;
    const weatherNs = pieceDueNs(app, piece);
    world.at(weatherNs, () => {
      const payload = pieceAt(app, piece);
      const facts = { place: host.place, piece, length: payload.length };
      const wrote = world.record('appWrote', facts, cause, { kind: 'pieceDue', piece });
      const datagram = {
        sourcePort: app.port,
        destination,
        destinationPort: app.to.port.udp,
        payload,
        piece,
        weatherNs,
      };
      host.udp.send(datagram, wrote);
      writeNext(wrote, piece + 1);
    });
  }
}
