import type { LinkId, Router } from '../experiment/experiment';
import { isWithin, parsePrefix, type Prefix } from '../experiment/prefix';
import type { Reason } from '../trace/reason';
import { type Ipv4Address, isOneHost, parseAddress } from '../wire/address';
import {
  decodeIpv4Header,
  destinationOf,
  type Ipv4Header,
  isIpv4ChecksumValid,
  lowerTimeToLive,
} from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { isFragment } from '../wire/fragment';
import { natViewOf } from '../wire/translate';
import { sendInFragments } from './fragmentation';
import { HostNode } from './host';
import { ICMP_CODE, type ErrorKind, fragmentationNeeded, IcmpReporter } from './icmpReporter';
import type { Nat, Translated } from './nat';
import type { Outlet } from './outlet';
import type { Packet } from './packet';
import type { NetworkNode, World } from './world';

interface TableRow extends Prefix {
  readonly prefix: string;
  readonly link: LinkId;
  readonly way: Outlet;
}

/** Forwards by longest prefix and lowers TTL; keeps nothing of what passed (RFC 1812 §5), unless it translates addresses. */
export class RouterNode implements NetworkNode {
  readonly #world: World;
  readonly #place: number;
  readonly #table: readonly TableRow[];
  readonly #icmp: IcmpReporter;
  /** It makes no ICMP errors. */
  readonly #isSilent: boolean;
  readonly #address: Ipv4Address;
  /** What it is as a host, for what is sent to the router itself (RFC 1812 §5.2.3). */
  readonly #own: HostNode;
  readonly #nat: Nat | undefined;
  /** The link to the outside of its NAT. */
  readonly #outside: LinkId | undefined;
  readonly #originals = new WeakMap<Packet, Uint8Array<ArrayBuffer>>();

  /** `wayOf` gives this router's end of a link. */
  constructor(world: World, router: Router, wayOf: (link: string) => Outlet) {
    this.#world = world;
    this.#place = world.places.node(router.id);
    this.#address = parseAddress(router.address)!;
    const out = { mtuBytes: Infinity, send: (packet: Packet) => this.#send(packet), forgetWaiting() {} };
    this.#own = new HostNode(world, { id: router.id, address: router.address, link: '' }, out);
    this.#icmp = new IcmpReporter(world, this.#place, this.#address);
    this.#nat =
      router.nat &&
      world.parts.translator(world, this.#place, router.nat, this.#address, {
        resume: (packet) => this.receive(packet),
        drop: (packet, reason) => this.#drop(packet, reason),
      });
    this.#outside = router.nat?.outside;
    this.#isSilent = router.silent ?? false;
    this.#table = router.routes
      .map(({ prefix, link }) => ({ prefix, link, ...parsePrefix(prefix)!, way: wayOf(link) }))
      .toSorted((a, b) => b.bits - a.bits);
  }

  receive(packet: Packet): void {
    if (!isIpv4ChecksumValid(packet.bytes)) return this.#drop(packet, { kind: 'badIpChecksum' });
    const header = decodeIpv4Header(packet.bytes);
    if (isMalformed(header)) return this.#drop(packet, { kind: 'malformed' });
    if (this.#isForMe(packet, header)) return this.#deliver(packet);
    const { timeToLive } = header;
    if (timeToLive <= 1) {
      this.#drop(packet, { kind: 'timeToLiveExceeded' });
      return this.#report(packet, ICMP_CODE.timeToLiveExceeded, { kind: 'timeToLiveExceeded' });
    }
    const inward = this.#translateInward(packet, header);
    if (inward !== 'done') return this.#refuse(packet, inward);
    const destination = destinationOf(packet.bytes);
    // A default route is no way to everybody (RFC 1812 §5.3.5).
    const row = isOneHost(destination) ? this.#lookUp(destination) : undefined;
    if (!row) {
      this.#drop(packet, { kind: 'noRoute' });
      return this.#report(packet, ICMP_CODE.networkUnreachable, { kind: 'networkUnreachable' });
    }
    const { mtuBytes } = row.way;
    if (packet.bytes.length > mtuBytes && header.dontFragment) {
      const reason = { kind: 'fragmentationNeeded', mtuBytes } as const;
      this.#drop(packet, reason);
      return this.#report(packet, fragmentationNeeded(mtuBytes), reason);
    }
    const outward = this.#translateOutward(packet, header, row);
    if (outward !== 'done') return this.#refuse(packet, outward);
    lowerTimeToLive(packet.bytes);
    const facts = { place: this.#place, packet: packet.id, timeToLive: timeToLive - 1 };
    this.#world.recordOf(packet, 'packetForwarded', facts, { kind: 'routed', prefix: row.prefix });
    sendInFragments(this.#world, this.#place, packet, row.way);
  }

  neighbourSilent(packet: Packet, address: string): void {
    this.#report(packet, ICMP_CODE.hostUnreachable, { kind: 'neighbourSilent', address });
  }

  /** Whether the router itself is meant; of a NAT's address only an echo request is, the rest is for who is behind it. */
  #isForMe(packet: Packet, header: Ipv4Header): boolean {
    if (header.destination !== this.#address) return false;
    return !this.#nat || (!isFragment(header) && natViewOf(packet.bytes)?.isEchoRequest === true);
  }

  /** Whatever its TTL is (RFC 1812 §5.3.1): it answers echoes, and says that all its ports are closed (§4.3.3.6). */
  #deliver(packet: Packet): void {
    if (this.#isSilent) this.#drop(packet, { kind: 'filtered' });
    else this.#own.receive(packet);
  }

  /** What is for the router's own address is for a host inside; from inside, its sender is translated too (RFC 4787 §6). */
  #translateInward(packet: Packet, { source, destination }: Ipv4Header): Translated {
    if (!this.#nat || destination !== this.#address) return 'done';
    this.#originals.set(packet, packet.bytes.slice());
    const sender = this.#isInside(source) ? this.#nat.outbound(packet) : 'done';
    return sender === 'done' ? this.#nat.inbound(packet) : sender;
  }

  #translateOutward(packet: Packet, { source }: Ipv4Header, { link }: TableRow): Translated {
    if (!this.#nat || link !== this.#outside || !this.#isInside(source)) return 'done';
    this.#originals.set(packet, packet.bytes.slice());
    return this.#nat.outbound(packet);
  }

  #refuse(packet: Packet, translated: Exclude<Translated, 'done'>): void {
    if (translated !== 'held') this.#drop(packet, translated.refused);
  }

  #isInside(address: Ipv4Address): boolean {
    const row = this.#lookUp(address);
    return row !== undefined && row.link !== this.#outside;
  }

  #lookUp(address: Ipv4Address): TableRow | undefined {
    return this.#table.find((row) => isWithin(row, address));
  }

  #drop(packet: Packet, reason: Reason): void {
    this.#world.recordOf(packet, 'packetDropped', { place: this.#place, packet: packet.id }, reason);
  }

  #report(packet: Packet, error: ErrorKind, reason: Reason): void {
    if (this.#isSilent) return;
    // Its sender knows it as it was before it was translated.
    const bytes = this.#originals.get(packet) ?? packet.bytes;
    const made = this.#icmp.errorFor({ ...packet, bytes }, error, reason);
    if (made) this.#send(made.packet);
  }

  /** Sends a packet of its own. */
  #send(packet: Packet): void {
    const row = this.#lookUp(destinationOf(packet.bytes));
    if (row) sendInFragments(this.#world, this.#place, packet, row.way);
    else this.#drop(packet, { kind: 'noRoute' });
  }
}
