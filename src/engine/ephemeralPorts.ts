import type { Transport } from '../experiment/experiment';
import { PROTOCOL } from '../wire/ipv4';
import { hash } from './hash';

/** The dynamic ports, which nobody is assigned (RFC 6335 §6). */
export const FIRST_EPHEMERAL_PORT = 49_152;
const COUNT = 16_384;

/** Lends the programs of one host ports to call from (RFC 6056 §3.3.1): chosen by dice of its own, never one in use. */
export class EphemeralPorts {
  readonly #seed: number;
  readonly #place: number;
  readonly #isInUse: (transport: Transport, port: number) => boolean;
  #asked = 0;

  constructor(seed: number, place: number, isInUse: (transport: Transport, port: number) => boolean) {
    this.#seed = seed;
    this.#place = place;
    this.#isInUse = isInUse;
  }

  /** The next port, or undefined where all are lent; it is in use as soon as a socket is bound to it. */
  next(transport: Transport): number | undefined {
    const start = hash(this.#seed, this.#place, PROTOCOL[transport], this.#asked) % COUNT;
    this.#asked += 1;
    for (let i = 0; i < COUNT; i += 1) {
      const port = FIRST_EPHEMERAL_PORT + ((start + i) % COUNT);
      if (!this.#isInUse(transport, port)) return port;
    }
    return undefined;
  }
}
