import type { Nanoseconds } from '../../experiment/experiment';
import { LIMITS } from '../../experiment/limits';
import type { DnsReason } from '../../trace/dnsReason';
import { canonicalName } from '../../wire/dnsName';
import { DNS_TYPE, type DnsRecord } from '../../wire/dnsRecord';
import { typeName } from '../../wire/dnsText';
import type { World } from '../world';
import { dataText } from './dataText';

const SECOND_NS = 1_000_000_000;
/** Sets and absences that a resolver remembers; one more has to wait until another has gone. */
const MOST_ENTRIES = 10_000;

/** How far a record may be believed (RFC 2181 §5.4.1): what came with a referral is a hint, an answer is an answer. */
export type Rank = 'hint' | 'answer';

/** What is known of a name: records of the type asked for, or that there are none. */
export type Known =
  | { readonly kind: 'records'; readonly records: readonly DnsRecord[] }
  | { readonly kind: 'noName' | 'noData'; readonly soa: DnsRecord };

interface Entry {
  readonly known: Known;
  readonly rank: Rank;
  readonly expiresNs: Nanoseconds;
  /** Event in which it was remembered. */
  readonly filled: number;
  readonly number: number;
}

/** Where the news came from: the packet, and the event in which it was understood. */
export interface Source {
  readonly packet: number;
  readonly cause: number;
}

/**
 * What a resolver remembers, none of it for longer than the one in charge allowed (RFC 1035 §3.2.1, RFC 2308 §5). What
 * is given out of it has only the rest of its time left.
 */
export class DnsCache {
  readonly #world: World;
  readonly #place: number;
  readonly #entries = new Map<string, Entry>();
  #count = 0;

  constructor(world: World, place: number) {
    this.#world = world;
    this.#place = place;
  }

  /** What is known of that type of a canonical name; with `least` 'answer' no hints. */
  find(name: string, type: number, least: Rank): Known | undefined {
    const entry = this.#alive(keyOf(name, null)) ?? this.#alive(keyOf(name, type));
    if (!entry || (least === 'answer' && entry.rank === 'hint')) return undefined;
    const ttlSeconds = Math.floor((entry.expiresNs - this.#world.now) / SECOND_NS);
    const { known } = entry;
    return known.kind === 'records'
      ? { kind: 'records', records: known.records.map((record) => ({ ...record, ttlSeconds })) }
      : { ...known, soa: { ...known.soa, ttlSeconds } };
  }

  /** Remembers all records of one name and type. "Zero: only for the transaction in progress" (RFC 1035 §3.2.1). */
  addRecords(records: readonly DnsRecord[], rank: Rank, source: Source): void {
    const { name: owner, type } = records[0]!;
    const name = canonicalName(owner);
    // Records of a set have one TTL; where they do not, the least holds (RFC 2181 §5.2).
    const ttlSeconds = Math.min(...records.map((record) => record.ttlSeconds));
    const data = dataText(records);
    const reason = { kind: 'recordsCached', name, type: typeName(type), data, ttlSeconds } as const;
    this.#add(keyOf(name, type), { kind: 'records', records }, rank, { ttlSeconds, source, reason });
  }

  /** Remembers that there is no such name, or no records of that type; for how long, the SOA record says (RFC 2308 §5). */
  addAbsence(kind: 'noName' | 'noData', name: string, type: number, soa: DnsRecord, source: Source): void {
    if (soa.data.kind !== 'SOA') return;
    const ttlSeconds = Math.min(soa.ttlSeconds, soa.data.minimumSeconds);
    const reason = {
      kind: 'absenceCached',
      name,
      type: kind === 'noName' ? '' : typeName(type),
      ttlSeconds,
    } as const;
    const key = keyOf(name, kind === 'noName' ? null : type);
    this.#add(key, { kind, soa }, 'answer', { ttlSeconds, source, reason });
  }

  #add(
    key: string,
    known: Known,
    rank: Rank,
    { ttlSeconds, source, reason }: { ttlSeconds: number; source: Source; reason: CacheReason },
  ): void {
    const old = this.#alive(key);
    // A hint does not replace an answer, and does not make what is known live longer than it was allowed to.
    if (ttlSeconds === 0 || (old && rank === 'hint') || this.#entries.size >= MOST_ENTRIES) return;
    const number = old?.number ?? this.#count;
    if (!old) this.#count += 1;
    const expiresNs = this.#world.now + ttlSeconds * SECOND_NS;
    const facts = { place: this.#place, packet: source.packet, entry: number, expiresNs };
    const filled = this.#world.record('cacheFilled', facts, source.cause, reason);
    const entry = { known, rank, expiresNs, filled, number };
    this.#entries.set(key, entry);
    // Nothing begins later than that, so nobody would ask.
    if (expiresNs <= LIMITS.timeNs) this.#world.at(expiresNs, () => this.#expire(key, entry, reason));
  }

  #alive(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    return entry && this.#world.now < entry.expiresNs ? entry : undefined;
  }

  #expire(key: string, entry: Entry, { name, type }: CacheReason): void {
    if (this.#entries.get(key) !== entry) return;
    this.#entries.delete(key);
    const facts = { place: this.#place, entry: entry.number };
    this.#world.record('cacheExpired', facts, entry.filled, { kind: 'ttlOver', name, type });
  }
}

type CacheReason = Extract<DnsReason, { kind: 'recordsCached' | 'absenceCached' }>;

/** `null` for all types: that there is no such name. An alias stands for every type but is found by its own. */
function keyOf(name: string, type: number | null): string {
  return `${name} ${type ?? '*'}`;
}

/** The records of an answer or a section as sets of one name and type each, in order. */
export function recordSets(records: readonly DnsRecord[]): readonly (readonly DnsRecord[])[] {
  const sets = new Map<string, DnsRecord[]>();
  for (const record of records) {
    if (record.type === DNS_TYPE.OPT) continue;
    const key = keyOf(canonicalName(record.name), record.type);
    const set = sets.get(key);
    if (set) set.push(record);
    else sets.set(key, [record]);
  }
  return [...sets.values()];
}
