import type { Nanoseconds, NatSettings } from '../experiment/experiment';
import type { Reason } from '../trace/reason';
import { formatAddress, type Ipv4Address, parseAddress } from '../wire/address';
import { isFragment } from '../wire/fragment';
import { decodeIpv4Header, type Ipv4Header, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { uint8At } from '../wire/octets';
import { type End, type NatSocket, type NatView, natViewOf, translate } from '../wire/translate';
import { type Mapping, TcpConnections } from './natMapping';
import { NatFragments } from './natFragments';
import { freePort } from './natPort';
import type { Packet } from './packet';
import type { World } from './world';

const FLAGS_AT = 13;
const FRAGMENT_ALONE: Reason = { kind: 'natFragmentAlone' };
/** A port rests so long before another host gets it: answers to the last may still be under way (RFC 6888 §2, REQ-8). */
const REST_NS: Nanoseconds = 120_000_000_000;

/** What came of a translation: it is written, waits here for another packet, or cannot be. */
export type Translated = 'done' | 'held' | { readonly refused: Reason };

/** What a router does with packets that its translation has kept. */
interface PacketHands {
  readonly resume: (packet: Packet) => void;
  readonly drop: (packet: Packet, reason: Reason) => void;
}

/**
 * Network address and port translation (RFC 3022 §2.2) with endpoint-independent mappings and filtering (RFC 4787 §4.1,
 * §5). TCP, UDP and echoes pass; ICMP errors are translated with what they quote (RFC 5508 §4); fragments wait for the
 * first of them (RFC 4787 §11).
 */
export class Nat {
  readonly #world: World;
  readonly #place: number;
  readonly #address: Ipv4Address;
  readonly #settings: NatSettings;
  readonly #byInside = new Map<string, Mapping>();
  readonly #byOutside = new Map<string, Mapping>();
  readonly #fragments: NatFragments;
  /** Ports that were given back: whose they were, and until when they are kept from others. */
  readonly #resting = new Map<string, { readonly inside: string; readonly untilNs: Nanoseconds }>();
  #made = 0;

  /** `resume` takes a packet up again that had to wait here, `drop` throws one away. */
  constructor(
    world: World,
    place: number,
    settings: NatSettings,
    address: Ipv4Address,
    { resume, drop }: PacketHands,
  ) {
    this.#fragments = new NatFragments(world, place, resume, (packet) => drop(packet, FRAGMENT_ALONE));
    this.#world = world;
    this.#place = place;
    this.#settings = settings;
    this.#address = address;
    for (const { transport, port, to, toPort } of settings.forwards) {
      const inside = { address: parseAddress(to)!, port: toPort };
      this.#make(PROTOCOL[transport], inside, { port, isFixed: true, cause: -1 });
    }
  }

  /** Writes the router's address as the sender of a packet that goes out. */
  outbound(packet: Packet): Translated {
    return this.#translate(packet, headerOf(packet), 'source', ({ protocol, source, isError }) => {
      const known = this.#byInside.get(keyOf(protocol, source));
      if (known || isError) return known;
      return this.#make(protocol, source, { isFixed: false, cause: packet.lastEvent });
    });
  }

  /** Writes the address of a host inside as the destination of what came for the router. */
  inbound(packet: Packet): Translated {
    return this.#translate(
      packet,
      headerOf(packet),
      'destination',
      ({ protocol, destination, isEchoRequest }) =>
        // Who is pinged is the router: the row of an echo is for its reply (RFC 3022 §2.2).
        isEchoRequest ? undefined : this.#byOutside.get(portKey(protocol, destination.port)),
    );
  }

  #translate(
    packet: Packet,
    header: Ipv4Header,
    end: End,
    find: (view: NatView) => Mapping | undefined,
  ): Translated {
    const isLater = header.fragmentOffset > 0;
    const view = isLater ? undefined : natViewOf(packet.bytes);
    if (!view && !isLater) return { refused: { kind: 'natNoPorts' } };
    const mapping = view ? find(view) : this.#fragments.mappingOf(header);
    if (!mapping) {
      if (!isLater) return { refused: { kind: 'natNoMapping' } };
      return this.#fragments.hold(packet, header) ? 'held' : { refused: FRAGMENT_ALONE };
    }
    if (view && isFragment(header)) this.#fragments.firstCame(header, mapping);
    const isOutbound = end === 'source';
    const wasOpen = mapping.connections.isOpen;
    if (view?.protocol === PROTOCOL.tcp && !view.isError) {
      const remote = isOutbound ? view.destination : view.source;
      mapping.connections.note(remote, end, uint8At(packet.bytes, headerLengthOf(packet) + FLAGS_AT));
    }
    const to = isOutbound ? { address: this.#address, port: mapping.outsidePort } : mapping.inside;
    translate(packet.bytes, end, to);
    if (isOutbound || wasOpen !== mapping.connections.isOpen) this.#prolong(mapping);
    const facts = {
      place: this.#place,
      packet: packet.id,
      mapping: mapping.number,
      deadlineNs: mapping.deadlineNs,
    };
    this.#world.recordOf(packet, 'packetRewritten', facts, {
      kind: isOutbound ? 'natOutbound' : 'natInbound',
    });
    mapping.lastEvent = packet.lastEvent;
    return 'done';
  }

  #make(
    protocol: number,
    inside: NatSocket,
    { port, isFixed, cause }: { readonly port?: number; readonly isFixed: boolean; readonly cause: number },
  ): Mapping {
    const outsidePort = port ?? this.#freePort(protocol, inside);
    const number = this.#made;
    this.#made += 1;
    const lastEvent = this.#world.record(
      'mappingMade',
      { place: this.#place, mapping: number, insidePort: inside.port, outsidePort },
      cause,
      {
        kind: isFixed ? 'natForward' : 'natMapped',
        protocol,
        inside: `${formatAddress(inside.address)}:${inside.port}`,
        outside: `${formatAddress(this.#address)}:${outsidePort}`,
      },
    );
    const mapping: Mapping = {
      number,
      protocol,
      inside,
      outsidePort,
      isFixed,
      connections: new TcpConnections(),
      deadlineNs: Infinity,
      isWatched: false,
      lastEvent,
    };
    this.#byInside.set(keyOf(protocol, inside), mapping);
    this.#byOutside.set(portKey(protocol, outsidePort), mapping);
    return mapping;
  }

  /** Where all are taken the run ends: no town needs so many. */
  #freePort(protocol: number, inside: NatSocket): number {
    const port = freePort(inside.port, (one) => this.#isTaken(protocol, inside, one));
    if (port === undefined) this.#world.cutOff();
    return port ?? inside.port;
  }

  /** Somebody has the port, or somebody else had it until just now. */
  #isTaken(protocol: number, inside: NatSocket, port: number): boolean {
    const key = portKey(protocol, port);
    const resting = this.#resting.get(key);
    const isResting = resting !== undefined && resting.untilNs > this.#world.now;
    return this.#byOutside.has(key) || (isResting && resting.inside !== keyOf(protocol, inside));
  }

  /** From now on it has its whole time again. */
  #prolong(mapping: Mapping): void {
    const isKept = mapping.isFixed || mapping.connections.isOpen;
    mapping.deadlineNs = isKept ? Infinity : this.#world.now + this.#settings.idleNs;
    this.#watch(mapping);
  }

  #watch(mapping: Mapping): void {
    if (mapping.isWatched || mapping.deadlineNs === Infinity) return;
    mapping.isWatched = true;
    this.#world.at(mapping.deadlineNs, () => {
      mapping.isWatched = false;
      if (mapping.deadlineNs > this.#world.now) this.#watch(mapping);
      else this.#expire(mapping);
    });
  }

  #expire(mapping: Mapping): void {
    const { protocol, outsidePort } = mapping;
    const inside = keyOf(protocol, mapping.inside);
    this.#byInside.delete(inside);
    this.#byOutside.delete(portKey(protocol, outsidePort));
    this.#fragments.forget(mapping);
    this.#resting.set(portKey(protocol, outsidePort), { inside, untilNs: this.#world.now + REST_NS });
    const facts = { place: this.#place, mapping: mapping.number };
    this.#world.record('mappingExpired', facts, mapping.lastEvent, { kind: 'natIdle' });
  }
}

/** The router has read it before. */
function headerOf(packet: Packet): Ipv4Header {
  const header = decodeIpv4Header(packet.bytes);
  if (isMalformed(header)) throw new Error('a router translates no malformed packet');
  return header;
}

function headerLengthOf(packet: Packet): number {
  return (uint8At(packet.bytes, 0) & 15) << 2;
}

function keyOf(protocol: number, { address, port }: NatSocket): string {
  return `${protocol} ${address} ${port}`;
}

function portKey(protocol: number, port: number): string {
  return `${protocol} ${port}`;
}
