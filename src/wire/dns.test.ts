import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dnsMessage } from '../../tests/arbitraryDns';
import { decodeDns, dnsQuery, encodeDns } from './dns';
import { dnsCard } from './dnsCard';
import { canonicalName, isWithin, labelsOf, parentName, readName, ROOT_NAME } from './dnsName';
import { CLASS_IN, DNS_TYPE, type DnsRecord } from './dnsRecord';
import { formatRecordData, parseRecordData, RECORD_TYPES } from './dnsText';
import { isMalformed } from './malformed';
import { summaryOfDns, summaryOfDnsOverTcp } from './summaryDns';

describe('a DNS message (RFC 1035 §4.1)', () => {
  it('comes back as it was from its bytes, names compressed (§4.1.4)', () => {
    fc.assert(
      fc.property(dnsMessage, (one) => {
        expect(decodeDns(encodeDns(one))).toEqual(one);
      }),
    );
  });

  it('is read or refused, whatever the bytes; and so are its fields and its line', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .tuple(dnsMessage, fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 8 }))
        .map(([one, flips]) => {
          const encoded = encodeDns(one);
          for (const [at, octet] of flips) if (at < encoded.length) encoded[at] = octet;
          return encoded;
        }),
    );
    fc.assert(
      fc.property(bytes, (some) => {
        decodeDns(some);
        expect(summaryOfDns(some)).toMatch(/\(\d+\)$/u);
        expect(typeof summaryOfDnsOverTcp(some)).toBe('string');
      }),
    );
  });

  it('lets no pointer lead forwards or round in circles (RFC 9267 §2)', () => {
    const header = Array.from({ length: 12 }, (_, i) => (i === 5 ? 1 : 0));
    const circle = Uint8Array.from([...header, 1, 0x61, 0xc0, 12, 0, 1, 0, 1]);
    expect(isMalformed(decodeDns(circle))).toBe(true);
    expect(isMalformed(decodeDns(Uint8Array.from([...header, 0xc0, 12, 0, 1, 0, 1])))).toBe(true);
    expect(isMalformed(decodeDns(Uint8Array.from([...header, 0xc0, 18, 0, 1, 0, 1, 0])))).toBe(true);
    const chain = Uint8Array.from({ length: 16_000 }, (_, i) => {
      const target = Math.max(0, (i >> 1) * 2 - 2);
      return i < 2 ? 0 : i % 2 === 0 ? 0xc0 | (target >> 8) : target & 255;
    });
    expect(readName(chain, 15_998)).toBeNull();
    expect(readName(chain, 100)).toEqual({ name: ROOT_NAME, end: 102 });
  });

  it('takes 31 bytes for a question, one pointer for a name that stood before', () => {
    const query = dnsQuery({ id: 7, name: 'www.example.com', type: DNS_TYPE.A }, true, null);
    expect(encodeDns(query)).toHaveLength(12 + 17 + 4);
    const answer: DnsRecord = {
      name: 'www.example.com',
      type: DNS_TYPE.A,
      recordClass: CLASS_IN,
      ttlSeconds: 60,
      data: { kind: 'A', address: 1 },
    };
    expect(encodeDns({ ...query, answers: [answer] })).toHaveLength(12 + 17 + 4 + 2 + 10 + 4);
  });
});

describe('names (RFC 1035 §2.3, §5.1)', () => {
  it('have one spelling however they are escaped, which is that of messages (RFC 1035 §5.1, RFC 4343 §3)', () => {
    for (const text of ['Ü.\\097b', '\\220.AB']) expect(canonicalName(text)).toBe('\\220.ab');
    const bytes = encodeDns(dnsQuery({ id: 1, name: 'Ü.ab', type: DNS_TYPE.A }, false, null));
    expect(readName(bytes, 12)!.name).toBe('\\220.ab');
  });

  it('are within others by whole labels, whatever dots are in them', () => {
    expect(isWithin('a.b', 'b')).toBe(true);
    expect(isWithin('a\\.b', 'b')).toBe(false);
    expect(isWithin('a.b\\.c', 'c')).toBe(false);
    expect(isWithin('ab', 'b')).toBe(false);
  });

  it('have labels, a parent and one spelling for all', () => {
    expect(labelsOf('www.Example.com.')).toEqual(['www', 'Example', 'com']);
    expect(labelsOf('a\\.b.c')).toEqual(['a\\.b', 'c']);
    expect(parentName('www.example.com')).toBe('example.com');
    expect(parentName('com')).toBe(ROOT_NAME);
    expect(canonicalName('WWW.Example.COM.')).toBe('www.example.com');
  });
});

