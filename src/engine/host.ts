import { type AppSocket, bindsPort } from '../experiment/appSockets';
import type { Host, Transport } from '../experiment/experiment';
import type { PacketIdentity } from '../trace/packetRecord';
import type { Reason } from '../trace/reason';
import { type Ipv4Address, parseAddress } from '../wire/address';
import { isFragment } from '../wire/fragment';
import { decodeIpv4, type Ipv4Header, isIpv4ChecksumValid, PROTOCOL, writeIpv4Header } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { NO_BYTES } from '../wire/octets';
import { EphemeralPorts, FIRST_EPHEMERAL_PORT } from './ephemeralPorts';
import { isFiltered } from './firewall';
import { sendInFragments } from './fragmentation';
import { IcmpLayer } from './icmpLayer';
import { ICMP_CODE } from './icmpReporter';
import type { Outlet } from './outlet';
import type { Packet } from './packet';
import { RawLayer } from './rawLayer';
import { Reassembly } from './reassembly';
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
  /** Routers may not cut it (DF, RFC 791 §3.1). */
  readonly dontFragment: boolean;
  /** Routers that may pass it on; left out: as many as is usual. */
  readonly timeToLive?: number;
  /** See `Packet.weatherNs`. */
  readonly weatherNs: number | null;
}

/** A computer: IP below, UDP and TCP above, apps on top. */
export class HostNode implements NetworkNode {
  readonly place: number;
  readonly address: Ipv4Address;
  readonly udp: UdpLayer;
  readonly tcp: TcpLayer;
  readonly icmp: IcmpLayer;
  readonly raw: RawLayer;
  readonly #world: World;
  readonly #way: Outlet;
  readonly #reassembly: Reassembly;
  readonly #ephemeral: EphemeralPorts;
  readonly #filters: readonly AppSocket[];
  #identification = 0;
  #isOff = false;

  constructor(world: World, host: Host, way: Outlet) {
    this.#world = world;
    this.place = world.places.node(host.id);
    this.address = parseAddress(host.address)!;
    this.#way = way;
    this.#filters = host.filters ?? [];
    this.icmp = new IcmpLayer(world, this, way);
    this.#reassembly = new Reassembly(world, this.place, (first) => {
      this.icmp.report(first, ICMP_CODE.reassemblyTimeExceeded, { kind: 'reassemblyTimeout' });
    });
    this.udp = new UdpLayer(world, this);
    this.tcp = new TcpLayer(world, this);
    this.raw = new RawLayer(world, this);
    const { apps, seed } = world.experiment;
    const own = apps.filter((app) => app.host === host.id);
    // What an app has for itself is not lent before it starts either.
    this.#ephemeral = new EphemeralPorts(seed, this.place, (transport, port) => {
      return (
        this[transport].isInUse(port) || own.some((app) => bindsPort(app, transport, { transport, port }))
      );
    });
  }

  /** A port to call from, of the dynamic range; it is in use once a socket is bound to it. Where all are lent the run ends. */
  ephemeralPort(transport: Transport): number {
    const port = this.#ephemeral.next(transport);
    if (port === undefined) this.#world.cutOff();
    return port ?? FIRST_EPHEMERAL_PORT;
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

  /** Without power: what its programs had planned does not happen any more. */
  get isOff(): boolean {
    return this.#isOff;
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

  /** Its sender is an app of this host (RFC 1122 §2.4). */
  neighbourSilent(packet: Packet): void {
    this.icmp.tellOwn(packet, ICMP_CODE.hostUnreachable);
  }

  #handUpWhole(packet: Packet): void {
    const decoded = decodeIpv4(packet.bytes);
    if (!isMalformed(decoded)) this.#handUp(packet, decoded.header, decoded.payload);
  }

  #handUp(packet: Packet, header: Ipv4Header, payload: Uint8Array): void {
    if (isFiltered(this.#filters, header.protocol, payload)) return this.drop(packet, { kind: 'filtered' });
    switch (header.protocol) {
      case PROTOCOL.udp:
        return this.udp.receive(packet, header, payload);
      case PROTOCOL.tcp:
        return this.tcp.receive(packet, header, payload);
      case PROTOCOL.icmp:
        return this.icmp.receive(packet, header, payload);
      default:
        return this.raw.receive(packet, header, payload);
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
    this.icmp.report(packet, ICMP_CODE.portUnreachable, { kind: 'portClosed' });
  }

  #headerFor({ protocol, destination, ecn, dontFragment, timeToLive }: OutgoingDatagram): Ipv4Header {
    this.#identification = (this.#identification + 1) & 0xffff;
    return {
      typeOfService: ecn,
      identification: this.#identification,
      dontFragment,
      moreFragments: false,
      fragmentOffset: 0,
      timeToLive: timeToLive ?? INITIAL_TIME_TO_LIVE,
      protocol,
      source: this.address,
      destination,
      options: NO_BYTES,
    };
  }
}
