import type { Ipv4Address } from '../wire/address';
import { ECN, IPV4_HEADER_BYTES, type Ipv4Header, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { decodeUdp, encodeUdp, isUdpChecksumValid } from '../wire/udp';
import type { Hand } from './hand';
import type { HostNode } from './host';
import type { Packet } from './packet';
import type { World } from './world';

/** What an app on a UDP port is called with; `cause` is the event that led here. */
export interface UdpHandler {
  datagram?(payload: Uint8Array, packet: Packet): void;
  unreachable?(cause: number): void;
}

/** A datagram to send, with the piece of the message that it carries. */
export interface UdpSend {
  readonly sourcePort: number;
  readonly destination: Ipv4Address;
  readonly destinationPort: number;
  readonly payload: Uint8Array;
  readonly piece: number;
  readonly weatherNs: number;
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
    this.#world.record('socketOpened', { place: this.#host.place, port }, cause, { kind: 'appCalled' });
  }

  /** The app on that port is gone. */
  close(port: number, { reason, cause }: Hand): void {
    if (!this.#sockets.delete(port)) return;
    this.#world.record('socketClosed', { place: this.#host.place, port }, cause, reason);
  }

  powerOff(cause: number): void {
    for (const port of this.#sockets.keys()) this.close(port, { reason: { kind: 'poweredOff' }, cause });
  }

  send(outgoing: UdpSend, cause: number): void {
    const { sourcePort, destination, destinationPort, payload, piece, weatherNs } = outgoing;
    const header = { sourcePort, destinationPort };
    this.#host.send(
      {
        protocol: PROTOCOL.udp,
        ecn: ECN.notCapable,
        destination,
        bytes: encodeUdp(header, payload, this.#host.address, destination, IPV4_HEADER_BYTES),
        identity: { role: 'piece', piece, number: piece, copy: 0, original: -1, duplicateOf: -1 },
        payloadBytes: payload.length,
        weatherNs,
      },
      cause,
      { kind: 'appWrote', piece },
    );
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
    handler.datagram?.(decoded.payload, packet);
  }

  /** An ICMP "destination unreachable" quoted a datagram of ours. */
  unreachable(packet: Packet, code: number, quote: Uint8Array): void {
    const port = ((quote[0] ?? 0) << 8) | (quote[1] ?? 0);
    const handler = this.#sockets.get(port);
    if (!handler) return;
    const reason = { kind: code === 3 ? 'portUnreachable' : 'hostUnreachable' } as const;
    const told = this.#world.record('appTold', { place: this.#host.place, port }, packet.lastEvent, reason);
    handler.unreachable?.(told);
  }
}
