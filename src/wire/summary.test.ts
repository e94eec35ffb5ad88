import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipv4Header, packet, payload } from '../../tests/arbitraryPackets';
import { encodeIcmp, type IcmpMessage } from './icmp';
import { encodeIpv4, flipBit, type Ipv4Header, PROTOCOL } from './ipv4';
import { summaryOf } from './summary';
import type { SequenceBase } from './summaryTcp';
import { encodeTcp, FLAG, type TcpHeader } from './tcp';
import { encodeUdp } from './udp';

const CLIENT = 0xc000020a;
const SERVER = 0xc6336414;
const IP: Ipv4Header = {
  typeOfService: 0,
  identification: 1,
  dontFragment: true,
  moreFragments: false,
  fragmentOffset: 0,
  timeToLive: 64,
  protocol: PROTOCOL.udp,
  source: CLIENT,
  destination: SERVER,
  options: new Uint8Array(0),
};
const SEGMENT: TcpHeader = {
  sourcePort: 50_000,
  destinationPort: 80,
  sequence: 101,
  acknowledgment: 301,
  flags: FLAG.ack,
  window: 65_535,
  urgentPointer: 0,
  options: [],
};
const BASE: SequenceBase = { address: CLIENT, port: 50_000, initialSequence: 100, peerInitialSequence: 300 };
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

const udp = (words: string, port = 9000): Uint8Array<ArrayBuffer> =>
  encodeIpv4(IP, encodeUdp({ sourcePort: 50_000, destinationPort: port }, text(words), CLIENT, SERVER));
const tcp = (over: Partial<TcpHeader>, words = ''): Uint8Array<ArrayBuffer> =>
  encodeIpv4(
    { ...IP, protocol: PROTOCOL.tcp },
    encodeTcp({ ...SEGMENT, ...over }, text(words), CLIENT, SERVER),
  );
const answer = (over: Partial<TcpHeader>): Uint8Array<ArrayBuffer> =>
  encodeIpv4(
    { ...IP, protocol: PROTOCOL.tcp, source: SERVER, destination: CLIENT },
    encodeTcp(
      { ...SEGMENT, sourcePort: 80, destinationPort: 50_000, ...over },
      new Uint8Array(0),
      SERVER,
      CLIENT,
    ),
  );
const icmp = (message: IcmpMessage): Uint8Array<ArrayBuffer> =>
  encodeIpv4({ ...IP, protocol: PROTOCOL.icmp, source: SERVER, destination: CLIENT }, encodeIcmp(message));
const unreachable = (code: number): string =>
  summaryOf(
    icmp({ kind: 'destinationUnreachable', code, nextHopMtu: 0, quote: udp('HELLO!', 9999).subarray(0, 28) }),
  );

const TO_SERVER = 'IP 192.0.2.10.50000 > 198.51.100.20.80: ';
const TO_CLIENT = 'IP 198.51.100.20.80 > 192.0.2.10.50000: ';
const ERROR = 'IP 198.51.100.20 > 192.0.2.10: ICMP ';

describe('the line about a TCP segment', () => {
  it('keeps absolute numbers in the handshake', () => {
    const options = [
      { kind: 'maxSegmentSize', bytes: 3 },
      { kind: 'sackPermitted' },
      { kind: 'windowScale', shift: 7 },
    ] as const;
    expect(summaryOf(tcp({ flags: FLAG.syn, sequence: 100, options }), BASE)).toBe(
      `${TO_SERVER}Flags [S], seq 100, win 65535, options [mss 3,sackOK,wscale 7,eol], length 0`,
    );
    const synAck = answer({ flags: FLAG.syn | FLAG.ack, sequence: 300, acknowledgment: 101 });
    expect(summaryOf(synAck, BASE)).toBe(`${TO_CLIENT}Flags [S.], seq 300, ack 101, win 65535, length 0`);
  });

  it('counts from the initial sequence numbers afterwards', () => {
    expect(summaryOf(tcp({ flags: FLAG.psh | FLAG.ack }, 'HEL'), BASE)).toBe(
      `${TO_SERVER}Flags [P.], seq 1:4, ack 1, win 65535, length 3`,
    );
    const options = [{ kind: 'sack', blocks: [{ left: 107, right: 110 }] }] as const;
    expect(summaryOf(answer({ sequence: 301, acknowledgment: 104, options }), BASE)).toBe(
      `${TO_CLIENT}Flags [.], ack 4, win 65535, options [sack 1 {7:10},eol], length 0`,
    );
    expect(summaryOf(tcp({ flags: FLAG.fin | FLAG.ack, sequence: 113 }), BASE)).toBe(
      `${TO_SERVER}Flags [F.], seq 13, ack 1, win 65535, length 0`,
    );
  });

  it('counts across the end of the sequence space', () => {
    const base = { ...BASE, initialSequence: 0xffff_fffe };
    expect(summaryOf(tcp({ sequence: 0xffff_ffff }, 'HEL'), base)).toContain('seq 1:4,');
  });

  it('has absolute numbers when it is not told what to count from', () => {
    expect(summaryOf(tcp({}, 'HEL'))).toContain('seq 101:104, ack 301,');
    const options = [{ kind: 'timestamps', value: 5, echo: 6 }, { kind: 'nop' }, { kind: 'nop' }] as const;
    expect(summaryOf(tcp({ options }))).toContain('options [TS val 5 ecr 6,nop,nop]');
  });

  it('shows every flag, in the order of tcpdump', () => {
    expect(summaryOf(tcp({ flags: 0xff, urgentPointer: 9 }))).toContain('Flags [FSRP.UEW]');
    expect(summaryOf(tcp({ flags: FLAG.urg, urgentPointer: 9 }))).toContain('win 65535, urg 9, length');
    expect(summaryOf(tcp({ flags: 0 }))).toBe(`${TO_SERVER}Flags [none], win 65535, length 0`);
    expect(summaryOf(answer({ flags: FLAG.rst | FLAG.ack, sequence: 0 }))).toContain(
      'Flags [R.], seq 0, ack',
    );
  });

  it('marks a checksum that does not fit with the one that would', () => {
    const good = tcp({}, 'HEL');
    const damaged = flipBit(good, 8 * good.length - 1);
    const [, came, correct] =
      /Flags \[\.\], cksum 0x([0-9a-f]{4}) \(incorrect -> 0x([0-9a-f]{4})\), seq/.exec(summaryOf(damaged)) ??
      [];
    const hex = Buffer.from(good).toString('hex');
    expect(came).toBe(hex.slice(72, 76));
    expect(correct).toBe(Buffer.from(tcp({}, 'HEM')).toString('hex').slice(72, 76));
  });

  it('says what is wrong with a header that cannot be read', () => {
    expect(summaryOf(flipBit(tcp({}), 256))).toBe(`${TO_SERVER}[|tcp]`);
    expect(summaryOf(flipBit(tcp({}), 257))).toBe(`${TO_SERVER}tcp 20 [bad hdr length]`);
    const bad = flipBit(tcp({ options: [{ kind: 'maxSegmentSize', bytes: 3 }] }), 335);
    expect(summaryOf(bad)).toBe(`${TO_SERVER}tcp 24 [bad opt]`);
  });
});

