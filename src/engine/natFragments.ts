import type { Nanoseconds } from '../experiment/experiment';
import type { Ipv4Header } from '../wire/ipv4';
import type { Mapping } from './natMapping';
import type { Packet } from './packet';
import type { World } from './world';

/** So long a NAT waits for a first fragment, and knows whom its later ones are for: as Linux. */
const HELD_NS: Nanoseconds = 30_000_000_000;
/** Fragments that are held at one time, so that nobody can fill it with them (RFC 4787 §11, REQ-14 a). */
const MOST_HELD = 64;

interface Known {
  readonly mapping: Mapping;
  readonly untilNs: Nanoseconds;
}

/**
 * Fragments at an address translation. Only the first has ports: what it was translated by holds for the later ones, and
 * those that come before it wait for it (RFC 4787 §11, REQ-14).
 */
export class NatFragments {
  readonly #world: World;
  readonly #place: number;
  /** Takes a fragment up again whose first is here now. */
  readonly #resume: (packet: Packet) => void;
  /** Throws one away that has waited in vain. */
  readonly #drop: (packet: Packet) => void;
  readonly #known = new Map<string, Known>();
  readonly #held = new Map<string, Set<Packet>>();
  #heldCount = 0;

  constructor(world: World, place: number, resume: (packet: Packet) => void, drop: (packet: Packet) => void) {
    this.#world = world;
    this.#place = place;
    this.#resume = resume;
    this.#drop = drop;
  }

  /** By which row the first fragment of that packet went. */
  mappingOf(header: Ipv4Header): Mapping | undefined {
    const known = this.#known.get(keyOf(header));
    return known && known.untilNs > this.#world.now ? known.mapping : undefined;
  }

  /** The first fragment has come: the others of its packet go by the same row, and those that wait go on behind it. */
  firstCame(header: Ipv4Header, mapping: Mapping): void {
    const key = keyOf(header);
    this.#known.set(key, { mapping, untilNs: this.#world.now + HELD_NS });
    const waiting = this.#held.get(key);
    if (!waiting) return;
    this.#held.delete(key);
    this.#heldCount -= waiting.size;
    this.#world.at(this.#world.now, () => {
      for (const packet of waiting) this.#resume(packet);
    });
  }

  /** Keeps a fragment until its first comes; false where there is no room. */
  hold(packet: Packet, header: Ipv4Header): boolean {
    if (this.#heldCount >= MOST_HELD) return false;
    const key = keyOf(header);
    const waiting = this.#held.get(key) ?? new Set<Packet>();
    this.#held.set(key, waiting.add(packet));
    this.#heldCount += 1;
    const facts = { place: this.#place, packet: packet.id, fragments: waiting.size };
    this.#world.recordOf(packet, 'fragmentKept', facts, { kind: 'natFragmentHeld' });
    this.#world.at(this.#world.now + HELD_NS, () => {
      if (this.#held.get(key) !== waiting || !waiting.delete(packet)) return;
      this.#heldCount -= 1;
      if (waiting.size === 0) this.#held.delete(key);
      this.#drop(packet);
    });
    return true;
  }

  /** The row is gone. */
  forget(mapping: Mapping): void {
    for (const [key, known] of this.#known) if (known.mapping === mapping) this.#known.delete(key);
  }
}

function keyOf({ source, destination, protocol, identification }: Ipv4Header): string {
  return `${source} ${destination} ${protocol} ${identification}`;
}
