import type { TFunction } from 'i18next';
import type { DnsReason } from '../trace/dnsReason';
import { ROOT_NAME } from '../wire/dnsName';
import { millisecondsOf } from './milliseconds';

/** What some of the sentences name. */
const NONE = { name: '', type: '', zone: '', data: '', wildcard: '', limitBytes: 0, ttlSeconds: 0 };

/** The sentence for what a program that deals with names did or was told, with its figures. */
export function dnsReasonWords(t: TFunction, reason: DnsReason): string {
  const isOfName = reason.kind === 'absenceCached' && reason.type === '';
  return t(`panels.dns.${isOfName ? 'nameAbsenceCached' : reason.kind}`, {
    ...NONE,
    ...reason,
    ...('zone' in reason && reason.zone === ROOT_NAME ? { zone: t('panels.dns.root') } : {}),
    ms: 'afterNs' in reason ? millisecondsOf(reason.afterNs) : 0,
    seconds: 'waitedNs' in reason ? reason.waitedNs / 1_000_000_000 : 0,
  });
}
