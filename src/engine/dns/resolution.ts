import type { Reason } from '../../trace/reason';
import type { Ipv4Address } from '../../wire/address';
import { RESPONSE_CODE } from '../../wire/dns';
import { canonicalName, isWithin, parentName, ROOT_NAME } from '../../wire/dnsName';
import { DNS_TYPE, type DnsRecord } from '../../wire/dnsRecord';
import { typeName } from '../../wire/dnsText';
import type { HostNode } from '../host';
import type { World } from '../world';
import { ask, type Outcome } from './asking';
import type { DnsCache, Known } from './cache';
import { type Heard, readResponse } from './response';

/** Waits for an answer that long: "2-5 seconds" (RFC 1035 §4.2.1). */
const TIMEOUT_NS = 2_000_000_000;
/** Each server is asked so often, and one that is alone once more. */
const ROUNDS = 2;
const LEAST_SENDINGS = 3;

/** What a question may cost (RFC 1034 §5.3.3, "priority"): a circle of aliases or referrals ends here. */
const MOST_QUERIES = 40;
const MOST_ALIASES = 8;
/** A name server's name may need another name server's name, and so on. */
const DEEPEST = 4;
/** Names of name servers that are looked up for one question: a delegation to many of them may lead to many each. */
const MOST_SERVER_NAMES = 20;

/** What all that is done for one question shares. */
export interface Search {
  readonly world: World;
  readonly host: HostNode;
  readonly cache: DnsCache;
  readonly rootHints: readonly Ipv4Address[];
  readonly ednsBytes: number;
  /** Questions that were sent, and name servers' names that were looked up. */
  readonly spent: { queries: number; serverNames: number };
}

/** What came out: the aliases on the way, and what is known of the name at their end; or nothing could be found out. */
export type Found =
  | {
      readonly kind: 'found';
      readonly aliases: readonly DnsRecord[];
      readonly known: Known;
      readonly isFromCache: boolean;
    }
  | { readonly kind: 'failed' };

type Done = (found: Found, cause: number) => void;

/** The servers of a zone that can be asked, or the names of those whose addresses have to be found first. */
interface Servers {
  readonly zone: string;
  readonly addresses: readonly Ipv4Address[];
  readonly names: readonly string[];
}

/** Looks one name up from what is known, else from the servers nearest to it, else from the root (RFC 1034 §5.3.3). */
export class Resolution {
  readonly #search: Search;
  readonly #type: number;
  readonly #depth: number;
  readonly #done: Done;
  readonly #aliases: DnsRecord[] = [];
  /** Records of this transaction, those that may not be remembered too. */
  readonly #heard = new Map<string, Known>();
  /** What referrals of this transaction said. */
  readonly #hints = new Map<string, Known>();
  #name: string;
  #hasAsked = false;

  constructor(search: Search, name: string, type: number, depth: number, done: Done) {
    this.#search = search;
    this.#name = canonicalName(name);
    this.#type = type;
    this.#depth = depth;
    this.#done = done;
  }

  /** Goes on from what is known now. */
  run(cause: number): void {
    for (;;) {
      const known = this.#known(this.#type);
      if (known) return this.#end(known, cause);
      const alias = this.#type === DNS_TYPE.CNAME ? undefined : this.#known(DNS_TYPE.CNAME);
      const record = alias?.kind === 'records' ? alias.records[0] : undefined;
      if (record?.data.kind !== 'CNAME') break;
      this.#aliases.push(record);
      if (this.#aliases.length > MOST_ALIASES) return this.#fail(cause);
      this.#name = canonicalName(record.data.name);
    }
    this.#askNearest(cause);
  }

  #known(type: number): Known | undefined {
    return this.#heard.get(`${this.#name} ${type}`) ?? this.#search.cache.find(this.#name, type, 'answer');
  }

  #askNearest(cause: number): void {
    const servers = this.#nearest();
    if (servers.addresses.length > 0) return this.#ask(servers, 0, cause, null);
    const [name, ...others] = servers.names;
    if (name === undefined || this.#depth >= DEEPEST) return this.#fail(cause);
    this.#findServer(servers.zone, name, others, cause);
  }

  /** No address came with the referral: the name server's name is looked up first. */
  #findServer(zone: string, name: string, others: readonly string[], cause: number): void {
    const { spent } = this.#search;
    if (spent.serverNames >= MOST_SERVER_NAMES) return this.#fail(cause);
    spent.serverNames += 1;
    const done: Done = (found, answered) => {
      const records = found.kind === 'found' && found.known.kind === 'records' ? found.known.records : [];
      const addresses = addressesIn(records);
      if (addresses.length > 0) return this.#ask({ zone, addresses, names: [] }, 0, answered, null);
      const [next, ...rest] = others;
      if (next === undefined) return this.#fail(answered);
      this.#findServer(zone, next, rest, answered);
    };
    new Resolution(this.#search, name, DNS_TYPE.A, this.#depth + 1, done).run(cause);
  }

