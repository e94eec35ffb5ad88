import type { Zone } from '../../experiment/nameApps';
import { type DnsQuestion, RESPONSE_CODE } from '../../wire/dns';
import { canonicalName } from '../../wire/dnsName';
import { DNS_TYPE, type DnsRecord } from '../../wire/dnsRecord';
import { typeName } from '../../wire/dnsText';
import { bareReply, type Reply } from './reply';
import { ZoneIndex, zoneOf } from './zoneIndex';

/** What a server in charge of some zones answers; RFC 1034 §4.3.2 without recursion, RFC 4592 for names under a `*`. */
export class Authority {
  readonly #zones: readonly ZoneIndex[];
  /** How often each set of several records was given out: each time another comes first. */
  readonly #turns = new Map<string, number>();

  constructor(zones: readonly Zone[]) {
    this.#zones = zones.map((zone) => new ZoneIndex(zone));
  }

  answer({ name, type }: DnsQuestion): Reply {
    const answers: DnsRecord[] = [];
    const seen = new Set<string>();
    let at = canonicalName(name);
    // Each alias once: a circle of them has no end.
    for (;;) {
      const zone = zoneOf(this.#zones, at);
      if (!zone) {
        // The alias leads to what others are in charge of: the asker goes on from here.
        if (answers.length > 0) break;
        return bareReply(RESPONSE_CODE.refused, { kind: 'nameRefused', name: at });
      }
      const servers = zone.delegationOf(at);
      if (servers.length > 0) return this.#refer(answers, at, servers);
      const [alias] = type === DNS_TYPE.CNAME ? [] : zone.findFor(at, DNS_TYPE.CNAME);
      if (seen.has(at)) break;
      seen.add(at);
      if (alias?.data.kind !== 'CNAME') return this.#atEnd(zone, at, type, answers);
      answers.push(alias);
      at = canonicalName(alias.data.name);
    }
    return this.#found(answers, name, type);
  }

  /** What the zone has of the name itself. */
  #atEnd(zone: ZoneIndex, name: string, type: number, aliases: readonly DnsRecord[]): Reply {
    const records = this.#inTurn(name, type, zone.findFor(name, type));
    const wildcard = zone.wildcardFor(name);
    if (records.length > 0) return this.#found([...aliases, ...records], name, type, wildcard);
    const isName = zone.has(name) || wildcard !== undefined;
    return {
      responseCode: isName ? RESPONSE_CODE.noError : RESPONSE_CODE.nameError,
      authoritative: true,
      answers: aliases,
      authorities: [denial(zone.soa)],
      additionals: [],
      reason: isName ? { kind: 'dataDenied', name, type: typeName(type) } : { kind: 'nameDenied', name },
    };
  }

  #found(answers: readonly DnsRecord[], name: string, type: number, wildcard?: string): Reply {
    const asked = { name: canonicalName(name), type: typeName(type) };
    return {
      responseCode: RESPONSE_CODE.noError,
      authoritative: true,
      answers,
      authorities: [],
      additionals: this.#addressesOf(answers),
      reason:
        wildcard === undefined
          ? { kind: 'nameAnswered', ...asked }
          : { kind: 'wildcardAnswered', ...asked, wildcard },
    };
  }

  #refer(aliases: readonly DnsRecord[], name: string, servers: readonly DnsRecord[]): Reply {
    const zone = canonicalName(servers[0]!.name);
    return {
      responseCode: RESPONSE_CODE.noError,
      authoritative: aliases.length > 0,
      answers: aliases,
      authorities: servers,
      additionals: this.#addressesOf(servers),
      reason: { kind: 'nameReferred', name, zone },
    };
  }

  /** Addresses of the names that these records name, as far as they are known here; of name servers below, glue. */
  #addressesOf(records: readonly DnsRecord[]): readonly DnsRecord[] {
    return records.flatMap(({ data }) => {
      if (data.kind !== 'NS' && data.kind !== 'MX') return [];
      const name = canonicalName(data.name);
      const zone = zoneOf(this.#zones, name);
      return zone ? [...zone.find(name, DNS_TYPE.A), ...zone.find(name, DNS_TYPE.AAAA)] : [];
    });
  }

  /** Several records of a name are equal: each goes first in its turn, so that askers spread (RFC 1794 §2). */
  #inTurn(name: string, type: number, records: readonly DnsRecord[]): readonly DnsRecord[] {
    if (records.length < 2) return records;
    const key = `${name} ${type}`;
    const turn = this.#turns.get(key) ?? 0;
    this.#turns.set(key, turn + 1);
    const first = turn % records.length;
    return [...records.slice(first), ...records.slice(0, first)];
  }
}

/** The SOA record says how long to remember that there is nothing: "the minimum of the MINIMUM field and the TTL" (RFC 2308 §3). */
function denial(soa: DnsRecord): DnsRecord {
  const minimumSeconds = soa.data.kind === 'SOA' ? soa.data.minimumSeconds : Infinity;
  return { ...soa, ttlSeconds: Math.min(soa.ttlSeconds, minimumSeconds) };
}
