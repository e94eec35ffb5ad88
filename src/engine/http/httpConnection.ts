import type { PageFailure, WebReason } from '../../trace/webReason';
import type { Ipv4Address } from '../../wire/address';
import { encodeHttp, type HttpMessage, isPersistent } from '../../wire/http';
import { HttpReader } from '../../wire/httpReader';
import { NO_BYTES } from '../../wire/octets';
import type { HostNode } from '../host';
import type { TcpApp, TcpSocket } from '../tcpSocket';
import type { World } from '../world';
import type { Attempt, Trial } from './attempts';
import type { Fetch } from './fetcher';
import { joined } from './joined';
import { Outbox } from '../outbox';
import type { SecureLayer } from './secureLayer';

/** Where a connection goes to, and for whom it is made. */
export interface Destination {
  readonly address: Ipv4Address;
  readonly port: number;
  /** Value of the Host field. */
  readonly authority: string;
  /** The page load that needs it first. */
  readonly load: number;
  /** Waits for it to stand; `null` where there is no other to try. */
  readonly trial: Trial | null;
}

interface Asked {
  readonly fetch: Fetch;
  readonly sentNs: number;
}

/** A browser's end of a connection over TCP: requests go out at once, answers come in their order (RFC 9112 §9.3.2). */
export class HttpConnection implements TcpApp, Attempt {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #to: Destination;
  readonly #layer: SecureLayer;
  readonly port: number;
  readonly #reader = new HttpReader();
  readonly #outbox = new Outbox();
  readonly #waiting: Fetch[] = [];
  readonly #asked: Asked[] = [];
  readonly #attempt: TcpSocket;
  #socket: TcpSocket | undefined;
  #isOpen = true;

  constructor(world: World, host: HostNode, to: Destination, layer: SecureLayer, cause: number) {
    this.#world = world;
    this.#host = host;
    this.#to = to;
    this.#layer = layer;
    this.port = host.ephemeralPort('tcp');
    const opening = this.#tell({ kind: 'connectionOpening', load: to.load }, cause);
    this.#attempt = host.tcp.connect(this.port, { address: to.address, port: to.port }, this, opening);
  }

  get canTakeMore(): boolean {
    return this.#isOpen && this.#waiting.length === 0 && this.#asked.length === 0;
  }

  fetch(fetches: readonly Fetch[], cause: number): void {
    this.#waiting.push(...fetches);
    if (this.#socket && this.#layer.isReady) this.#outbox.write(this.#socket, this.#requests(cause), cause);
  }

  close(cause: number): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (!this.#socket) return;
    this.#outbox.write(this.#socket, this.#layer.closing(), cause);
    this.#outbox.close(this.#socket, cause);
  }

  /** It is not needed any more, and has not said a word yet. */
  cancel(cause: number): void {
    this.#isOpen = false;
    this.#attempt.abort(cause);
  }

  told(notice: Parameters<TcpApp['told']>[0], socket: TcpSocket, cause: number): void {
    switch (notice.kind) {
      case 'connected': {
        this.#socket = socket;
        this.#to.trial?.opened(cause);
        const opening = this.#layer.open();
        const requests = this.#layer.isReady ? this.#requests(cause) : NO_BYTES;
        return this.#outbox.write(socket, joined([opening, requests]), cause);
      }
      case 'readable':
        return this.#read(socket, cause);
      case 'writable':
        return this.#outbox.flush(socket, cause);
      case 'peerClosed':
        return this.#peerClosed(cause);
      case 'closed':
        return this.#fail('connectionClosed', cause);
      case 'connectionRefused':
      case 'connectionReset':
      case 'gaveUp':
        return this.#fail(notice.kind, cause);
      case 'hostUnreachable':
      case 'deliveryProblem':
      // Only a hint: the connection goes on trying (RFC 9293 §3.9.2.2).
    }
  }

  #read(socket: TcpSocket, cause: number): void {
    const wasReady = this.#layer.isReady;
    const { text, reply } = this.#layer.unseal(socket.read(cause));
    const isNewlyReady = !wasReady && this.#layer.isReady;
    const secured = isNewlyReady ? this.#tell({ kind: 'tlsFinished', load: this.#to.load }, cause) : cause;
    // One write, so that the request goes with the end of the handshake.
    this.#outbox.write(socket, joined([reply, isNewlyReady ? this.#requests(secured) : NO_BYTES]), secured);
    for (const message of this.#reader.push(text)) this.#answered(message, cause);
    if (this.#reader.isMalformed || this.#layer.isBroken) this.#giveBack('badAnswer', cause);
  }

  /** What is waiting goes out; one event each says so. */
  #requests(cause: number): Uint8Array {
    const sent = this.#waiting.splice(0).map((fetch) => {
      const { load, target } = fetch;
      this.#tell({ kind: 'requestSent', load, target }, cause);
      this.#asked.push({ fetch, sentNs: this.#world.now });
      return encodeHttp({
        kind: 'request',
        method: 'GET',
        target,
        version: '1.1',
        fields: [['Host', this.#to.authority]],
        body: NO_BYTES,
      });
    });
    return sent.length === 0 ? NO_BYTES : this.#layer.seal(joined(sent));
  }

  #answered(message: HttpMessage, cause: number): void {
    const asked = this.#asked.shift();
    if (!asked || message.kind !== 'response') return this.#giveBack('badAnswer', cause);
    const { load, target } = asked.fetch;
    const { status, body } = message;
    const afterNs = this.#world.now - asked.sentNs;
    const received = this.#tell(
      { kind: 'responseReceived', load, target, status, bytes: body.length, afterNs },
      cause,
    );
    if (!isPersistent(message)) this.close(received);
    asked.fetch.done({ response: message }, received);
  }

  /** A body without a length ends with the connection (RFC 9112 §6.3). */
  #peerClosed(cause: number): void {
    const last = this.#reader.end();
    if (last) this.#answered(last, cause);
    this.#giveBack('connectionClosed', cause);
  }

  #giveBack(failure: PageFailure, cause: number): void {
    this.close(cause);
    this.#fail(failure, cause);
  }

  #fail(failure: PageFailure, cause: number): void {
    this.#isOpen = false;
    const left = [...this.#asked.splice(0).map(({ fetch }) => fetch), ...this.#waiting.splice(0)];
    for (const fetch of left) fetch.done({ failure }, cause);
    if (!this.#socket) this.#to.trial?.failed(failure, cause);
  }

  #tell(reason: WebReason, cause: number): number {
    return this.#world.record('appTold', { place: this.#host.place, port: this.port }, cause, reason);
  }
}