describe('the line about UDP and ICMP', () => {
  it('names ports and length of a datagram, and a checksum that does not fit', () => {
    const line = 'IP 192.0.2.10.50000 > 198.51.100.20.9000: ';
    expect(summaryOf(udp('HELLO!'))).toBe(`${line}UDP, length 6`);
    const damaged = udp('HELLO!');
    damaged.set(text('J'), 28);
    expect(summaryOf(damaged)).toBe(`${line}[bad udp cksum 0x4954 -> 0x4754!] UDP, length 6`);
    expect(summaryOf(flipBit(udp('HELLO!'), 160 + 43))).toBe(`${line}UDP, bad length 30 > 14`);
  });

  it('says what could not be reached', () => {
    expect(unreachable(3)).toBe(`${ERROR}198.51.100.20 udp port 9999 unreachable, length 36`);
    expect(unreachable(0)).toBe(`${ERROR}net 198.51.100.20 unreachable, length 36`);
    expect(unreachable(1)).toBe(`${ERROR}host 198.51.100.20 unreachable, length 36`);
    expect(unreachable(2)).toBe(`${ERROR}198.51.100.20 protocol 17 unreachable, length 36`);
  });

  it('knows echoes and expired packets', () => {
    const echo = { identifier: 1, sequence: 1, data: new Uint8Array(56) };
    expect(summaryOf(icmp({ kind: 'echoRequest', ...echo }))).toBe(
      `${ERROR}echo request, id 1, seq 1, length 64`,
    );
    expect(summaryOf(icmp({ kind: 'echoReply', ...echo }))).toBe(
      `${ERROR}echo reply, id 1, seq 1, length 64`,
    );
    const expired = icmp({ kind: 'timeExceeded', code: 0, quote: udp('HELLO!').subarray(0, 28) });
    expect(summaryOf(expired)).toBe(`${ERROR}time exceeded in-transit, length 36`);
    expect(summaryOf(flipBit(expired, 8 * 30))).toMatch(
      / \(wrong icmp cksum [0-9a-f]{4} \(->[0-9a-f]{4}\)!\)$/,
    );
  });
});

describe('the line about any packet', () => {
  it('marks a damaged IPv4 header and says why one cannot be read', () => {
    expect(summaryOf(flipBit(udp('HI'), 64))).toMatch(
      /^IP \(bad cksum [0-9a-f]{4} \(->[0-9a-f]{4}\)!\) 192\.0/,
    );
    expect(summaryOf(new Uint8Array(3))).toBe('IP [|ip]');
    expect(summaryOf(flipBit(udp('HI'), 0))).toBe('IP bad version 12');
    expect(summaryOf(flipBit(udp('HI'), 5))).toBe('IP bad-hlen 4');
    expect(summaryOf(udp('HI').subarray(0, 28))).toBe('IP truncated-ip - 2 bytes missing!');
  });

  it('shows later fragments and unknown protocols without guessing', () => {
    const later = encodeIpv4({ ...IP, fragmentOffset: 1 }, new Uint8Array(16));
    expect(summaryOf(later)).toBe('IP 192.0.2.10 > 198.51.100.20: udp');
    const other = encodeIpv4({ ...IP, protocol: 47 }, new Uint8Array(16));
    expect(summaryOf(other)).toBe('IP 192.0.2.10 > 198.51.100.20: ip-proto-47 16');
  });

  it('is one line, whatever the bytes', () => {
    const damaged = fc
      .tuple(packet(), fc.nat())
      .map(([bytes, bit]) => flipBit(bytes, bit % (bytes.length * 8)));
    const random = fc.tuple(ipv4Header(), payload()).map(([header, data]) => encodeIpv4(header, data));
    fc.assert(
      fc.property(fc.oneof(damaged, random, fc.uint8Array({ maxLength: 80 })), (bytes) => {
        expect(summaryOf(bytes)).toMatch(/^IP .+$/);
      }),
      { numRuns: 1000 },
    );
  });
});