describe('record data as a zone file has them (RFC 1035 §5.1)', () => {
  it('come back as they were', () => {
    const texts = {
      A: '203.0.113.9',
      AAAA: '2001:db8::1',
      NS: 'ns.example.com',
      CNAME: 'web.example.com',
      MX: '10 mail.example.com',
      TXT: 'v=spf1 -all',
    };
    for (const type of RECORD_TYPES) {
      expect(formatRecordData(parseRecordData(type, texts[type])!)).toBe(texts[type]);
    }
    const long = 'x'.repeat(1800);
    const parsed = parseRecordData('TXT', long);
    expect(parsed?.kind === 'TXT' && parsed.texts.length).toBe(8);
    expect(formatRecordData(parsed!)).toBe(long);
  });

  it('are refused when they are none of that type', () => {
    const wrong = { A: '1.2.3', AAAA: '1::2::3', NS: '', CNAME: 'a..b', MX: 'mail 10', TXT: '한글' };
    for (const type of RECORD_TYPES) expect(parseRecordData(type, wrong[type]), type).toBeUndefined();
    expect(parseRecordData('NS', `${'a'.repeat(64)}.com`)).toBeUndefined();
  });
});

describe('IPv6 addresses in AAAA records (RFC 5952 §4)', () => {
  it.each([
    ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['::', '::'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['1:2:3:4:5:6:0:8', '1:2:3:4:5:6:0:8'],
  ])('are written one way: %s', (text, canonical) => {
    expect(formatRecordData(parseRecordData('AAAA', text)!)).toBe(canonical);
  });
});

describe('the line about a message, as tcpdump prints it', () => {
  const query = dnsQuery({ id: 4660, name: 'www.example.com', type: DNS_TYPE.A }, true, null);
  const record = (type: 'A' | 'CNAME' | 'MX' | 'TXT', text: string): DnsRecord => ({
    name: 'www.example.com',
    type: DNS_TYPE[type],
    recordClass: CLASS_IN,
    ttlSeconds: 60,
    data: parseRecordData(type, text)!,
  });

  it('asks', () => {
    expect(summaryOfDns(encodeDns(query))).toBe('4660+ A? www.example.com. (33)');
    const withEdns = { ...query, recursionDesired: false, edns: { udpBytes: 1232, version: 0 } };
    expect(summaryOfDns(encodeDns(withEdns))).toBe('4660 [1au] A? www.example.com. (44)');
  });

  it('answers', () => {
    const answers = [record('CNAME', 'web.example.com'), record('A', '203.0.113.9')];
    const answer = { ...query, isResponse: true, recursionAvailable: true, answers };
    expect(summaryOfDns(encodeDns(answer))).toBe('4660 2/0/0 CNAME web.example.com., A 203.0.113.9 (67)');
    const denied = { ...query, isResponse: true, authoritative: true, responseCode: 3 };
    expect(summaryOfDns(encodeDns(denied))).toBe('4660 NXDomain*- 0/0/0 (33)');
    const bytes = encodeDns({ ...answer, truncated: true, answers: [] });
    expect(summaryOfDns(bytes)).toBe('4660| 0/0/0 (33)');
    expect(summaryOfDnsOverTcp(Uint8Array.from([0, bytes.length, ...bytes]))).toBe('4660| 0/0/0 (33)');
    expect(summaryOfDns(bytes.subarray(0, 11))).toBe('[|domain] (11)');
  });
});

describe('the card of a message', () => {
  const query = dnsQuery({ id: 1, name: 'www.example.com', type: DNS_TYPE.A }, true, null);
  const record = (name: string, type: 'A' | 'NS' | 'CNAME' | 'TXT', text: string): DnsRecord => ({
    name,
    type: DNS_TYPE[type],
    recordClass: CLASS_IN,
    ttlSeconds: 60,
    data: parseRecordData(type, text)!,
  });
  const answer = { ...query, isResponse: true };

  it('says what it asks or answers', () => {
    expect(dnsCard(encodeDns(query))).toBe('A? www.example.com');
    const answers = [record('www.example.com', 'CNAME', 'x.com'), record('x.com', 'A', '203.0.113.9')];
    expect(dnsCard(encodeDns({ ...answer, answers }))).toBe('A 203.0.113.9');
    const authorities = [record('com', 'NS', 'ns.com')];
    expect(dnsCard(encodeDns({ ...answer, authorities }))).toBe('→ NS com');
    expect(dnsCard(encodeDns({ ...answer, responseCode: 3 }))).toBe('NXDomain');
    expect(dnsCard(encodeDns({ ...answer, truncated: true }))).toBe('TC');
    expect(dnsCard(encodeDns(answer))).toBe('NoData');
    const long = [record('a', 'TXT', 'x'.repeat(600))];
    expect(dnsCard(encodeDns({ ...answer, answers: long }))).toBe(`TXT ${'x'.repeat(23)}…`);
  });

  it('is there for whatever goes to port 53 and cannot be read', () => {
    expect(dnsCard(new Uint8Array(5))).toBe('DNS');
  });
});
