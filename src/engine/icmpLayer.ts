import type { Reason } from '../trace/reason';
import { type Ipv4Address, parseAddress } from '../wire/address';
import { decodeIcmp, type IcmpMessage, isIcmpChecksumValid } from '../wire/icmp';
import { decodeQuotedIpv4, type Ipv4Header, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { sendInFragments } from './fragmentation';
import type { HostNode } from './host';
import { type ErrorKind, IcmpReporter } from './icmpReporter';
import type { Outlet } from './outlet';
import type { Packet } from './packet';
import type { World } from './world';

export type IcmpError = Extract<IcmpMessage, { quote: Uint8Array }>;

/** An ICMP message that an app of this host has asked for by sending something. */
export interface IcmpNews {
  readonly message: IcmpMessage;
  /** Who says so. */
  readonly from: Ipv4Address;
  /** What the answer to it is caused by. */
  readonly cause: number;
}

/** News of what became of a packet that was sent. */
export interface IcmpErrorNews extends IcmpNews {
  readonly message: IcmpError;
}

/** ICMP at a host: it answers echo requests, makes errors, and hands those that come to whom they concern (RFC 1122 §3.2.2). */
export class IcmpLayer {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #way: Outlet;
  readonly #reporter: IcmpReporter;
  /** Apps that ask for echoes, by the identifier of their requests. */
  readonly #askers = new Map<number, (news: IcmpNews) => void>();

  constructor(world: World, host: HostNode, way: Outlet) {
    this.#world = world;
    this.#host = host;
    this.#way = way;
    this.#reporter = new IcmpReporter(world, host.place, host.address);
  }

  /** From now on `heard` is told of every echo reply with that identifier, and of errors about such requests. */
  listen(identifier: number, heard: (news: IcmpNews) => void): void {
    this.#askers.set(identifier, heard);
  }

  /** Sends a message to an address. */
  send(to: string, message: IcmpMessage, cause: number, reason: Reason): void {
    this.#put(this.#reporter.send(parseAddress(to)!, message, cause, reason));
  }

  /** Tells the sender of a packet what became of it, where that is allowed (RFC 1122 §3.2.2). */
  report(packet: Packet, error: ErrorKind, reason: Reason): void {
    const made = this.#reporter.errorFor(packet, error, reason);
    if (made) this.#put(made.packet);
  }

  /** What a packet of this host came to here: its sender is told without a message (RFC 1122 §3.2.2.1, §2.4). */
  tellOwn(packet: Packet, error: Extract<ErrorKind, { kind: 'destinationUnreachable' }>): void {
    const message = { ...error, quote: packet.bytes };
    this.#passError(packet, message, { message, from: this.#host.address, cause: packet.lastEvent });
  }

  receive(packet: Packet, header: Ipv4Header, payload: Uint8Array): void {
    const message = decodeIcmp(payload);
    if (isMalformed(message)) return this.#host.drop(packet, { kind: 'malformed' });
    if (!isIcmpChecksumValid(payload)) return this.#host.drop(packet, { kind: 'badTransportChecksum' });
    this.#host.accept(packet, { kind: 'segmentArrived' });
    const news = { message, from: header.source, cause: packet.lastEvent };
    switch (message.kind) {
      case 'echoRequest': {
        const reply = { ...message, kind: 'echoReply' } as const;
        return this.#put(
          this.#reporter.send(header.source, reply, packet.lastEvent, { kind: 'echoRequested' }),
        );
      }
      case 'echoReply':
        return this.#askers.get(message.identifier)?.(news);
      case 'destinationUnreachable':
      case 'timeExceeded':
        return this.#passError(packet, message, news);
      case 'unknown':
        return undefined;
    }
  }

  /** Hands an error to whoever sent the packet that it quotes (RFC 1122 §3.2.2.1, §3.2.2.4). */
  #passError(packet: Packet, error: IcmpError, news: IcmpNews): void {
    const quoted = decodeQuotedIpv4(error.quote);
    if (isMalformed(quoted) || quoted.header.source !== this.#host.address) return;
    const { header, payload } = quoted;
    switch (header.protocol) {
      case PROTOCOL.udp:
        return this.#host.udp.heardError(packet, { ...news, message: error }, header.destination, payload);
      case PROTOCOL.tcp:
        return this.#host.tcp.heardError(packet, error, header.destination, payload);
      case PROTOCOL.icmp: {
        const request = decodeIcmp(payload);
        if (isMalformed(request) || request.kind !== 'echoRequest') return;
        return this.#askers.get(request.identifier)?.({ ...news, message: error });
      }
      default:
        return this.#host.raw.heardError(packet, error, header.protocol);
    }
  }

  #put(packet: Packet): void {
    sendInFragments(this.#world, this.#host.place, packet, this.#way);
  }
}
