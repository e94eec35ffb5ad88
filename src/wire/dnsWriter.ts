import { labelOctets } from './dnsName';
import { newOctets } from './octets';

/** A pointer says where in 14 bits. RFC 1035 §4.1.4. */
const FARTHEST_TARGET = 0x3fff;
const POINTER = 0xc000;

/** The octets of a message as they grow; names that stood before become pointers (RFC 1035 §4.1.4). */
export class DnsWriter {
  readonly #octets: number[] = [];
  readonly #targets = new Map<string, number>();

  get length(): number {
    return this.#octets.length;
  }

  uint8(value: number): void {
    this.#octets.push(value & 0xff);
  }

  uint16(value: number): void {
    this.#octets.push((value >>> 8) & 0xff, value & 0xff);
  }

  uint32(value: number): void {
    this.uint16(value >>> 16);
    this.uint16(value);
  }

  octets(values: Iterable<number>): void {
    for (const value of values) this.#octets.push(value);
  }

  /** Throws RangeError when the text is no name. */
  name(name: string): void {
    const labels = labelOctets(name);
    if (!labels) throw new RangeError(`not a domain name: ${name}`);
    for (const [i, label] of labels.entries()) {
      const suffix = labels.slice(i).join('/');
      const target = this.#targets.get(suffix);
      if (target !== undefined) return this.uint16(POINTER | target);
      if (this.length <= FARTHEST_TARGET) this.#targets.set(suffix, this.length);
      this.uint8(label.length);
      this.octets(label);
    }
    this.uint8(0);
  }

  /** What `write` writes, behind its length in 16 bits. */
  sized(write: () => void): void {
    const at = this.length;
    this.uint16(0);
    write();
    const length = this.length - at - 2;
    this.#octets[at] = length >>> 8;
    this.#octets[at + 1] = length & 0xff;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const bytes = newOctets(this.length);
    bytes.set(this.#octets);
    return bytes;
  }
}
