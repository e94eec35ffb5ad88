import type { Zone, ZoneRecord } from '../../experiment/nameApps';
import { canonicalName, isWithin, labelOctets, labelsOf, parentName, ROOT_NAME } from '../../wire/dnsName';
import { CLASS_IN, DNS_TYPE, type DnsRecord } from '../../wire/dnsRecord';
import { parseRecordData } from '../../wire/dnsText';

/** Times of a SOA record that only servers which copy zones from each other read: the suggestions of RFC 1912 §2.2. */
const SOA_TIMES = { refreshSeconds: 7200, retrySeconds: 900, expireSeconds: 1_209_600 } as const;

const WILDCARD = '*';

/** One zone with its records found by name and type. */
export class ZoneIndex {
  readonly origin: string;
  readonly soa: DnsRecord;
  /** By canonical name, then by type; names without records of their own that others are below are there too. */
  readonly #nodes = new Map<string, Map<number, DnsRecord[]>>();

  constructor(zone: Zone) {
    this.origin = canonicalName(zone.origin);
    this.soa = soaOf(zone, this.origin);
    this.#add(this.soa);
    for (const record of zone.records) this.#add(recordOf(record));
  }

  /** Whether the name, or one below it, has a record (RFC 8020 §2). */
  has(name: string): boolean {
    return this.#nodes.has(name);
  }

  /** The records of that type of a canonical name. */
  find(name: string, type: number): readonly DnsRecord[] {
    return this.#nodes.get(name)?.get(type) ?? [];
  }

  /** What stands for a name that the zone does not have: the `*` below its nearest name that is there (RFC 4592 §3.3.1). */
  wildcardFor(name: string): string | undefined {
    if (this.has(name)) return undefined;
    let encloser = name;
    while (!this.has(encloser) && encloser !== this.origin) encloser = parentName(encloser);
    const wildcard = encloser === ROOT_NAME ? WILDCARD : `${WILDCARD}.${encloser}`;
    return this.has(wildcard) ? wildcard : undefined;
  }

  /** Records of a wildcard under the name that was asked for (RFC 4592 §3.3.1, "synthesized"). */
  findFor(name: string, type: number): readonly DnsRecord[] {
    const wildcard = this.wildcardFor(name);
    if (wildcard === undefined) return this.find(name, type);
    return this.find(wildcard, type).map((record) => ({ ...record, name }));
  }

  /** The name servers that a part of the zone with this name in it was given to, nearest the top; RFC 1034 §4.3.2, 3b. */
  delegationOf(name: string): readonly DnsRecord[] {
    let found: readonly DnsRecord[] = [];
    for (let at = name; at !== this.origin; at = parentName(at)) {
      const servers = this.find(at, DNS_TYPE.NS);
      if (servers.length > 0) found = servers;
      if (at === ROOT_NAME) break;
    }
    return found;
  }

  #add(record: DnsRecord): void {
    const name = canonicalName(record.name);
    for (let at = name; isWithin(at, this.origin); at = parentName(at)) {
      if (!this.#nodes.has(at)) this.#nodes.set(at, new Map());
      if (at === ROOT_NAME) break;
    }
    const node = this.#nodes.get(name)!;
    const records = node.get(record.type);
    if (records) records.push(record);
    else node.set(record.type, [record]);
  }
}

/** The zone that is nearest to a canonical name; RFC 1034 §4.3.2, step 2. */
export function zoneOf(zones: readonly ZoneIndex[], name: string): ZoneIndex | undefined {
  return zones
    .filter(({ origin }) => isWithin(name, origin))
    .toSorted((a, b) => labelsOf(b.origin).length - labelsOf(a.origin).length)[0];
}

function recordOf({ name, type, ttlSeconds, data }: ZoneRecord): DnsRecord {
  const parsed = parseRecordData(type, data);
  if (!parsed) throw new Error(`a zone that was not checked: ${name} ${type} ${data}`);
  return { name, type: DNS_TYPE[type], recordClass: CLASS_IN, ttlSeconds, data: parsed };
}

function soaOf({ origin, soaTtlSeconds, soaMinimumSeconds, records }: Zone, name: string): DnsRecord {
  const server = records.find((record) => record.type === 'NS' && canonicalName(record.name) === name);
  return {
    name: origin,
    type: DNS_TYPE.SOA,
    recordClass: CLASS_IN,
    ttlSeconds: soaTtlSeconds,
    data: {
      kind: 'SOA',
      primary: server?.data ?? origin,
      mailbox: mailboxOf(name),
      serial: 1,
      ...SOA_TIMES,
      minimumSeconds: soaMinimumSeconds,
    },
  };
}

/** Who runs the zone (RFC 2142 §7); nobody where the name of it leaves no room for more. */
function mailboxOf(zone: string): string {
  const mailbox = zone === ROOT_NAME ? 'hostmaster' : `hostmaster.${zone}`;
  return labelOctets(mailbox) ? mailbox : ROOT_NAME;
}
