import { checkZones } from '../../experiment/checkZones';
import type { Zone } from '../../experiment/nameApps';
import type { Problem } from '../../experiment/problem';
import { RECORD_TYPES, type RecordType } from '../../wire/dnsText';

/** A record as it stands in the form, whatever was typed. */
export interface RecordDraft {
  readonly key: number;
  readonly name: string;
  readonly ttl: string;
  readonly type: RecordType;
  readonly data: string;
}

/** A zone as it stands in the form. */
export interface ZoneDraft {
  readonly key: number;
  readonly origin: string;
  readonly soaTtl: string;
  readonly soaMinimum: string;
  readonly records: readonly RecordDraft[];
}

/** The zones of a server for a form. */
export function draftOf(zones: readonly Zone[]): readonly ZoneDraft[] {
  return zones.map(({ origin, soaTtlSeconds, soaMinimumSeconds, records }, number) => ({
    key: number,
    origin,
    soaTtl: String(soaTtlSeconds),
    soaMinimum: String(soaMinimumSeconds),
    records: records.map(({ name, type, ttlSeconds, data }, i) => ({
      key: i,
      name,
      ttl: String(ttlSeconds),
      type,
      data,
    })),
  }));
}

/** The draft as zones, or all that is wrong with it. */
export function checkDraft(draft: readonly ZoneDraft[]): ReturnType<typeof checkZones> {
  return checkZones(
    draft.map(({ origin, soaTtl, soaMinimum, records }) => ({
      origin: origin.trim(),
      soaTtlSeconds: secondsOf(soaTtl),
      soaMinimumSeconds: secondsOf(soaMinimum),
      records: records.map(({ name, ttl, type, data }) => ({
        name: name.trim(),
        type,
        ttlSeconds: secondsOf(ttl),
        data: data.trim(),
      })),
    })),
  );
}

/** What is no whole number stays a text, which the check refuses. */
function secondsOf(text: string): number | string {
  return /^\d{1,9}$/u.test(text.trim()) ? Number(text) : text;
}

/** Another record of the zone, to be filled in. */
export function withRecord(zone: ZoneDraft): ZoneDraft {
  const key = 1 + Math.max(-1, ...zone.records.map((record) => record.key));
  const last = zone.records.at(-1);
  const name = zone.origin === '.' ? '' : `.${zone.origin}`;
  const added: RecordDraft = { key, name: `new${name}`, ttl: last?.ttl ?? '60', type: 'A', data: '' };
  return { ...zone, records: [...zone.records, added] };
}

/** Another zone, to be named. */
export function withZone(draft: readonly ZoneDraft[]): readonly ZoneDraft[] {
  const key = 1 + Math.max(-1, ...draft.map((zone) => zone.key));
  return [...draft, { key, origin: '', soaTtl: '3600', soaMinimum: '30', records: [] }];
}

/** Where in the form a problem is: a field of a record, or of a zone where `record` is -1. */
export function placeOf({ where }: Problem): {
  readonly zone: number;
  readonly record: number;
  readonly field: string;
} {
  const [, zone = '0', record = '-1', field = ''] =
    /^\[(\d+)\](?:\.records\[(\d+)\])?(?:\.(\w+))?$/u.exec(where) ?? [];
  return { zone: Number(zone), record: Number(record), field };
}

/** What can stand in the form's choice of types. */
export const TYPE_CHOICES: readonly RecordType[] = RECORD_TYPES;
