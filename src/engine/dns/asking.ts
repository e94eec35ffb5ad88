import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import type { Ipv4Address } from '../../wire/address';
import { decodeDns, type DnsMessage, dnsQuery, type Edns, encodeDns } from '../../wire/dns';
import { DNS_PORT } from '../../wire/dnsPort';
import { canonicalName } from '../../wire/dnsName';
import { typeName } from '../../wire/dnsText';
import { isMalformed } from '../../wire/malformed';
import { hash } from '../hash';
import type { HostNode } from '../host';
import { Outbox } from '../outbox';
import type { Packet } from '../packet';
import type { TcpApp, TcpSocket } from '../tcpSocket';
import type { UdpHandler, UdpSource } from '../udpLayer';
import type { World } from '../world';
import { framed, Unframer } from './framing';

/** So long a connection may take for one question and its answer. */
const TCP_TIMEOUT_NS = 10_000_000_000;

/** One question to one server. */
export interface Question {
  readonly server: Ipv4Address;
  readonly name: string;
  readonly type: number;
  /** RD: the server is to look further for us. */
  readonly recursionDesired: boolean;
  readonly edns: Edns | null;
  /** How long to wait after each sending of it; as many sendings as there are times. */
  readonly timeoutsNs: readonly Nanoseconds[];
  readonly reason: Reason;
}

/** What became of it; `packet` brought the answer. */
export type Outcome =
  | { readonly kind: 'answered'; readonly message: DnsMessage; readonly packet: number }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'unreachable' };

type Done = (outcome: Outcome, cause: number) => void;

/**
 * Asks over UDP from a port of its own with an id that nobody can guess (RFC 5452 §9.2), again when no answer comes,
 * and over TCP when the answer was cut (RFC 7766 §5).
 */
export function ask(world: World, host: HostNode, question: Question, cause: number, done: Done): void {
  new UdpAsking(world, host, question, done).send(cause, question.reason);
}

class UdpAsking implements UdpHandler {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #question: Question;
  readonly #done: Done;
  readonly #port: number;
  readonly #query: DnsMessage;
  #sendings = 0;
  #original = -1;
  #isOver = false;

