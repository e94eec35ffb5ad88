import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DnsMessage, dnsQuery, encodeDns, RESPONSE_CODE } from '../../wire/dns';
import { CLASS_IN, DNS_TYPE, type DnsRecord } from '../../wire/dnsRecord';
import { parseRecordData, type RecordType } from '../../wire/dnsText';
import { framed, Unframer } from './framing';
import { fitted } from './reply';
import { readResponse } from './response';

const record = (name: string, type: RecordType, data: string): DnsRecord => ({
  name,
  type: DNS_TYPE[type],
  recordClass: CLASS_IN,
  ttlSeconds: 60,
  data: parseRecordData(type, data)!,
});
const response = (over: Partial<DnsMessage>): DnsMessage => ({
  ...dnsQuery({ id: 1, name: 'www.example.com', type: DNS_TYPE.A }, false, null),
  isResponse: true,
  ...over,
});
const OF_COM = { name: 'www.example.com', type: DNS_TYPE.A, zone: 'com' };

describe('what a resolver believes (RFC 5452 §6)', () => {
  it('is nothing of names that the asked zone does not hold', () => {
    const authorities = [record('example.com', 'NS', 'ns.example.com')];
    const additionals = [record('ns.example.com', 'A', '192.0.2.1'), record('bank.org', 'A', '192.0.2.66')];
    const heard = readResponse(response({ authorities, additionals }), OF_COM);
    expect(heard?.hints.flat().map(({ name }) => name)).toEqual(['example.com', 'ns.example.com']);
    const answers = [record('www.example.com', 'CNAME', 'bank.org'), record('bank.org', 'A', '192.0.2.66')];
    const alias = readResponse(response({ answers }), OF_COM);
    expect(alias?.answers.flat().map(({ name }) => name)).toEqual(['www.example.com']);
  });

  it('is no referral that leads upwards or aside: such a server is of no use (RFC 1034 §5.3.3)', () => {
    for (const zone of ['com', '.', 'example.org']) {
      const authorities = [record(zone, 'NS', 'ns.evil.com')];
      expect(readResponse(response({ authorities }), OF_COM), zone).toBeNull();
    }
  });

  it('is no failure, and no denial without the SOA that says how long it holds (RFC 2308 §5)', () => {
    expect(readResponse(response({ responseCode: RESPONSE_CODE.serverFailure }), OF_COM)).toBeNull();
    expect(readResponse(response({ responseCode: RESPONSE_CODE.nameError }), OF_COM)).toBeNull();
    expect(readResponse(response({}), OF_COM)).toBeNull();
  });
});

describe('messages over TCP (RFC 1035 §4.2.2, RFC 7766 §8)', () => {
  it('come out as they went in, however the stream is cut', () => {
    const anyMessages = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 });
    fc.assert(
      fc.property(anyMessages, fc.array(fc.integer({ min: 1, max: 50 })), (messages, cuts) => {
        const stream = messages.flatMap((message) => [...framed(message)]);
        const unframer = new Unframer();
        const found: number[][] = [];
        for (let at = 0, i = 0; at < stream.length; i += 1) {
          const size = cuts[i % Math.max(1, cuts.length)] ?? 7;
          const part = Uint8Array.from(stream.slice(at, at + size));
          found.push(...unframer.add(part).map((message) => [...message]));
          at += size;
        }
        expect(found).toEqual(messages.map((message) => [...message]));
      }),
    );
  });
});

describe('a response that has to fit (RFC 2181 §9)', () => {
  it('loses first what nobody needs, then all of it', () => {
    const answers = [record('example.com', 'MX', '10 mail.example.com')];
    const additionals = Array.from({ length: 40 }, (_, i) => record(`m${i}.example.com`, 'A', '192.0.2.1'));
    expect(fitted(response({ answers, additionals }), 512).isCut).toBe(false);
    expect(fitted(response({ answers, additionals }), 512).bytes.length).toBeLessThan(100);
    const cut = fitted(response({ answers: additionals }), 512);
    expect(cut.isCut).toBe(true);
    expect(cut.bytes).toHaveLength(33);
  });

  it('never loses the SOA of a denial, which says how long it holds (RFC 2308 §5)', () => {
    const answers = Array.from({ length: 15 }, (_, i) => record(`m${i}.example.com`, 'CNAME', `n${i}.com`));
    const soa = record('example.com', 'TXT', 'a stand-in for it, as long as it would be');
    const denial = response({ responseCode: RESPONSE_CODE.nameError, answers, authorities: [soa] });
    const bare = encodeDns({ ...denial, authorities: [] }).length;
    expect(fitted(denial, bare).isCut).toBe(true);
    expect(fitted(denial, encodeDns(denial).length).isCut).toBe(false);
  });

  it('never loses the addresses that a referral cannot do without (RFC 9471 §3)', () => {
    const authorities = [record('example.com', 'NS', 'ns.example.com')];
    const additionals = Array.from({ length: 40 }, () => record('ns.example.com', 'A', '192.0.2.1'));
    expect(fitted(response({ authorities, additionals }), 512).isCut).toBe(true);
  });
});
