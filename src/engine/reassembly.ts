import type { Reason } from '../trace/reason';
import { FRAGMENT_UNIT } from '../wire/fragment';
import { encodeIpv4, type Ipv4Header } from '../wire/ipv4';
import type { Packet } from './packet';
import type { World } from './world';

/** The least of what RFC 1122 §3.3.2 recommends: 60 to 120 seconds. */
const REASSEMBLY_TIMEOUT_NS = 60_000_000_000;
const TIMED_OUT: Reason = { kind: 'reassemblyTimeout' };

interface Part {
  readonly packet: Packet;
  readonly header: Ipv4Header;
  readonly payload: Uint8Array;
  /** Bytes of the whole's payload before it. */
  readonly start: number;
}

/** Puts fragments together again at the host that they are for (RFC 791 §3.2, RFC 1122 §3.3.2). */
export class Reassembly {
  readonly #world: World;
  readonly #place: number;
  /** Tells the sender that its packet never became whole. */
  readonly #report: (first: Packet) => void;
  /** What has come of each packet, in the order of coming: one key per source, destination, protocol and identification. */
  readonly #waiting = new Map<string, Part[]>();

  constructor(world: World, place: number, report: (first: Packet) => void) {
    this.#world = world;
    this.#place = place;
    this.#report = report;
  }

  /** A fragment has come: gives the whole packet when it was the last one missing. */
  add(packet: Packet, header: Ipv4Header, payload: Uint8Array): Packet | undefined {
    const key = [header.source, header.destination, header.protocol, header.identification].join();
    const parts = this.#waiting.get(key) ?? [];
    parts.push({ packet, header, payload, start: header.fragmentOffset * FRAGMENT_UNIT });
    const whole = wholeOf(parts);
    const facts = { place: this.#place, packet: packet.id, fragments: parts.length };
    if (whole) {
      this.#waiting.delete(key);
      this.#world.recordOf(packet, 'packetReassembled', facts, { kind: 'fragmentsComplete' });
      return { ...packet, bytes: whole };
    }
    this.#world.recordOf(packet, 'fragmentKept', facts, { kind: 'fragmentsMissing' });
    if (parts.length === 1) this.#wait(key, parts);
    return undefined;
  }

  /** All that waits is gone. */
  powerOff(): void {
    this.#waiting.clear();
  }

  #wait(key: string, parts: readonly Part[]): void {
    this.#waiting.set(key, parts as Part[]);
    this.#world.at(this.#world.now + REASSEMBLY_TIMEOUT_NS, () => {
      if (this.#waiting.get(key) !== parts) return;
      this.#waiting.delete(key);
      for (const { packet } of parts) {
        this.#world.recordOf(packet, 'packetDropped', { place: this.#place, packet: packet.id }, TIMED_OUT);
      }
      // Only where the first is here: its ports are what the sender would know the packet by (RFC 1122 §3.3.2).
      const first = parts.find(({ start }) => start === 0);
      if (first) this.#report(first.packet);
    });
  }
}

/** The packet that the parts make, or `undefined` while a byte of it is missing. Later parts write over earlier ones. */
function wholeOf(parts: readonly Part[]): Uint8Array<ArrayBuffer> | undefined {
  const last = parts.find(({ header }) => !header.moreFragments);
  const first = parts.find(({ start }) => start === 0);
  if (!last || !first) return undefined;
  const length = last.start + last.payload.length;
  let reached = 0;
  for (const { start, payload } of parts.toSorted((a, b) => a.start - b.start)) {
    if (start > reached) return undefined;
    reached = Math.max(reached, start + payload.length);
  }
  if (reached < length) return undefined;
  const whole = new Uint8Array(length);
  for (const { start, payload } of parts) {
    if (start < length) whole.set(payload.subarray(0, length - start), start);
  }
  return encodeIpv4({ ...first.header, moreFragments: false }, whole);
}
