import type { Ipv4Address } from '../wire/address';
import { UNREACHABLE } from '../wire/icmp';
import { ECN, IPV4_HEADER_BYTES, type Ipv4Header, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { uint16At } from '../wire/octets';
import { decodeUdp, encodeUdp, isUdpChecksumValid } from '../wire/udp';
import type { Hand } from './hand';
import type { Reason } from '../trace/reason';
import type { HostNode } from './host';
import type { IcmpErrorNews } from './icmpLayer';
import { controlIdentity, type Packet } from './packet';
import type { World } from './world';

/** Source and destination port, with which a quote begins. */
const UDP_PORTS_BYTES = 4;

type AppNews = 'portUnreachable' | 'hostUnreachable' | 'messageTooBig';

/** What an app is told for each code of "destination unreachable"; for all others, that the host is not there. */
const TOLD: Partial<Record<number, AppNews>> = {
  [UNREACHABLE.port]: 'portUnreachable',
  [UNREACHABLE.fragmentationNeeded]: 'messageTooBig',
};

/** What an app on a UDP port is called with; `cause` is the event that led here. */
export interface UdpHandler {
  datagram?(payload: Uint8Array, packet: Packet, from: UdpSource): void;
  /** An ICMP error said that what went `to` did not get there. */
  unreachable?(cause: number, to: UdpSource): void;
  /** The port is closed, by whomever. */
  portClosed?(): void;
  /** Takes ICMP errors as they come, in place of `unreachable`; the datagram that they quote went `to`. */
  heardError?(news: IcmpErrorNews, to: UdpSource): void;
}

/** Where a datagram came from: where an answer goes. */
export interface UdpSource {
  readonly address: Ipv4Address;
  readonly port: number;
}

/** A datagram to send, with the piece of the message that it carries. */
export interface UdpSend {
  readonly sourcePort: number;
  readonly destination: Ipv4Address;
  readonly destinationPort: number;
  readonly payload: Uint8Array;
  readonly flow: number;
  readonly piece: number;
  readonly weatherNs: number;
  readonly mayFragment?: true;
  /** It went before, so often; `original` is the packet that it went as first, and `reason` is why it goes again. */
  readonly again?: { readonly copy: number; readonly original: number; readonly reason: Reason };
}

/** What an app sends beside the message: an answer, a probe. */
export interface UdpAside {
  readonly sourcePort: number;
  readonly to: UdpSource;
  readonly payload: Uint8Array;
  /** Routers that may pass it on; left out: as many as is usual. */
  readonly timeToLive?: number;
  /** Routers may cut it (DF is not set, RFC 791 §3.1); left out: they may not. */
  readonly mayFragment?: true;
  /** It went before, so often; `original` is the packet that it went as first. */
  readonly again?: { readonly copy: number; readonly original: number };
}

/** A blank sheet: ports and a checksum on top of IP, and nothing more (RFC 768). */
export class UdpLayer {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #sockets = new Map<number, UdpHandler>();

  constructor(world: World, host: HostNode) {
    this.#world = world;
    this.#host = host;
  }

  /** Opens a port for an app. */
  open(port: number, handler: UdpHandler, cause: number): void {
    this.#sockets.set(port, handler);
    const facts = { place: this.#host.place, port, protocol: PROTOCOL.udp };
    this.#world.record('socketOpened', facts, cause, { kind: 'appCalled' });
  }

  /** Whether an app has bound it. */
  isInUse(port: number): boolean {
    return this.#sockets.has(port);
  }

  /** The app on that port is gone. */
  close(port: number, { reason, cause }: Hand): void {
    const handler = this.#sockets.get(port);
    if (!handler) return;
    this.#sockets.delete(port);
    const facts = { place: this.#host.place, port, protocol: PROTOCOL.udp };
    this.#world.record('socketClosed', facts, cause, reason);
    handler.portClosed?.();
  }

  powerOff(cause: number): void {
    for (const port of this.#sockets.keys()) this.close(port, { reason: { kind: 'poweredOff' }, cause });
  }

  /** Sends it in an IP packet and returns that packet's id. */
  send(outgoing: UdpSend, cause: number): number {
    const { sourcePort, destination, destinationPort, payload, flow, piece, weatherNs } = outgoing;
    const { again, mayFragment } = outgoing;
    const header = { sourcePort, destinationPort };
    const { copy, original } = again ?? { copy: 0, original: -1 };
    const role = again ? 'retransmission' : 'piece';
    const bytes = encodeUdp(header, payload, this.#host.address, destination, IPV4_HEADER_BYTES);
    const id = this.#host.send(
      {
        protocol: PROTOCOL.udp,
        ecn: ECN.notCapable,
        dontFragment: !mayFragment,
        destination,
        bytes,
        identity: { role, flow, piece, number: piece, copy, original, duplicateOf: -1 },
        payloadBytes: payload.length,
        weatherNs,
      },
      cause,
      again?.reason ?? { kind: 'appWrote', piece },
    );
    // It did not leave the house: an operating system refuses such a call.
    if (!mayFragment && bytes.length > this.#host.mtuBytes) {
      this.#tell(sourcePort, 'messageTooBig', cause);
    }
    return id;
  }

  #tell(port: number, kind: AppNews, cause: number): number {
    return this.#world.record('appTold', { place: this.#host.place, port }, cause, { kind });
  }

  /** Sends what is no piece of the message, for a reason of its app's; answers the packet and the event of its sending. */
  sendAside(
    aside: UdpAside,
    cause: number,
    reason: Reason,
  ): { readonly packet: number; readonly sent: number } {
    const { sourcePort, to, payload, timeToLive, mayFragment, again } = aside;
    const header = { sourcePort, destinationPort: to.port };
    const number = this.#world.nextControlNumber(this.#host.place);
    const { copy, original } = again ?? { copy: 0, original: -1 };
    const role = again ? 'retransmission' : 'control';
    // To be sent is the first that happens to a packet.
    const sent = this.#world.recorder.eventCount;
    const packet = this.#host.send(
      {
        protocol: PROTOCOL.udp,
        ecn: ECN.notCapable,
        dontFragment: !mayFragment,
        destination: to.address,
        ...(timeToLive === undefined ? {} : { timeToLive }),
        bytes: encodeUdp(header, payload, this.#host.address, to.address, IPV4_HEADER_BYTES),
        identity: { ...controlIdentity(number), role, copy, original },
        payloadBytes: payload.length,
        weatherNs: null,
      },
      cause,
      reason,
    );
    return { packet, sent };
  }

  receive(packet: Packet, { source, destination }: Ipv4Header, bytes: Uint8Array): void {
    const decoded = decodeUdp(bytes);
    if (isMalformed(decoded)) return this.#host.drop(packet, { kind: 'malformed' });
    // A bad checksum is discarded without a word (RFC 1122 §4.1.3.4).
    if (!isUdpChecksumValid(bytes, source, destination)) {
      return this.#host.drop(packet, { kind: 'badTransportChecksum' });
    }
    const handler = this.#sockets.get(decoded.header.destinationPort);
    if (!handler) {
      this.#host.drop(packet, { kind: 'portClosed' });
      return this.#host.reportPortUnreachable(packet);
    }
    this.#host.accept(packet, { kind: 'datagram' });
    handler.datagram?.(decoded.payload, packet, { address: source, port: decoded.header.sourcePort });
  }

  /** An ICMP error quotes a datagram of ours, which went to `destination`. */
  heardError(packet: Packet, news: IcmpErrorNews, destination: Ipv4Address, quote: Uint8Array): void {
    if (quote.length < UDP_PORTS_BYTES) return;
    const port = uint16At(quote, 0);
    const handler = this.#sockets.get(port);
    if (!handler) return;
    const to = { address: destination, port: uint16At(quote, 2) };
    if (handler.heardError) return handler.heardError(news, to);
    const error = news.message;
    // All of them are the app's to know (RFC 1122 §4.1.3.3); that its time was over means that it did not get there.
    const isTimeOver = error.kind === 'timeExceeded';
    const kind = (isTimeOver ? undefined : TOLD[error.code]) ?? 'hostUnreachable';
    const told = this.#tell(port, kind, packet.lastEvent);
    if (!isTimeOver) handler.unreachable?.(told, to);
  }
}
