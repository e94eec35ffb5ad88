import type { Host } from '../experiment/experiment';
import type { PacketIdentity } from '../trace/packetRecord';
import type { Reason } from '../trace/reason';
import { type Ipv4Address, parseAddress } from '../wire/address';
import { isFragment } from '../wire/fragment';
import { decodeIcmp, type IcmpMessage } from '../wire/icmp';
import {
  decodeIpv4,
  decodeQuotedIpv4,
  type Ipv4Header,
  isIpv4ChecksumValid,
  PROTOCOL,
  writeIpv4Header,
} from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { NO_BYTES } from '../wire/octets';
import { sendInFragments } from './fragmentation';
import { type ErrorKind, ICMP_CODE, IcmpReporter } from './icmpReporter';
import type { LinkWay } from './link';
import type { Packet } from './packet';
import { Reassembly } from './reassembly';
import { TcpLayer } from './tcpLayer';
import { UdpLayer } from './udpLayer';
import type { NetworkNode, World } from './world';

type Unreachable = Extract<IcmpMessage, { kind: 'destinationUnreachable' }>;

/** "64" is the common start value (RFC 1812 §4.2.2.9). */
const INITIAL_TIME_TO_LIVE = 64;

/** What a transport gives to IP. */
export interface OutgoingDatagram {
  readonly protocol: number;
  readonly destination: Ipv4Address;
  /** ECN field of the IP header (RFC 3168 §5). */
  readonly ecn: number;
  /** Behind `IPV4_HEADER_BYTES` zeros, which become the header; IP takes them over. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly identity: PacketIdentity;
  readonly payloadBytes: number;
  /** Routers may not cut it (DF, RFC 791 §3.1). */
  readonly dontFragment: boolean;
  /** See `Packet.weatherNs`. */
  readonly weatherNs: number | null;
}

/** A computer: IP below, UDP and TCP above, apps on top. */
export class HostNode implements NetworkNode {
  readonly place: number;
  readonly address: Ipv4Address;
  readonly udp: UdpLayer;
  readonly tcp: TcpLayer;
  readonly #world: World;
  readonly #way: LinkWay;
  readonly #icmp: IcmpReporter;
  readonly #reassembly: Reassembly;
  #identification = 0;
  #isOff = false;

