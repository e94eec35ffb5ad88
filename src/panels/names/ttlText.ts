import type { TFunction } from 'i18next';
import { formatTime, type FormatLanguage } from '../../ui/format';

const SECOND_NS = 1_000_000_000;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** What is left of a TTL: days and hours while there are many, then as every time is written. */
export function ttlText(t: TFunction, leftNs: number, language: FormatLanguage): string {
  const seconds = Math.floor(leftNs / SECOND_NS);
  const hours = Math.floor((seconds % DAY) / HOUR);
  if (seconds >= DAY) return t('names.ttl.days', { days: Math.floor(seconds / DAY), hours });
  if (seconds >= 2 * HOUR) return t('names.ttl.hours', { hours });
  return formatTime(leftNs < 10 * SECOND_NS ? leftNs : seconds * SECOND_NS, language);
}
