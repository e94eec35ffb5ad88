import type { Reason } from '../trace/reason';
import { type Ipv4Address, isOneHost } from '../wire/address';
import { decodeIcmp, encodeIcmp, type IcmpMessage, TIME_EXCEEDED, UNREACHABLE } from '../wire/icmp';
import { decodeIpv4, encodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { controlIdentity, type Packet } from './packet';
import type { World } from './world';

/** Precedence 6, "internetwork control", as routers and Linux hosts mark ICMP errors (RFC 1812 §4.3.2.5). */
const ERROR_TYPE_OF_SERVICE = 0xc0;
const DEFAULT_TIME_TO_LIVE = 64;
/** An ICMP error is at most this long, IP header included (RFC 1812 §4.3.2.3). */
const MAX_ERROR_BYTES = 576;
const IP_AND_ICMP_HEADER_BYTES = 28;

export type ErrorKind =
  | { readonly kind: 'destinationUnreachable'; readonly code: number; readonly nextHopMtu: number }
  | { readonly kind: 'timeExceeded'; readonly code: number };

/** Codes of RFC 792 by their meaning. */
export const ICMP_CODE = {
  networkUnreachable: { kind: 'destinationUnreachable', code: UNREACHABLE.network, nextHopMtu: 0 },
  hostUnreachable: { kind: 'destinationUnreachable', code: UNREACHABLE.host, nextHopMtu: 0 },
  protocolUnreachable: { kind: 'destinationUnreachable', code: UNREACHABLE.protocol, nextHopMtu: 0 },
  portUnreachable: { kind: 'destinationUnreachable', code: UNREACHABLE.port, nextHopMtu: 0 },
  timeToLiveExceeded: { kind: 'timeExceeded', code: TIME_EXCEEDED.inTransit },
  reassemblyTimeExceeded: { kind: 'timeExceeded', code: TIME_EXCEEDED.reassembly },
} as const satisfies Record<string, ErrorKind>;

/** "Fragmentation needed and DF set", with what would have fitted (RFC 1191 §4). */
export function fragmentationNeeded(mtuBytes: number): ErrorKind {
  return { kind: 'destinationUnreachable', code: UNREACHABLE.fragmentationNeeded, nextHopMtu: mtuBytes };
}

/** Makes ICMP messages at one node. */
export class IcmpReporter {
  readonly #world: World;
  readonly #place: number;
  readonly #address: Ipv4Address;

  constructor(world: World, place: number, address: Ipv4Address) {
    this.#world = world;
    this.#place = place;
    this.#address = address;
  }

  /** The error about `packet` to its sender, or `undefined` where none may be sent (RFC 1122 §3.2.2). */
  errorFor(
    packet: Packet,
    error: ErrorKind,
    reason: Reason,
  ): { readonly packet: Packet; readonly destination: Ipv4Address } | undefined {
    const decoded = decodeIpv4(packet.bytes);
    if (isMalformed(decoded) || decoded.header.fragmentOffset > 0) return undefined;
    const { source, destination, protocol } = decoded.header;
    if (!isOneHost(source) || !isOneHost(destination)) return undefined;
    if (protocol === PROTOCOL.icmp && isError(decoded.payload)) return undefined;
    const quote = packet.bytes.slice(0, MAX_ERROR_BYTES - IP_AND_ICMP_HEADER_BYTES);
    const message: IcmpMessage = { ...error, quote };
    return { packet: this.send(source, message, packet.lastEvent, reason), destination: source };
  }

  /** Wraps a message in an IP packet from this node and writes it down. */
  send(destination: Ipv4Address, message: IcmpMessage, cause: number, reason: Reason): Packet {
    const number = this.#world.nextControlNumber(this.#place);
    const isReply = message.kind === 'echoReply' || message.kind === 'echoRequest';
    const header = {
      typeOfService: isReply ? 0 : ERROR_TYPE_OF_SERVICE,
      identification: number & 0xffff,
      dontFragment: false,
      moreFragments: false,
      fragmentOffset: 0,
      timeToLive: DEFAULT_TIME_TO_LIVE,
      protocol: PROTOCOL.icmp,
      source: this.#address,
      destination,
      options: new Uint8Array(0),
    };
    const identity = controlIdentity(number);
    const bytes = encodeIpv4(header, encodeIcmp(message));
    return this.#world.makePacket(
      this.#place,
      { identity, bytes, payloadBytes: 0, weatherNs: null },
      cause,
      reason,
    );
  }
}

/** No error about an error; an unreadable message counts as one. */
function isError(payload: Uint8Array): boolean {
  const message = decodeIcmp(payload);
  return isMalformed(message) || (message.kind !== 'echoRequest' && message.kind !== 'echoReply');
}
