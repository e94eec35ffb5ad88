import type { Reason } from '../trace/reason';
import { type Ipv4Address } from '../wire/address';
import { UNREACHABLE } from '../wire/icmp';
import { ECN, IPV4_HEADER_BYTES, type Ipv4Header } from '../wire/ipv4';
import type { HostNode } from './host';
import { ICMP_CODE } from './icmpReporter';
import type { IcmpError } from './icmpLayer';
import type { Packet } from './packet';
import type { World } from './world';

/** What an app that speaks IP itself is called with. */
export interface RawHandler {
  readonly packet?: (packet: Packet, payload: Uint8Array) => void;
  /** Somebody says that a packet of that protocol did not get there; `cause` is the event that led here. */
  readonly failed?: (reason: Reason, cause: number) => void;
}

/** A packet of an app's own. */
export interface RawSend {
  readonly destination: Ipv4Address;
  readonly protocol: number;
  readonly payload: Uint8Array;
  /** See `Packet.weatherNs`. */
  readonly weatherNs: number;
}

/** Apps that use IP without a transport, by protocol number: no ports, no checksum over the data (RFC 791 §1.4). */
export class RawLayer {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #handlers = new Map<number, RawHandler[]>();

  constructor(world: World, host: HostNode) {
    this.#world = world;
    this.#host = host;
  }

  /** From now on the handler is told of that protocol. */
  open(protocol: number, handler: RawHandler): void {
    this.#handlers.set(protocol, [...(this.#handlers.get(protocol) ?? []), handler]);
  }

  send({ destination, protocol, payload, weatherNs }: RawSend, cause: number, reason: Reason): void {
    const bytes = new Uint8Array(IPV4_HEADER_BYTES + payload.length);
    bytes.set(payload, IPV4_HEADER_BYTES);
    const number = this.#world.nextControlNumber(this.#host.place);
    const identity = {
      role: 'control',
      flow: 0,
      piece: -1,
      number,
      copy: 0,
      original: -1,
      duplicateOf: -1,
    } as const;
    const datagram = { protocol, destination, ecn: ECN.notCapable, bytes, identity, dontFragment: false };
    this.#host.send({ ...datagram, payloadBytes: payload.length, weatherNs }, cause, reason);
  }

  /** Nobody here knows the protocol: its sender is told (RFC 1122 §3.2.2.1). */
  receive(packet: Packet, { protocol }: Ipv4Header, payload: Uint8Array): void {
    const takers = (this.#handlers.get(protocol) ?? []).filter((handler) => handler.packet);
    if (takers.length > 0) {
      this.#host.accept(packet, { kind: 'datagram' });
      for (const taker of takers) taker.packet?.(packet, payload);
      return;
    }
    const reason: Reason = { kind: 'protocolUnknown', protocol };
    this.#host.drop(packet, reason);
    this.#host.icmp.report(packet, ICMP_CODE.protocolUnreachable, reason);
  }

  /** Somebody sent an ICMP error that quotes a packet of ours. */
  heardError(packet: Packet, error: IcmpError, protocol: number): void {
    const isUnknown = error.kind === 'destinationUnreachable' && error.code === UNREACHABLE.protocol;
    const reason: Reason = { kind: isUnknown ? 'protocolUnreachable' : 'hostUnreachable' };
    for (const handler of this.#handlers.get(protocol) ?? []) handler.failed?.(reason, packet.lastEvent);
  }
}
