import { canonicalName, isWithin } from '../wire/dnsName';
import { parseRecordData } from '../wire/dnsText';
import type { Zone, ZoneRecord } from './nameApps';
import type { Problem } from './problem';

/** What the zones of one name server say wrongly, each with its place under `where`. */
export function* zoneProblems(zones: readonly Zone[], where: string): Generator<Problem> {
  const origins = new Set<string>();
  for (const [i, zone] of zones.entries()) {
    const origin = canonicalName(zone.origin);
    const each = `${where}[${i}]`;
    if (origins.has(origin)) yield { kind: 'duplicate', where: `${each}.origin` };
    origins.add(origin);
    yield* recordProblems(origin, zone.records, `${each}.records`);
  }
}

function* recordProblems(origin: string, records: readonly ZoneRecord[], where: string): Generator<Problem> {
  const seen = new Set<string>();
  const aliases = new Set<string>();
  for (const [i, { name, type, data }] of records.entries()) {
    const each = `${where}[${i}]`;
    const owner = canonicalName(name);
    if (!isWithin(owner, origin)) yield { kind: 'outsideZone', where: `${each}.name` };
    if (!parseRecordData(type, data)) yield { kind: 'badRecordData', where: `${each}.data` };
    const record = `${owner} ${type} ${data}`;
    if (seen.has(record)) yield { kind: 'duplicate', where: each };
    seen.add(record);
    if (type === 'CNAME') aliases.add(owner);
  }
  for (const [i, { name, type, data }] of records.entries()) {
    const owner = canonicalName(name);
    const other = records.findIndex((one, j) => j !== i && canonicalName(one.name) === owner);
    // "If a CNAME RR is present at a node, no other data should be present" (RFC 1034 §3.6.2); at the top there is a SOA.
    if (type === 'CNAME' && (other >= 0 || owner === origin)) {
      yield { kind: 'aliasNotAlone', where: `${where}[${i}].name` };
    }
    const target = type === 'NS' ? canonicalName(data) : '';
    // A name server's name is no alias (RFC 2181 §10.3).
    if (aliases.has(target)) yield { kind: 'aliasNotAlone', where: `${where}[${i}].data` };
  }
}
