import type { App, Host, NodeId, PortPerTransport, SendApp } from './experiment';
import type { RawReceiveApp, RawSendApp } from './rawApps';
import { choosePieceBytes, filePayload, textPayload } from './street';
import { utf8 } from './utf8';

const MS = 1_000_000;
/** For experiments (RFC 3692 §2.1): nothing but IP. */
const EXPERIMENTAL_PROTOCOL = 253;
const GREETING = 'HELLO, WORLD';
const PROMISE = 'The app numbers its blocks, waits, repeats and sorts out doubles.';
/** Block number included: a dozen letters at a time. */
const PROMISE_PIECE_BYTES = 16;
/** More than any answer takes over a few roads. */
const PROMISE_TIMER_NS = 200 * MS;

/** Sends a text in bare IP packets. */
export function rawSend(host: NodeId, to: Host): RawSendApp {
  const payload = textPayload(GREETING);
  return {
    kind: 'rawSend',
    host,
    to: to.address,
    protocol: EXPERIMENTAL_PROTOCOL,
    payload,
    pieceBytes: choosePieceBytes(payload),
    startNs: 0,
    everyNs: 20 * MS,
  };
}

/** Takes bare IP packets. */
export function rawReceive(host: NodeId): RawReceiveApp {
  return { kind: 'rawReceive', host, protocol: EXPERIMENTAL_PROTOCOL };
}

/** Sends a text over UDP and makes sure itself that everything arrives. */
export function reliableSend(host: NodeId, port: number, to: Host, room: PortPerTransport): SendApp {
  return {
    kind: 'send',
    host,
    transport: 'udp',
    port,
    to: { address: to.address, port: room },
    payload: filePayload('promise.txt', 'text/plain', utf8(PROMISE)),
    pieceBytes: PROMISE_PIECE_BYTES,
    startNs: 0,
    everyNs: 20 * MS,
    reliability: { kind: 'stopAndWait', timerNs: PROMISE_TIMER_NS },
  };
}

/** The room for that: it answers each block with its number. */
export function answeringRoom(host: NodeId, port: number): App & { readonly kind: 'receive' } {
  return { kind: 'receive', host, transport: 'udp', port: { tcp: port, udp: port }, acknowledges: true };
}