  constructor(world: World, host: Host, way: LinkWay) {
    this.#world = world;
    this.place = world.places.node(host.id);
    this.address = parseAddress(host.address)!;
    this.#way = way;
    this.#icmp = new IcmpReporter(world, this.place, this.address);
    this.#reassembly = new Reassembly(world, this.place, (first) => {
      this.#report(first, ICMP_CODE.reassemblyTimeExceeded, { kind: 'reassemblyTimeout' });
    });
    this.udp = new UdpLayer(world, this);
    this.tcp = new TcpLayer(world, this);
  }

  /**
   * Sends a transport's bytes in an IP packet of its own and returns the packet's id. One that is longer than the link
   * carries and may not be cut ends here; the transport has asked `mtuBytes` before.
   */
  send(datagram: OutgoingDatagram, cause: number, reason: Reason): number {
    const { bytes, identity, payloadBytes, weatherNs } = datagram;
    writeIpv4Header(bytes, this.#headerFor(datagram));
    const packet = this.#world.makePacket(
      this.place,
      { identity, bytes, payloadBytes, weatherNs },
      cause,
      reason,
    );
    const { mtuBytes } = this;
    if (bytes.length > mtuBytes && datagram.dontFragment) {
      this.drop(packet, { kind: 'fragmentationNeeded', mtuBytes });
    } else sendInFragments(this.#world, this.place, packet, this.#way);
    return packet.id;
  }

  /** Longest IP packet that its link carries, in bytes. */
  get mtuBytes(): number {
    return this.#way.mtuBytes;
  }

  /** From now on it neither says nor hears anything; `cause` is the event of the command. */
  powerOff(cause: number): void {
    this.#isOff = true;
    this.udp.powerOff(cause);
    this.tcp.powerOff(cause);
    this.#reassembly.powerOff();
    this.#way.forgetWaiting(cause);
  }

  receive(packet: Packet): void {
    if (this.#isOff) return this.drop(packet, { kind: 'poweredOff' });
    if (!isIpv4ChecksumValid(packet.bytes)) return this.drop(packet, { kind: 'badIpChecksum' });
    const decoded = decodeIpv4(packet.bytes);
    if (isMalformed(decoded)) return this.drop(packet, { kind: 'malformed' });
    const { header, payload } = decoded;
    if (header.destination !== this.address) return this.drop(packet, { kind: 'notMine' });
    if (!isFragment(header)) return this.#handUp(packet, header, payload);
    const whole = this.#reassembly.add(packet, header, payload);
    if (whole) this.#handUpWhole(whole);
  }

  #handUpWhole(packet: Packet): void {
    const decoded = decodeIpv4(packet.bytes);
    if (!isMalformed(decoded)) this.#handUp(packet, decoded.header, decoded.payload);
  }

  #handUp(packet: Packet, header: Ipv4Header, payload: Uint8Array): void {
    switch (header.protocol) {
      case PROTOCOL.udp:
        return this.udp.receive(packet, header, payload);
      case PROTOCOL.tcp:
        return this.tcp.receive(packet, header, payload);
      case PROTOCOL.icmp:
        return this.#receiveIcmp(packet, header, payload);
      default:
        return this.drop(packet, { kind: 'notMine' });
    }
  }

  /** Throws a packet away; nobody is told. */
  drop(packet: Packet, reason: Reason): void {
    this.#world.recordOf(packet, 'packetDropped', { place: this.place, packet: packet.id }, reason);
  }

  /** The transport found it well formed and meant for someone here. */
  accept(packet: Packet, reason: Reason): void {
    this.#world.recordOf(packet, 'packetAccepted', { place: this.place, packet: packet.id }, reason);
  }

  /** Answers "port unreachable" (RFC 1122 §4.1.3.1). */
  reportPortUnreachable(packet: Packet): void {
    this.#report(packet, ICMP_CODE.portUnreachable, { kind: 'portClosed' });
  }

  #report(packet: Packet, error: ErrorKind, reason: Reason): void {
    const made = this.#icmp.errorFor(packet, error, reason);
    if (made) sendInFragments(this.#world, this.place, made.packet, this.#way);
  }

  #receiveIcmp(packet: Packet, header: Ipv4Header, payload: Uint8Array): void {
    const message = decodeIcmp(payload);
    if (isMalformed(message)) return this.drop(packet, { kind: 'badTransportChecksum' });
    this.accept(packet, { kind: 'segmentArrived' });
    switch (message.kind) {
      case 'echoRequest': {
        const reply = { ...message, kind: 'echoReply' } as const;
        const reason = { kind: 'echoRequested' } as const;
        return this.#way.send(this.#icmp.send(header.source, reply, packet.lastEvent, reason));
      }
      case 'destinationUnreachable':
        return this.#passError(packet, message);
      case 'echoReply':
      case 'timeExceeded':
      case 'unknown':
        return undefined;
    }
  }

  /** Hands an unreachable error to the transport whose packet is quoted (RFC 1122 §3.2.2.1). */
  #passError(packet: Packet, { code, nextHopMtu, quote }: Unreachable): void {
    const quoted = decodeQuotedIpv4(quote);
    if (isMalformed(quoted) || quoted.header.source !== this.address) return;
    if (quoted.header.protocol === PROTOCOL.udp) this.udp.unreachable(packet, code, quoted.payload);
    if (quoted.header.protocol === PROTOCOL.tcp) {
      const about = { code, nextHopMtu, destination: quoted.header.destination };
      this.tcp.unreachable(packet, about, quoted.payload);
    }
  }

  #headerFor({ protocol, destination, ecn, dontFragment }: OutgoingDatagram): Ipv4Header {
    this.#identification = (this.#identification + 1) & 0xffff;
    return {
      typeOfService: ecn,
      identification: this.#identification,
      dontFragment,
      moreFragments: false,
      fragmentOffset: 0,
      timeToLive: INITIAL_TIME_TO_LIVE,
      protocol,
      source: this.address,
      destination,
      options: NO_BYTES,
    };
  }
}
