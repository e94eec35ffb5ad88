import * as fc from 'fast-check';
import { type DnsMessage, encodeDns } from '../src/wire/dns';
import { ROOT_NAME } from '../src/wire/dnsName';
import { CLASS_IN, DNS_TYPE, type DnsData, type DnsRecord } from '../src/wire/dnsRecord';
import { encodeIpv4, PROTOCOL } from '../src/wire/ipv4';
import { encodeTcp, FLAG } from '../src/wire/tcp';
import { encodeUdp } from '../src/wire/udp';

const label = fc.uint8Array({ minLength: 1, maxLength: 12 }).map((octets) =>
  Array.from(octets, (octet) => {
    const character = String.fromCodePoint(octet);
    if (character === '.' || character === '\\') return `\\${character}`;
    return octet > 0x20 && octet < 0x7f ? character : `\\${String(octet).padStart(3, '0')}`;
  }).join(''),
);
const name = fc.array(label, { maxLength: 6 }).map((labels) => labels.join('.') || ROOT_NAME);
const uint16 = fc.integer({ min: 0, max: 0xffff });
const uint32 = fc.integer({ min: 0, max: 0xffff_ffff });
const octetText = fc.uint8Array({ maxLength: 40 }).map((octets) => String.fromCodePoint(...octets));

const data: fc.Arbitrary<readonly [number, DnsData]> = fc.oneof(
  uint32.map((address) => [DNS_TYPE.A, { kind: 'A', address }] as const),
  fc
    .array(uint16, { minLength: 8, maxLength: 8 })
    .map((words) => [DNS_TYPE.AAAA, { kind: 'AAAA', words }] as const),
  name.map((target) => [DNS_TYPE.NS, { kind: 'NS', name: target }] as const),
  name.map((target) => [DNS_TYPE.CNAME, { kind: 'CNAME', name: target }] as const),
  fc
    .tuple(uint16, name)
    .map(([preference, target]) => [DNS_TYPE.MX, { kind: 'MX', preference, name: target }] as const),
  fc
    .array(octetText, { minLength: 1, maxLength: 3 })
    .map((texts) => [DNS_TYPE.TXT, { kind: 'TXT', texts }] as const),
  fc
    .tuple(name, name, fc.array(uint32, { minLength: 5, maxLength: 5 }))
    .map(([primary, mailbox, [serial, refresh, retry, expire, minimum]]) => {
      const soa = { kind: 'SOA', primary, mailbox, serial: serial!, refreshSeconds: refresh! } as const;
      const times = { retrySeconds: retry!, expireSeconds: expire!, minimumSeconds: minimum! };
      return [DNS_TYPE.SOA, { ...soa, ...times }] as const;
    }),
  fc.uint8Array({ maxLength: 20 }).map((octets) => [999, { kind: 'unknown', octets: [...octets] }] as const),
);
const record: fc.Arbitrary<DnsRecord> = fc
  .tuple(name, data, fc.integer({ min: 0, max: 0x7fff_ffff }))
  .map(([owner, [type, said], ttlSeconds]) => ({
    name: owner,
    type,
    recordClass: CLASS_IN,
    ttlSeconds,
    data: said,
  }));
const section = fc.array(record, { maxLength: 4 });
/** DNS messages of every kind of record, with names of any octets. */
export const dnsMessage: fc.Arbitrary<DnsMessage> = fc.record({
  id: uint16,
  isResponse: fc.boolean(),
  opcode: fc.integer({ min: 0, max: 15 }),
  authoritative: fc.boolean(),
  truncated: fc.boolean(),
  recursionDesired: fc.boolean(),
  recursionAvailable: fc.boolean(),
  responseCode: fc.integer({ min: 0, max: 15 }),
  questions: fc.array(fc.record({ name, type: uint16, questionClass: uint16 }), { maxLength: 2 }),
  answers: section,
  authorities: section,
  additionals: section,
  edns: fc.option(fc.record({ udpBytes: uint16, version: fc.integer({ min: 0, max: 255 }) })),
});

/** IPv4 packets with such a message to port 53, over UDP or TCP. */
export const dnsPacket: fc.Arbitrary<Uint8Array<ArrayBuffer>> = fc
  .tuple(dnsMessage, fc.boolean())
  .map(([message, isTcp]) => {
    const [source, destination] = [0xc000_020a, 0xcb00_7135];
    const ports = { sourcePort: 53_124, destinationPort: 53 };
    const dns = encodeDns(message);
    const payload = Uint8Array.from([dns.length >> 8, dns.length & 255, ...dns]);
    const segment = { ...ports, sequence: 1, acknowledgment: 1, flags: FLAG.psh | FLAG.ack };
    const rest = { window: 8000, urgentPointer: 0, options: [] };
    return encodeIpv4(
      {
        typeOfService: 0,
        identification: 1,
        dontFragment: true,
        moreFragments: false,
        fragmentOffset: 0,
        timeToLive: 64,
        protocol: isTcp ? PROTOCOL.tcp : PROTOCOL.udp,
        source,
        destination,
        options: new Uint8Array(0),
      },
      isTcp
        ? encodeTcp({ ...segment, ...rest }, payload, source, destination)
        : encodeUdp(ports, dns, source, destination),
    );
  });
