import type { PageFailure } from '../../trace/webReason';
import type { Reason } from '../../trace/reason';
import { encodeHttp, type HttpMessage } from '../../wire/http';
import { HttpReader } from '../../wire/httpReader';
import { NO_BYTES } from '../../wire/octets';
import { decodeQuicPacket } from '../../wire/quicModel';
import type { HostNode } from '../host';
import type { Attempt } from '../http/attempts';
import type { Fetch } from '../http/fetcher';
import type { Destination } from '../http/httpConnection';
import type { Packet } from '../packet';
import type { UdpSource } from '../udpLayer';
import type { World } from '../world';
import { QuicHandshake } from './handshake';
import { QuicConnection, type QuicContext } from './quicConnection';
import { QuicSocket } from './quicSocket';

/** Streams that a client opens both ways are 0, 4, 8 … (RFC 9000 §2.1). */
const STREAM_STEP = 4;

interface Asked {
  readonly fetch: Fetch;
  readonly sentNs: number;
  readonly reader: HttpReader;
}

/** A browser's end of a connection of the model of QUIC: each request on a stream of its own (RFC 9114 §4.1). */
export class StreamFetcher implements Attempt, QuicContext {
  readonly world: World;
  readonly #host: HostNode;
  readonly #to: Destination;
  readonly port: number;
  readonly #socket: QuicSocket;
  readonly #connection: QuicConnection;
  readonly #waiting: Fetch[] = [];
  readonly #asked = new Map<number, Asked>();
  #nextStream = 0;
  #isOpen = true;

  constructor(world: World, host: HostNode, to: Destination, serverName: string, cause: number) {
    this.world = world;
    this.#host = host;
    this.#to = to;
    this.port = host.ephemeralPort('udp');
    const dice = [world.experiment.seed, host.place, to.load, this.port];
    this.#socket = new QuicSocket(host, this.port, to, dice);
    this.#connection = new QuicConnection(this, true, new QuicHandshake(true, serverName, dice));
    const opening = this.#record({ kind: 'connectionOpening', load: to.load }, cause);
    host.udp.open(this.port, this, opening);
    this.#connection.open(opening);
  }

  get canTakeMore(): boolean {
    return this.#isOpen;
  }

  fetch(fetches: readonly Fetch[], cause: number): void {
    this.#waiting.push(...fetches);
    if (!this.#connection.isReady) return;
    this.#ask(cause);
    this.#connection.flush(cause);
  }

  close(cause: number): void {
    if (!this.#isOpen) return;
    this.#connection.close(cause);
    this.#end('connectionClosed', cause);
  }

  /** It is not needed any more, and has no answer yet. */
  cancel(cause: number): void {
    this.#connection.vanish();
    this.#end('connectionClosed', cause);
  }

  /** A datagram has come; one from an address that is not the server's is discarded (RFC 9000 §9). */
  datagram(payload: Uint8Array, { lastEvent }: Packet, from: UdpSource): void {
    if (!this.#isServer(from)) return;
    const packet = decodeQuicPacket(payload);
    if (!packet || !this.#isOpen) return;
    if (packet.kind !== 'oneRtt') this.#socket.peerId = packet.sourceId;
    this.#connection.receive(packet, payload.length, lastEvent);
  }

  /** Believed only while nobody has answered: anyone could have sent it (RFC 9000 §14.2.1). */
  unreachable(cause: number, to: UdpSource): void {
    if (!this.#isServer(to) || this.#connection.isReady) return;
    this.#connection.vanish();
    this.#end('connectionRefused', cause);
  }

  #isServer({ address, port }: UdpSource): boolean {
    return address === this.#to.address && port === this.#to.port;
  }

  /** The power is gone: whatever was planned does not happen. */
  portClosed(): void {
    this.#isOpen = false;
    this.#connection.vanish();
  }

  // What the connection asks for (QuicContext).

  send(...[draft, original, cause, reason]: Parameters<QuicContext['send']>) {
    return this.#socket.send(draft, original, cause, reason);
  }

  tell(reason: Reason, cause: number): void {
    this.#record(reason, cause);
  }

  ready(cause: number): void {
    const told = this.#record({ kind: 'streamsReady', load: this.#to.load }, cause);
    this.#to.trial?.opened(told);
    this.#ask(told);
  }

  heard(stream: number, bytes: Uint8Array, isEnd: boolean, cause: number): void {
    const asked = this.#asked.get(stream);
    if (!asked) return;
    for (const message of asked.reader.push(bytes)) this.#answered(stream, asked, message, cause);
    const isOpen = this.#asked.has(stream);
    if (!isOpen || !(isEnd || asked.reader.isMalformed)) return;
    this.#asked.delete(stream);
    asked.fetch.done({ failure: 'badAnswer' }, cause);
  }

  closed(how: 'byPeer' | 'idle', cause: number): void {
    this.#end(how === 'idle' ? 'gaveUp' : 'connectionClosed', cause);
  }

  /** All that waits gets a stream each. */
  #ask(cause: number): void {
    for (const fetch of this.#waiting.splice(0)) {
      const { load, target } = fetch;
      const sent = this.#record({ kind: 'requestSent', load, target }, cause);
      const stream = this.#nextStream;
      this.#nextStream += STREAM_STEP;
      this.#asked.set(stream, { fetch, sentNs: this.world.now, reader: new HttpReader() });
      const fields = [['Host', this.#to.authority]] as const;
      const request = {
        kind: 'request',
        method: 'GET',
        target,
        version: '1.1',
        fields,
        body: NO_BYTES,
      } as const;
      this.#connection.write(stream, encodeHttp(request), true, sent);
    }
  }

  #answered(stream: number, { fetch, sentNs }: Asked, message: HttpMessage, cause: number): void {
    if (message.kind !== 'response') return;
    this.#asked.delete(stream);
    const { load, target } = fetch;
    const { status, body } = message;
    const afterNs = this.world.now - sentNs;
    const facts = { load, target, status, bytes: body.length, afterNs };
    fetch.done({ response: message }, this.#record({ kind: 'responseReceived', ...facts }, cause));
  }

  #end(failure: PageFailure, cause: number): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#host.udp.close(this.port, { reason: { kind: 'appCalled' }, cause });
    const left = [...[...this.#asked.values()].map(({ fetch }) => fetch), ...this.#waiting.splice(0)];
    this.#asked.clear();
    for (const fetch of left) fetch.done({ failure }, cause);
    if (!this.#connection.isReady) this.#to.trial?.failed(failure, cause);
  }

  #record(reason: Reason, cause: number): number {
    return this.world.record('appTold', { place: this.#host.place, port: this.port }, cause, reason);
  }
}
