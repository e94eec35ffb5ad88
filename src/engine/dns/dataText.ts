import type { DnsRecord } from '../../wire/dnsRecord';
import { formatRecordData } from '../../wire/dnsText';

/** Characters of what records say that a reason has room for; the bytes are in the packets. */
const MOST_CHARACTERS = 80;

/** What the records of one name and type say, in one text. */
export function dataText(records: readonly DnsRecord[]): string {
  const text = records.map((record) => formatRecordData(record.data)).join(', ');
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
}
