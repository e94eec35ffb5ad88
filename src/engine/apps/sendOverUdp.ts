import type { SendApp } from '../../experiment/experiment';
import { pieceAt, pieceCount, pieceDueNs } from '../../experiment/pieces';
import { parseAddress } from '../../wire/address';
import { flowOf } from '../flow';
import type { HostNode } from '../host';
import type { World } from '../world';
import { steadyApp, type RunningApp } from './runningApp';

/** Sends each piece as a datagram of its own when it is due, and asks nothing. */
export function sendOverUdp(world: World, host: HostNode, app: SendApp): RunningApp {
  const destination = parseAddress(app.to.address)!;
  const flow = flowOf(world.experiment, app);
  const running = steadyApp(app.host);
  world.at(app.startNs, () => {
    if (running.isOver) return;
    const facts = { place: host.place, port: app.port };
    const started = world.record('appStarted', facts, -1, { kind: 'experimentStarted' });
    host.udp.open(app.port, {}, started);
    writeNext(started, 0);
  });

  return running;

  function writeNext(cause: number, piece: number): void {
    if (piece >= pieceCount(app)) return;
    const weatherNs = pieceDueNs(app, piece);
    world.at(weatherNs, () => {
      if (running.isOver) return;
      const payload = pieceAt(app, piece);
      const facts = { place: host.place, flow: flow.number, piece, length: payload.length };
      const wrote = world.record('appWrote', facts, cause, { kind: 'pieceDue', piece });
      const datagram = {
        sourcePort: app.port,
        destination,
        destinationPort: app.to.port.udp,
        payload,
        flow: flow.number,
        piece,
        weatherNs,
        ...(app.mayFragment ? { mayFragment: app.mayFragment } : {}),
      };
      host.udp.send(datagram, wrote);
      writeNext(wrote, piece + 1);
    });
  }
}
