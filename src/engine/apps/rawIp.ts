import { pieceAt, pieceCount, pieceDueNs } from '../../experiment/pieces';
import type { RawReceiveApp, RawSendApp } from '../../experiment/rawApps';
import type { Reason } from '../../trace/reason';
import { parseAddress } from '../../wire/address';
import { readableText } from '../../wire/readableText';
import type { HostNode } from '../host';
import type { World } from '../world';
import { NO_PORT, steadyApp, type RunningApp } from './runningApp';

/** More is not worth repeating in a sentence. */
const LONGEST_TEXT_BYTES = 24;

/** Sends each piece in an IP packet of its own when it is due; IP promises nothing about it (RFC 791 §1.4). */
export function rawSend(world: World, host: HostNode, app: RawSendApp): RunningApp {
  const facts = { place: host.place, port: NO_PORT };
  const destination = parseAddress(app.to)!;
  const running = steadyApp(app.host);
  world.at(app.startNs, () => {
    if (running.isOver) return;
    const started = world.record('appStarted', facts, -1, { kind: 'experimentStarted' });
    host.raw.open(app.protocol, {
      failed(reason: Reason, cause: number) {
        if (!running.isOver) world.record('appTold', facts, cause, reason);
      },
    });
    for (let piece = 0; piece < pieceCount(app); piece += 1) {
      const weatherNs = pieceDueNs(app, piece);
      world.at(weatherNs, () => {
        if (running.isOver) return;
        const packet = { destination, protocol: app.protocol, payload: pieceAt(app, piece), weatherNs };
        host.raw.send(packet, started, { kind: 'rawDue', nth: piece + 1 });
      });
    }
  });
  return running;
}

/** Takes what comes, in whatever order, whole or not: nothing below it looks at the data. */
export function rawReceive(world: World, host: HostNode, app: RawReceiveApp): RunningApp {
  const facts = { place: host.place, port: NO_PORT };
  let nth = 0;
  const running = steadyApp(app.host);
  world.record('appStarted', facts, -1, { kind: 'experimentStarted' });
  host.raw.open(app.protocol, {
    packet({ lastEvent }, payload) {
      if (running.isOver) return;
      nth += 1;
      world.record('appTold', facts, lastEvent, {
        kind: 'rawArrived',
        nth,
        bytes: payload.length,
        text: shortText(payload),
      });
    },
  });
  return running;
}

function shortText(payload: Uint8Array): string {
  const text = payload.length <= LONGEST_TEXT_BYTES ? readableText(payload) : undefined;
  return text ?? '';
}
