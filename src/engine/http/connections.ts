import { authorityOf, type Url } from '../../experiment/url';
import { type Ipv4Address, parseAddress } from '../../wire/address';
import type { HostNode } from '../host';
import type { World } from '../world';
import { type Attempt, Attempts, type Trial } from './attempts';
import type { Fetcher } from './fetcher';
import { StreamFetcher } from '../quic/streamFetcher';
import { HttpConnection } from './httpConnection';
import { IN_THE_CLEAR } from './secureLayer';
import { TlsClient } from './tlsModel';

/** A connection for one page load. */
export interface Taken {
  readonly fetcher: Fetcher;
  /** It was open already: the server may have closed it meanwhile (RFC 9112 §9.3.1). */
  readonly isReused: boolean;
}

/** The connections that a browser has open, by server. */
export class Connections {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #reuses: boolean;
  readonly #open = new Map<string, Fetcher[]>();

  constructor(world: World, host: HostNode, reuses: boolean) {
    this.#world = world;
    this.#host = host;
    this.#reuses = reuses;
  }

  /** One to that server that is open and has nothing to do, if the browser uses them again, or a new one to its addresses. */
  take(url: Url, addresses: readonly Ipv4Address[], load: number, cause: number): Taken {
    // By name, as the requests on it say whom they are for (RFC 9112 §3.2), whichever of its addresses answered.
    const key = `${url.scheme} ${authorityOf(url)}`;
    const open = this.#open.get(key)?.filter(({ canTakeMore }) => canTakeMore) ?? [];
    const [idle] = open;
    if (this.#reuses && idle) return { fetcher: idle, isReused: true };
    const fetcher = this.#connect(url, addresses, load, cause);
    this.#open.set(key, [...open, fetcher]);
    return { fetcher, isReused: false };
  }

  #connect(url: Url, addresses: readonly Ipv4Address[], load: number, cause: number): Fetcher {
    const [only, ...others] = addresses;
    if (only !== undefined && others.length === 0) return this.#attempt(url, only, load, cause);
    const attempt = (address: Ipv4Address, trial: Trial, told: number): Attempt =>
      this.#attempt(url, address, load, told, trial);
    return new Attempts(this.#world, { addresses, load, place: this.#host.place, attempt }, cause);
  }

  #attempt(url: Url, address: Ipv4Address, load: number, cause: number, trial: Trial | null = null): Attempt {
    const to = { address, port: url.port, authority: authorityOf(url), load, trial };
    if (url.scheme === 'h3') return new StreamFetcher(this.#world, this.#host, to, serverNameOf(url), cause);
    const dice = [this.#world.experiment.seed, this.#host.place, load];
    const layer = url.scheme === 'https' ? new TlsClient(serverNameOf(url), dice) : IN_THE_CLEAR;
    return new HttpConnection(this.#world, this.#host, to, layer, cause);
  }
}

/** An address is no name that a server could have a certificate for (RFC 6066 §3). */
function serverNameOf({ host }: Url): string {
  return parseAddress(host) === undefined ? host : '';
}
