import { parseUrl, type Url } from '../../experiment/url';
import type { PageFailure, WebReason } from '../../trace/webReason';
import { formatAddress, type Ipv4Address, parseAddress } from '../../wire/address';
import { NO_PORT } from '../apps/runningApp';
import type { World } from '../world';
import type { Connections, Taken } from './connections';
import type { FetchOutcome } from './fetcher';
import { partsOf } from './pageParts';

/** What a name turned out to be. */
export type NameAnswer = { readonly addresses: readonly Ipv4Address[] } | { readonly error: PageFailure };

/** What a page load needs of its browser. */
export interface Browsing {
  readonly world: World;
  readonly place: number;
  readonly connections: Connections;
  readonly closesAfterwards: boolean;
  readonly isOver: () => boolean;
  lookUp(name: string, cause: number, done: (answer: NameAnswer, cause: number) => void): void;
}

/** From a URL to the page with all that it shows: name, connection, request, answer, and the parts of the page. */
export class PageLoad {
  readonly #browsing: Browsing;
  readonly #load: number;
  readonly #text: string;
  readonly #url: Url;
  readonly #startedNs: number;
  #addresses: readonly Ipv4Address[] = [];
  #taken: Taken | undefined;
  #missing = 0;
  #bytes = 0;
  #isOver = false;

  constructor(browsing: Browsing, load: number, url: string) {
    this.#browsing = browsing;
    this.#load = load;
    this.#text = url;
    this.#url = parseUrl(url)!;
    this.#startedNs = browsing.world.now;
  }

  start(cause: number): void {
    this.#find(this.#tell({ kind: 'pageAsked', load: this.#load, url: this.#text }, cause));
  }

  #find(cause: number): void {
    const { host } = this.#url;
    const literal = parseAddress(host);
    if (literal !== undefined) return this.#connect([literal], cause);
    this.#browsing.lookUp(host, cause, (answer, told) => {
      if (this.#browsing.isOver()) return;
      if ('error' in answer) return this.#fail(answer.error, told);
      const { addresses } = answer;
      const [address] = addresses;
      if (address === undefined) return this.#fail('noData', told);
      const found = { name: host, address: formatAddress(address) };
      this.#connect(addresses, this.#tell({ kind: 'nameFound', load: this.#load, ...found }, told));
    });
  }

  #connect(addresses: readonly Ipv4Address[], cause: number): void {
    this.#addresses = addresses;
    const taken = this.#browsing.connections.take(this.#url, addresses, this.#load, cause);
    this.#taken = taken;
    const next = taken.isReused ? this.#tell({ kind: 'connectionReused', load: this.#load }, cause) : cause;
    this.#fetch([this.#url.path], next);
  }

  #fetch(targets: readonly string[], cause: number): void {
    this.#missing += targets.length;
    const load = this.#load;
    this.#taken?.fetcher.fetch(
      targets.map((target) => ({
        load,
        target,
        done: (outcome, told) => this.#done(target, outcome, told),
      })),
      cause,
    );
  }

  #done(target: string, outcome: FetchOutcome, cause: number): void {
    if (this.#isOver || this.#browsing.isOver()) return;
    if ('failure' in outcome) return this.#failed(outcome.failure, cause);
    this.#missing -= 1;
    this.#bytes += outcome.response.body.length;
    const parts = target === this.#url.path ? partsOf(outcome.response) : [];
    if (parts.length > 0) return this.#fetchParts(parts, cause);
    if (this.#missing > 0) return;
    const afterNs = this.#browsing.world.now - this.#startedNs;
    this.#end(this.#tell({ kind: 'pageLoaded', load: this.#load, bytes: this.#bytes, afterNs }, cause));
  }

  /** On the same connection, or on a new one if that was the last answer on it. */
  #fetchParts(parts: readonly string[], cause: number): void {
    if (this.#taken?.fetcher.canTakeMore === false) {
      this.#taken = this.#browsing.connections.take(this.#url, this.#addresses, this.#load, cause);
    }
    this.#fetch(parts, cause);
  }

  /** A connection from before may have been closed while the request was under way: it is asked once more (RFC 9112 §9.3.1). */
  #failed(failure: PageFailure, cause: number): void {
    const mayRetry = failure === 'connectionClosed' || failure === 'connectionReset';
    if (!mayRetry || this.#taken?.isReused !== true || this.#bytes > 0) return this.#fail(failure, cause);
    this.#missing = 0;
    this.#connect(this.#addresses, cause);
  }

  #fail(failure: PageFailure, cause: number): void {
    this.#end(this.#tell({ kind: 'pageFailed', load: this.#load, failure }, cause));
  }

  #end(cause: number): void {
    this.#isOver = true;
    if (this.#browsing.closesAfterwards) this.#taken?.fetcher.close(cause);
  }

  #tell(reason: WebReason, cause: number): number {
    const { world, place } = this.#browsing;
    return world.record('appTold', { place, port: NO_PORT }, cause, reason);
  }
}
