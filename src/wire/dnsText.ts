import { formatAddress, parseAddress } from './address';
import { isDomainName } from './dnsName';
import { DNS_TYPE, type DnsData, LONGEST_TEXT, type SoaData } from './dnsRecord';
import { formatIpv6, parseIpv6 } from './ipv6Address';

/** The types that a zone of this town can hold beside its SOA. */
export const RECORD_TYPES = ['A', 'AAAA', 'NS', 'CNAME', 'MX', 'TXT'] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** A type by its name, `TYPE999` for one without (RFC 3597 §5). */
export function typeName(type: number): string {
  const known = Object.entries(DNS_TYPE).find(([, number]) => number === type);
  return known ? known[0] : `TYPE${type}`;
}

/** Reads the data of a record as a zone file has them (RFC 1035 §5.1); `undefined` for what is none of that type. */
export function parseRecordData(type: RecordType, text: string): DnsData | undefined {
  const words = text.trim();
  switch (type) {
    case 'A': {
      const address = parseAddress(words);
      return address === undefined ? undefined : { kind: 'A', address };
    }
    case 'AAAA': {
      const parsed = parseIpv6(words);
      return parsed && { kind: 'AAAA', words: parsed };
    }
    case 'NS':
    case 'CNAME':
      return isDomainName(words) ? { kind: type, name: words } : undefined;
    case 'MX': {
      const [, preference, name = ''] = /^(\d{1,5})\s+(\S+)$/u.exec(words) ?? [];
      if (Number(preference ?? Infinity) > 0xffff || !isDomainName(name)) return undefined;
      return { kind: 'MX', preference: Number(preference), name };
    }
    case 'TXT':
      return textData(text);
  }
}

/** One text, cut where a part would be too long; of octets, so without characters that need more than one. */
function textData(text: string): DnsData | undefined {
  if (/[^\0-\xff]/u.test(text)) return undefined;
  const parts = text.match(new RegExp(`[^]{1,${LONGEST_TEXT}}`, 'gu')) ?? [''];
  return { kind: 'TXT', texts: parts };
}

/** The data of a record as a zone file has them, as `parseRecordData` reads them; hex digits of unknown data (RFC 3597 §5). */
export function formatRecordData(data: DnsData): string {
  switch (data.kind) {
    case 'A':
      return formatAddress(data.address);
    case 'AAAA':
      return formatIpv6(data.words);
    case 'NS':
    case 'CNAME':
      return data.name;
    case 'MX':
      return `${data.preference} ${data.name}`;
    case 'TXT':
      return data.texts.join('');
    case 'SOA':
      return soaText(data);
    case 'unknown':
      return `\\# ${data.octets.length} ${data.octets.map((octet) => octet.toString(16).padStart(2, '0')).join('')}`;
  }
}

function soaText(data: SoaData): string {
  const { primary, mailbox, serial, refreshSeconds, retrySeconds, expireSeconds, minimumSeconds } = data;
  return [primary, mailbox, serial, refreshSeconds, retrySeconds, expireSeconds, minimumSeconds].join(' ');
}
