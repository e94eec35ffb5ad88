import type { Reason } from '../../trace/reason';
import { decodeDns, type DnsMessage, PLAIN_UDP_BYTES } from '../../wire/dns';
import { DNS_PORT } from '../../wire/dnsPort';
import { isMalformed } from '../../wire/malformed';
import type { HostNode } from '../host';
import { Outbox } from '../outbox';
import type { Packet } from '../packet';
import type { TcpApp, TcpSocket } from '../tcpSocket';
import type { UdpHandler, UdpSource } from '../udpLayer';
import type { World } from '../world';
import { framed, Unframer } from './framing';
import { EDNS_BYTES, fitted } from './reply';

/** A question that has come in. */
export interface Asked {
  readonly query: DnsMessage;
  /** Who asks, in a text that no other asker has: of a question sent twice it is the same. */
  readonly asker: string;
  readonly cause: number;
  /** Sends the response, whose bytes are cut to what the asker takes. */
  respond(response: DnsMessage, cause: number, reason: Reason): void;
}

/** Listens on port 53 of both transports, and hands each question that can be read to `answer`. RFC 7766 §5. */
export function serveDns(
  world: World,
  host: HostNode,
  started: number,
  answer: (asked: Asked) => void,
): void {
  host.udp.open(DNS_PORT, new UdpDoor(host, answer), started);
  let callers = 0;
  host.tcp.listen(DNS_PORT, () => new TcpDoor(world, host, answer, (callers += 1)), started);
}

/** A query with one question; what is none gets no answer. */
function queryIn(bytes: Uint8Array): DnsMessage | null {
  const message = decodeDns(bytes);
  return isMalformed(message) || message.isResponse || message.questions.length !== 1 ? null : message;
}

class UdpDoor implements UdpHandler {
  readonly #host: HostNode;
  readonly #answer: (asked: Asked) => void;

  constructor(host: HostNode, answer: (asked: Asked) => void) {
    this.#host = host;
    this.#answer = answer;
  }

  datagram(payload: Uint8Array, packet: Packet, from: UdpSource): void {
    const query = queryIn(payload);
    if (!query) return;
    const asker = `${from.address}:${from.port}:${query.id}`;
    this.#answer({
      query,
      asker,
      cause: packet.lastEvent,
      respond: (response, cause, reason) => {
        // The door may have been shut while the answer was looked for.
        if (!this.#host.udp.isInUse(DNS_PORT)) return;
        // What the asker takes (RFC 6891 §6.2.3), and no more than what fits every path.
        const limitBytes = Math.min(Math.max(query.edns?.udpBytes ?? 0, PLAIN_UDP_BYTES), EDNS_BYTES);
        const { bytes, isCut } = fitted(response, limitBytes);
        const why: Reason = isCut ? { kind: 'answerCut', limitBytes } : reason;
        const aside = { sourcePort: DNS_PORT, to: from, payload: bytes, mayFragment: true } as const;
        this.#host.udp.sendAside(aside, cause, why);
      },
    });
  }
}

/** One connection: any number of questions, each answered when the answer is known (RFC 7766 §6.2.1.1). */
class TcpDoor implements TcpApp {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #answer: (asked: Asked) => void;
  readonly #stream = new Unframer();
  /** Which of those that called. */
  readonly #caller: number;
  #pending = 0;
  #hasPeerClosed = false;
  #isOver = false;
  readonly #outbox = new Outbox();
  #asked = 0;

  constructor(world: World, host: HostNode, answer: (asked: Asked) => void, caller: number) {
    this.#caller = caller;
    this.#world = world;
    this.#host = host;
    this.#answer = answer;
  }

  told(notice: Parameters<TcpApp['told']>[0], socket: TcpSocket, cause: number): void {
    switch (notice.kind) {
      case 'readable':
        for (const message of this.#stream.add(socket.read(cause))) this.#take(message, socket, cause);
        return;
      case 'writable':
        return this.#outbox.flush(socket, cause);
      case 'peerClosed':
        this.#hasPeerClosed = true;
        return this.#closeWhenDone(socket, cause);
      case 'closed':
      case 'connectionRefused':
      case 'connectionReset':
      case 'gaveUp':
        this.#isOver = true;
        return;
      case 'connected':
      case 'hostUnreachable':
      case 'deliveryProblem':
    }
  }

  #take(message: Uint8Array, socket: TcpSocket, cause: number): void {
    const query = queryIn(message);
    if (!query) return;
    this.#asked += 1;
    this.#pending += 1;
    this.#answer({
      query,
      asker: `caller ${this.#caller}: ${this.#asked}`,
      cause,
      respond: (response, answered, reason) => {
        this.#pending -= 1;
        if (this.#isOver) return;
        const bytes = framed(fitted(response, 0xffff).bytes);
        const facts = { place: this.#host.place, port: DNS_PORT };
        const wrote = this.#world.record('appTold', facts, answered, reason);
        this.#outbox.write(socket, bytes, wrote);
        this.#closeWhenDone(socket, wrote);
      },
    });
  }

  #closeWhenDone(socket: TcpSocket, cause: number): void {
    if (!this.#hasPeerClosed || this.#pending > 0 || this.#isOver) return;
    this.#isOver = true;
    this.#outbox.close(socket, cause);
  }
}
