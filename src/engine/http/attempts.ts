import type { Nanoseconds } from '../../experiment/experiment';
import type { PageFailure, WebReason } from '../../trace/webReason';
import { formatAddress, type Ipv4Address } from '../../wire/address';
import type { World } from '../world';
import type { Fetch, Fetcher } from './fetcher';

/** "Connection Attempt Delay": so long one address has to itself (RFC 8305 §5). */
const ATTEMPT_DELAY_NS: Nanoseconds = 250_000_000;

/** A connection of which it is not known yet whether it will stand. */
export interface Attempt extends Fetcher {
  readonly port: number;
  /** Another was faster: it is given up without a word. */
  cancel(cause: number): void;
}

/** Whom an attempt tells how it went: one of both, once. */
export interface Trial {
  opened(cause: number): void;
  failed(failure: PageFailure, cause: number): void;
}

/** What is tried, and by whom. */
export interface Tried {
  readonly addresses: readonly Ipv4Address[];
  readonly load: number;
  readonly place: number;
  attempt(address: Ipv4Address, trial: Trial, cause: number): Attempt;
}

/**
 * A connection to a server that has several addresses (RFC 1123 §2.3): the next one is tried when the one before has failed
 * or has not answered within `ATTEMPT_DELAY_NS`, while that goes on; who answers first is taken (RFC 8305 §5).
 */
export class Attempts implements Fetcher {
  readonly #world: World;
  readonly #tried: Tried;
  readonly #left: Ipv4Address[];
  readonly #running = new Set<Attempt>();
  readonly #waiting: Fetch[] = [];
  #started = 0;
  #winner: Attempt | undefined;
  #isOver = false;

  constructor(world: World, tried: Tried, cause: number) {
    this.#world = world;
    this.#tried = tried;
    this.#left = [...tried.addresses];
    this.#next(cause);
  }

  get canTakeMore(): boolean {
    if (this.#winner) return this.#winner.canTakeMore;
    return !this.#isOver && this.#waiting.length === 0;
  }

  fetch(fetches: readonly Fetch[], cause: number): void {
    if (this.#winner) this.#winner.fetch(fetches, cause);
    else this.#waiting.push(...fetches);
  }

  close(cause: number): void {
    this.#isOver = true;
    this.#winner?.close(cause);
    this.#giveUpOthers(cause);
  }

  #next(cause: number): void {
    const address = this.#left.shift();
    if (this.#isOver || address === undefined) return;
    this.#started += 1;
    const number = this.#started;
    const attempt: Attempt = this.#tried.attempt(
      address,
      {
        opened: (opened) => this.#opened(attempt, opened),
        failed: (failure, failed) => this.#failed(attempt, failure, failed),
      },
      cause,
    );
    this.#running.add(attempt);
    this.#world.at(this.#world.now + ATTEMPT_DELAY_NS, () => this.#tooSlow(number, attempt, cause));
  }

  /** Nothing has come of the newest attempt in its time. */
  #tooSlow(number: number, attempt: Attempt, cause: number): void {
    const [address] = this.#left;
    if (this.#isOver || this.#winner || number !== this.#started || address === undefined) return;
    const facts = { load: this.#tried.load, address: formatAddress(address), waitedNs: ATTEMPT_DELAY_NS };
    this.#next(this.#tell(attempt, { kind: 'addressSilent', ...facts }, cause));
  }

  /** "the next attempt should begin immediately" (RFC 8305 §5); where there is none and none is running, all is lost. */
  #failed(attempt: Attempt, failure: PageFailure, cause: number): void {
    this.#running.delete(attempt);
    if (this.#isOver || this.#winner) return;
    const [address] = this.#left;
    if (address !== undefined) {
      const facts = { load: this.#tried.load, address: formatAddress(address), failure };
      return this.#next(this.#tell(attempt, { kind: 'addressFailed', ...facts }, cause));
    }
    if (this.#running.size > 0) return;
    this.#isOver = true;
    for (const fetch of this.#waiting.splice(0)) fetch.done({ failure }, cause);
  }

  #opened(attempt: Attempt, cause: number): void {
    this.#running.delete(attempt);
    this.#winner = attempt;
    this.#giveUpOthers(cause);
    attempt.fetch(this.#waiting.splice(0), cause);
  }

  #giveUpOthers(cause: number): void {
    for (const attempt of this.#running) {
      attempt.cancel(this.#tell(attempt, { kind: 'addressLeft', load: this.#tried.load }, cause));
    }
    this.#running.clear();
  }

  #tell({ port }: Attempt, reason: WebReason, cause: number): number {
    return this.#world.record('appTold', { place: this.#tried.place, port }, cause, reason);
  }
}
