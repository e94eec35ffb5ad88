import type { Router } from '../experiment/experiment';
import type { Reason } from '../trace/reason';
import { type Ipv4Address, parseAddress } from '../wire/address';
import { decodeIpv4Header, isIpv4ChecksumValid, lowerTimeToLive } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { sendInFragments } from './fragmentation';
import { ICMP_CODE, type ErrorKind, fragmentationNeeded, IcmpReporter } from './icmpReporter';
import type { Outlet } from './outlet';
import type { Packet } from './packet';
import type { NetworkNode, World } from './world';

interface TableRow {
  readonly prefix: string;
  readonly network: number;
  readonly bits: number;
  readonly way: Outlet;
}

/** Forwards by longest prefix and lowers TTL; keeps nothing of what passed (RFC 1812 §5). */
export class RouterNode implements NetworkNode {
  readonly #world: World;
  readonly #place: number;
  readonly #table: readonly TableRow[];
  readonly #icmp: IcmpReporter;
  /** It makes no ICMP errors. */
  readonly #isSilent: boolean;

  /** `wayOf` gives this router's end of a link. */
  constructor(world: World, router: Router, wayOf: (link: string) => Outlet) {
    this.#world = world;
    this.#place = world.places.node(router.id);
    this.#icmp = new IcmpReporter(world, this.#place, parseAddress(router.address)!);
    this.#isSilent = router.silent ?? false;
    this.#table = router.routes
      .map(({ prefix, link }) => ({ prefix, ...parsePrefix(prefix), way: wayOf(link) }))
      .toSorted((a, b) => b.bits - a.bits);
  }

  receive(packet: Packet): void {
    if (!isIpv4ChecksumValid(packet.bytes)) return this.#drop(packet, { kind: 'badIpChecksum' });
    const header = decodeIpv4Header(packet.bytes);
    if (isMalformed(header)) return this.#drop(packet, { kind: 'malformed' });
    const { timeToLive, destination } = header;
    if (timeToLive <= 1) {
      this.#drop(packet, { kind: 'timeToLiveExceeded' });
      return this.#report(packet, ICMP_CODE.timeToLiveExceeded, { kind: 'timeToLiveExceeded' });
    }
    const row = this.#lookUp(destination);
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
    lowerTimeToLive(packet.bytes);
    const facts = { place: this.#place, packet: packet.id, timeToLive: timeToLive - 1 };
    this.#world.recordOf(packet, 'packetForwarded', facts, { kind: 'routed', prefix: row.prefix });
    sendInFragments(this.#world, this.#place, packet, row.way);
  }

  neighbourSilent(packet: Packet, address: string): void {
    this.#report(packet, ICMP_CODE.hostUnreachable, { kind: 'neighbourSilent', address });
  }

  #lookUp(address: Ipv4Address): TableRow | undefined {
    return this.#table.find(({ network, bits }) => (address & maskOf(bits)) >>> 0 === network);
  }

  #drop(packet: Packet, reason: Reason): void {
    this.#world.recordOf(packet, 'packetDropped', { place: this.#place, packet: packet.id }, reason);
  }

  #report(packet: Packet, error: ErrorKind, reason: Reason): void {
    if (this.#isSilent) return;
    const made = this.#icmp.errorFor(packet, error, reason);
    if (!made) return;
    const row = this.#lookUp(made.destination);
    if (row) sendInFragments(this.#world, this.#place, made.packet, row.way);
    else this.#drop(made.packet, { kind: 'noRoute' });
  }
}

/** `a.b.c.d/n` as network and prefix length; validation has checked the form. */
function parsePrefix(prefix: string): { network: Ipv4Address; bits: number } {
  const [address = '', length = '32'] = prefix.split('/');
  const bits = Number(length);
  return { network: (parseAddress(address)! & maskOf(bits)) >>> 0, bits };
}

function maskOf(bits: number): number {
  return bits === 0 ? 0 : (-1 << (32 - bits)) >>> 0;
}
