import type { Host } from '../experiment/experiment';
import type { PacketIdentity } from '../trace/packetRecord';
import type { Reason } from '../trace/reason';
import { type Ipv4Address, parseAddress } from '../wire/address';
import { decodeIcmp } from '../wire/icmp';
import { decodeIpv4, type Ipv4Header, isIpv4ChecksumValid, PROTOCOL, writeIpv4Header } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { NO_BYTES } from '../wire/octets';
import { ICMP_CODE, IcmpReporter } from './icmpReporter';
import type { LinkWay } from './link';
import type { Packet } from './packet';
import { TcpLayer } from './tcpLayer';
import { UdpLayer } from './udpLayer';
import type { NetworkNode, World } from './world';

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
  #identification = 0;
  #isOff = false;

  constructor(world: World, host: Host, way: LinkWay) {
    this.#world = world;
    this.place = world.places.node(host.id);
    this.address = parseAddress(host.address)!;
    this.#way = way;
    this.#icmp = new IcmpReporter(world, this.place, this.address);
    this.udp = new UdpLayer(world, this);
    this.tcp = new TcpLayer(world, this);
  }

  /** Sends a transport's bytes in an IP packet of its own and returns the packet's id. */
  send(datagram: OutgoingDatagram, cause: number, reason: Reason): number {
    const { bytes, identity, payloadBytes, weatherNs } = datagram;
    writeIpv4Header(bytes, this.#headerFor(datagram));
    const packet = this.#world.makePacket(
      this.place,
      { identity, bytes, payloadBytes, weatherNs },
      cause,
      reason,
    );
    this.#way.send(packet);
    return packet.id;
  }

  /** From now on it neither says nor hears anything; `cause` is the event of the command. */
  powerOff(cause: number): void {
    this.#isOff = true;
    this.udp.powerOff(cause);
    this.tcp.powerOff(cause);
    this.#way.forgetWaiting(cause);
  }

  receive(packet: Packet): void {
    if (this.#isOff) return this.drop(packet, { kind: 'poweredOff' });
    if (!isIpv4ChecksumValid(packet.bytes)) return this.drop(packet, { kind: 'badIpChecksum' });
    const decoded = decodeIpv4(packet.bytes);
    if (isMalformed(decoded)) return this.drop(packet, { kind: 'malformed' });
    const { header, payload } = decoded;
    if (header.destination !== this.address) return this.drop(packet, { kind: 'notMine' });
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
    const made = this.#icmp.errorFor(packet, ICMP_CODE.portUnreachable, { kind: 'portClosed' });
    if (made) this.#way.send(made.packet);
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
        return this.#passError(packet, message.code, message.quote);
      case 'echoReply':
      case 'timeExceeded':
      case 'unknown':
        return undefined;
    }
  }

  /** Hands an unreachable error to the transport whose packet is quoted (RFC 1122 §3.2.2.1). */
  #passError(packet: Packet, code: number, quote: Uint8Array): void {
    const quoted = decodeIpv4(quote);
    if (isMalformed(quoted) || quoted.header.source !== this.address) return;
    if (quoted.header.protocol === PROTOCOL.udp) this.udp.unreachable(packet, code, quoted.payload);
    if (quoted.header.protocol === PROTOCOL.tcp) {
      this.tcp.unreachable(packet, code, quoted.header.destination, quoted.payload);
    }
  }

  #headerFor({ protocol, destination, ecn }: OutgoingDatagram): Ipv4Header {
    this.#identification = (this.#identification + 1) & 0xffff;
    return {
      typeOfService: ecn,
      identification: this.#identification,
      dontFragment: true,
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