  constructor(world: World, host: HostNode, question: Question, done: Done) {
    this.#world = world;
    this.#host = host;
    this.#question = question;
    this.#done = done;
    this.#port = host.ephemeralPort('udp');
    const id = hash(world.experiment.seed, host.place, this.#port, world.now) & 0xffff;
    this.#query = dnsQuery({ ...question, id }, question.recursionDesired, question.edns);
  }

  send(cause: number, reason: Reason): void {
    if (this.#sendings === 0) this.#host.udp.open(this.#port, this, cause);
    const copy = this.#sendings;
    const waitNs = this.#question.timeoutsNs[copy]!;
    this.#sendings += 1;
    const to = { address: this.#question.server, port: DNS_PORT };
    const again = copy > 0 ? { again: { copy, original: this.#original } } : {};
    const payload = encodeDns(this.#query);
    const aside = { sourcePort: this.#port, to, payload, mayFragment: true, ...again } as const;
    const { packet, sent } = this.#host.udp.sendAside(aside, cause, reason);
    if (copy === 0) this.#original = packet;
    this.#world.at(this.#world.now + waitNs, () => this.#expire(copy, sent, waitNs));
  }

  datagram(payload: Uint8Array, packet: Packet, from: UdpSource): void {
    const message = decodeDns(payload);
    if (!this.#isServer(from)) return;
    if (isMalformed(message) || !answers(message, this.#query)) return;
    this.#close(packet.lastEvent);
    if (!message.truncated) {
      return this.#done({ kind: 'answered', message, packet: packet.id }, packet.lastEvent);
    }
    new TcpAsking(this.#world, this.#host, this.#query, this.#done).connect(
      this.#question.server,
      packet.lastEvent,
    );
  }

  unreachable(cause: number, to: UdpSource): void {
    if (!this.#isServer(to)) return;
    this.#close(cause);
    this.#done({ kind: 'unreachable' }, cause);
  }

  #isServer({ address, port }: UdpSource): boolean {
    return address === this.#question.server && port === DNS_PORT;
  }

  #expire(copy: number, cause: number, waitedNs: Nanoseconds): void {
    if (this.#isOver || copy !== this.#sendings - 1 || this.#host.isOff) return;
    if (this.#sendings < this.#question.timeoutsNs.length) {
      const { name, type } = this.#question;
      return this.send(cause, { kind: 'nameAskedAgain', name, type: typeName(type), waitedNs });
    }
    this.#close(cause);
    this.#done({ kind: 'timedOut' }, cause);
  }

  #close(cause: number): void {
    this.#isOver = true;
    this.#host.udp.close(this.#port, { reason: { kind: 'appCalled' }, cause });
  }
}

/** "the ID, the name, the type and the class" have to be those that were asked (RFC 5452 §9.1). */
function answers(message: DnsMessage, query: DnsMessage): boolean {
  const [asked] = query.questions;
  const [answered] = message.questions;
  return (
    message.isResponse &&
    message.id === query.id &&
    asked !== undefined &&
    answered !== undefined &&
    answered.type === asked.type &&
    answered.questionClass === asked.questionClass &&
    canonicalName(answered.name) === canonicalName(asked.name)
  );
}

class TcpAsking implements TcpApp {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #query: DnsMessage;
  readonly #done: Done;
  readonly #stream = new Unframer();
  readonly #outbox = new Outbox();
  readonly #port: number;
  #isOver = false;

  constructor(world: World, host: HostNode, query: DnsMessage, done: Done) {
    this.#world = world;
    this.#host = host;
    this.#query = query;
    this.#done = done;
    this.#port = host.ephemeralPort('tcp');
  }

  connect(server: Ipv4Address, cause: number): void {
    const remote = { address: server, port: DNS_PORT };
    const socket = this.#host.tcp.connect(this.#port, remote, this, cause);
    this.#world.at(this.#world.now + TCP_TIMEOUT_NS, () => {
      if (this.#isOver || this.#host.isOff) return;
      this.#end({ kind: 'timedOut' }, cause);
      socket.abort(cause);
    });
  }

  told(notice: Parameters<TcpApp['told']>[0], socket: TcpSocket, cause: number): void {
    switch (notice.kind) {
      case 'connected':
        return this.#write(socket, cause);
      case 'readable':
        return this.#read(socket, cause);
      case 'peerClosed':
        if (!this.#isOver) socket.close(cause);
        return this.#end({ kind: 'unreachable' }, cause);
      case 'closed':
      case 'connectionRefused':
      case 'connectionReset':
      case 'gaveUp':
        return this.#end({ kind: 'unreachable' }, cause);
      case 'writable':
        return this.#outbox.flush(socket, cause);
      case 'hostUnreachable':
      case 'deliveryProblem':
    }
  }

  #write(socket: TcpSocket, cause: number): void {
    const bytes = framed(encodeDns(this.#query));
    const [{ name, type } = { name: '', type: 0 }] = this.#query.questions;
    const facts = { place: this.#host.place, port: this.#port };
    const reason = { kind: 'nameAskedOverTcp', name, type: typeName(type) } as const;
    this.#outbox.write(socket, bytes, this.#world.record('appTold', facts, cause, reason));
  }

  #read(socket: TcpSocket, cause: number): void {
    for (const bytes of this.#stream.add(socket.read(cause))) {
      const message = decodeDns(bytes);
      if (this.#isOver || isMalformed(message) || !answers(message, this.#query)) continue;
      const { packet } = socket;
      socket.close(cause);
      // Not even here was there room for the answer: it is none.
      this.#end(message.truncated ? { kind: 'unreachable' } : { kind: 'answered', message, packet }, cause);
    }
  }

  #end(outcome: Outcome, cause: number): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#done(outcome, cause);
  }
}