  /** The servers of the nearest zone over the name that are known; RFC 1034 §5.3.3, step 2. */
  #nearest(): Servers {
    for (let zone = this.#name; ; zone = parentName(zone)) {
      const delegation = this.#hint(zone, DNS_TYPE.NS);
      if (delegation?.kind === 'records') {
        const names = delegation.records.flatMap(({ data }) =>
          data.kind === 'NS' ? [canonicalName(data.name)] : [],
        );
        const addresses = names.flatMap((name) => this.#addressesOf(name));
        // Names within the zone itself cannot be found by asking there.
        const outside = names.filter((name) => !isWithin(name, zone));
        if (addresses.length > 0 || outside.length > 0) return { zone, addresses, names: outside };
      }
      if (zone === ROOT_NAME) return { zone, addresses: this.#search.rootHints, names: [] };
    }
  }

  #hint(name: string, type: number): Known | undefined {
    return this.#hints.get(`${name} ${type}`) ?? this.#search.cache.find(name, type, 'hint');
  }

  #addressesOf(name: string): readonly Ipv4Address[] {
    const known = this.#hint(name, DNS_TYPE.A);
    return known?.kind === 'records' ? addressesIn(known.records) : [];
  }

  /** Asks the servers one after the other, round after round; `failed` says what came of the last. */
  #ask(servers: Servers, attempt: number, cause: number, failed: Outcome['kind'] | null): void {
    const { addresses, zone } = servers;
    const sendings = Math.max(LEAST_SENDINGS, ROUNDS * addresses.length);
    const { spent, world, host, ednsBytes } = this.#search;
    if (attempt >= sendings || spent.queries >= MOST_QUERIES) return this.#fail(cause);
    spent.queries += 1;
    this.#hasAsked = true;
    const type = typeName(this.#type);
    const reason: Reason =
      failed === null
        ? { kind: 'serverAsked', name: this.#name, type, zone }
        : {
            kind: failed === 'timedOut' ? 'silentServerLeft' : 'uselessServerLeft',
            name: this.#name,
            type,
            zone,
          };
    const question = {
      server: addresses[attempt % addresses.length]!,
      name: this.#name,
      type: this.#type,
      recursionDesired: false,
      edns: ednsBytes > 0 ? { udpBytes: ednsBytes, version: 0 } : null,
      timeoutsNs: [TIMEOUT_NS],
      reason,
    };
    ask(world, host, question, cause, (outcome, answered) => {
      const heard = outcome.kind === 'answered' ? this.#hear(outcome, zone, answered) : null;
      if (heard === null) return this.#ask(servers, attempt + 1, answered, outcome.kind);
      this.run(answered);
    });
  }

  /** Takes in what a server of `zone` said; null when it is of no use, so that another has to be asked. */
  #hear(outcome: Outcome & { kind: 'answered' }, zone: string, cause: number): Heard | null {
    const asked = { name: this.#name, type: this.#type, zone };
    const heard = readResponse(outcome.message, asked);
    if (!heard) return null;
    const source = { packet: outcome.packet, cause };
    const { cache } = this.#search;
    for (const set of heard.answers) {
      this.#heard.set(`${canonicalName(set[0]!.name)} ${set[0]!.type}`, { kind: 'records', records: set });
      cache.addRecords(set, 'answer', source);
    }
    for (const set of heard.hints) {
      this.#hints.set(`${canonicalName(set[0]!.name)} ${set[0]!.type}`, { kind: 'records', records: set });
      cache.addRecords(set, 'hint', source);
    }
    if (heard.absence) {
      const { kind, name, soa } = heard.absence;
      this.#heard.set(`${name} ${this.#type}`, { kind, soa });
      cache.addAbsence(kind, name, this.#type, soa, source);
    }
    return heard;
  }

  #end(known: Known, cause: number): void {
    const isFromCache = !this.#hasAsked;
    this.#done({ kind: 'found', aliases: this.#aliases, known, isFromCache }, cause);
  }

  #fail(cause: number): void {
    this.#done({ kind: 'failed' }, cause);
  }
}

/** What a resolver answers when the search is over: the response code as well. */
export function responseCodeOf(found: Found): number {
  if (found.kind === 'failed') return RESPONSE_CODE.serverFailure;
  return found.known.kind === 'noName' ? RESPONSE_CODE.nameError : RESPONSE_CODE.noError;
}

function addressesIn(records: readonly DnsRecord[]): readonly Ipv4Address[] {
  return records.flatMap(({ data }) => (data.kind === 'A' ? [data.address] : []));
}
