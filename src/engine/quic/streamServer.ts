import type { StreamServerApp } from '../../experiment/webApps';
import type { Reason } from '../../trace/reason';
import { encodeHttp, type HttpMessage } from '../../wire/http';
import { HttpReader } from '../../wire/httpReader';
import { decodeQuicPacket, type QuicPacket } from '../../wire/quicModel';
import { READS_ALWAYS, type RunningApp } from '../apps/runningApp';
import type { HostNode } from '../host';
import { answerTo } from '../http/answer';
import type { Packet } from '../packet';
import type { UdpSource } from '../udpLayer';
import type { World } from '../world';
import { QuicHandshake } from './handshake';
import { QuicConnection } from './quicConnection';
import { QuicSocket } from './quicSocket';

/** Answers requests on streams over UDP: each on the stream that it came on (RFC 9114 §4.1). */
export function streamServer(world: World, host: HostNode, app: StreamServerApp): RunningApp {
  const { port } = app;
  const started = world.record('appStarted', { place: host.place, port }, -1, { kind: 'experimentStarted' });
  const guests = new Map<string, Guest>();
  let isOver = false;

  function datagram(payload: Uint8Array, { lastEvent }: Packet, from: UdpSource): void {
    const packet = decodeQuicPacket(payload);
    if (!packet || isOver) return;
    const key = `${from.address} ${from.port}`;
    let guest = guests.get(key);
    if (!guest || guest.isOver) {
      // Nobody knows who says more than hello.
      if (packet.kind !== 'initial') return;
      guest = new Guest(world, host, app, from);
      guests.set(key, guest);
    }
    guest.receive(packet, payload.length, lastEvent);
  }

  host.udp.open(port, { datagram }, started);
  return {
    host: app.host,
    end() {
      isOver = true;
      for (const guest of guests.values()) guest.vanish();
    },
    ...READS_ALWAYS,
  };
}

/** One connection at the server. */
class Guest {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #app: StreamServerApp;
  readonly #socket: QuicSocket;
  readonly #connection: QuicConnection;
  readonly #readers = new Map<number, HttpReader>();

  constructor(world: World, host: HostNode, app: StreamServerApp, from: UdpSource) {
    this.#world = world;
    this.#host = host;
    this.#app = app;
    const dice = [world.experiment.seed, host.place, app.port, from.address, from.port];
    this.#socket = new QuicSocket(host, app.port, from, dice);
    const context = {
      world,
      send: this.#socket.send.bind(this.#socket),
      tell: (reason: Reason, cause: number) => void this.#tell(reason, cause),
      ready() {},
      heard: this.#heard.bind(this),
      closed() {},
    };
    this.#connection = new QuicConnection(context, false, new QuicHandshake(false, '', dice));
  }

  get isOver(): boolean {
    return this.#connection.isOver;
  }

  receive(packet: QuicPacket, bytes: number, cause: number): void {
    if (packet.kind === 'initial') this.#socket.peerId = packet.sourceId;
    this.#connection.receive(packet, bytes, cause);
  }

  vanish(): void {
    this.#connection.vanish();
  }

  #heard(stream: number, bytes: Uint8Array, _isEnd: boolean, cause: number): void {
    const reader = this.#readers.get(stream) ?? new HttpReader();
    this.#readers.set(stream, reader);
    for (const message of reader.push(bytes)) this.#answer(stream, message, cause);
  }

  #answer(stream: number, request: HttpMessage, cause: number): void {
    if (request.kind !== 'request') return;
    const { method, target } = request;
    const asked = this.#tell({ kind: 'requestReceived', method, target }, cause);
    const answer = answerTo(request, this.#app.pages, null);
    const { status, body } = answer;
    const sent = this.#tell({ kind: 'responseSent', status, bytes: body.length }, asked);
    this.#connection.write(stream, encodeHttp(answer), true, sent);
  }

  #tell(reason: Reason, cause: number): number {
    return this.#world.record('appTold', { place: this.#host.place, port: this.#app.port }, cause, reason);
  }
}
