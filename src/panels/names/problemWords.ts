import type { TFunction } from 'i18next';
import type { Problem } from '../../experiment/problem';
import type { RecordType } from '../../wire/dnsText';

/** What data of each type look like. */
const EXAMPLES: Readonly<Record<RecordType, string>> = {
  A: '203.0.113.9',
  AAAA: '2001:db8::9',
  NS: 'ns.example.com',
  CNAME: 'www.example.com',
  MX: '10 mail.example.com',
  TXT: 'hello',
};

/** What is wrong with a record (of that type) or a zone, in a sentence. */
export function problemWords(t: TFunction, { kind, limit }: Problem, type: RecordType | null): string {
  switch (kind) {
    case 'badRecordData':
      return type === null
        ? t('names.problem.other')
        : t('names.problem.badRecordData', { type, example: EXAMPLES[type] });
    case 'badName':
    case 'outsideZone':
    case 'aliasNotAlone':
    case 'duplicate':
      return t(`names.problem.${kind}`);
    case 'tooBig':
      return t('names.problem.tooBig', { limit: limit ?? 0 });
    case 'outOfRange':
    case 'wrongType':
      return t('names.problem.badSeconds');
    default:
      return t('names.problem.other');
  }
}
