import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from './address';
import { checksumSums } from './checksumSums';
import { encodeIcmp, isIcmpChecksumValid } from './icmp';
import { decodeIpv4, encodeIpv4, flipBit, type Ipv4Header, isIpv4ChecksumValid, PROTOCOL } from './ipv4';
import { isMalformed } from './malformed';
import { encodeTcp, FLAG } from './tcp';
import { type End, natViewOf, translate } from './translate';
import { encodeUdp } from './udp';

const [A, B, N] = ['192.168.0.10', '198.51.100.20', '203.0.113.7'].map((text) => parseAddress(text)!) as [
  number,
  number,
  number,
];

type Ports = readonly [from: number, to: number];

const header = (protocol: number, source = A, destination = B): Ipv4Header => ({
  typeOfService: 0,
  identification: 5,
  dontFragment: true,
  moreFragments: false,
  fragmentOffset: 0,
  timeToLive: 64,
  protocol,
  source,
  destination,
  options: new Uint8Array(0),
});

const udp = (payload: Uint8Array, from = A, to = B, ports: Ports = [50_000, 80]): Uint8Array<ArrayBuffer> =>
  encodeIpv4(
    header(PROTOCOL.udp, from, to),
    encodeUdp({ sourcePort: ports[0], destinationPort: ports[1] }, payload, from, to),
  );

const tcp = (payload: Uint8Array, from = A, to = B, ports: Ports = [50_000, 80]): Uint8Array<ArrayBuffer> => {
  const segment = {
    sourcePort: ports[0],
    destinationPort: ports[1],
    sequence: 1,
    acknowledgment: 2,
    flags: FLAG.ack,
    window: 1000,
    urgentPointer: 0,
    options: [],
  };
  return encodeIpv4(header(PROTOCOL.tcp, from, to), encodeTcp(segment, payload, from, to));
};

const bytes = fc.uint8Array({ maxLength: 300 });
const port = fc.integer({ min: 1, max: 65_535 });
const address = fc.integer({ min: 0, max: 0xffff_ffff });

describe('the translation of a packet', () => {
  it.each([
    ['UDP', udp],
    ['TCP', tcp],
  ] as const)('gives the bytes that %s would have made with that socket (RFC 3022 §4.1)', (_, make) => {
    fc.assert(
      fc.property(bytes, address, port, fc.boolean(), (payload, to, newPort, isSource) => {
        const packet = make(payload);
        const end: End = isSource ? 'source' : 'destination';
        translate(packet, end, { address: to, port: newPort });
        const made = isSource ? make(payload, to, B, [newPort, 80]) : make(payload, A, to, [50_000, newPort]);
        expect(packet).toEqual(made);
      }),
    );
  });

  it('and back gives the packet again', () => {
    fc.assert(
      fc.property(bytes, address, port, (payload, to, newPort) => {
        const packet = tcp(payload);
        const before = packet.slice();
        translate(packet, 'source', { address: to, port: newPort });
        translate(packet, 'source', { address: A, port: 50_000 });
        expect(packet).toEqual(before);
      }),
    );
  });

  it('does not hide damage (RFC 1624)', () => {
    const packet = flipBit(udp(new Uint8Array(40).fill(3)), 300);
    translate(packet, 'source', { address: N, port: 61_001 });
    expect(isIpv4ChecksumValid(packet)).toBe(true);
    expect(checksumSums(packet).find(({ protocol }) => protocol === 'udp')?.fits).toBe(false);
  });

  it('leaves a UDP checksum of zero alone: none was computed (RFC 768)', () => {
    const packet = udp(new Uint8Array(4));
    packet[26] = 0;
    packet[27] = 0;
    translate(packet, 'source', { address: N, port: 61_001 });
    expect([packet[26], packet[27]]).toEqual([0, 0]);
  });

  it('never makes a UDP checksum zero, which would say that there is none (RFC 768)', () => {
    const zeros = Array.from({ length: 0x1_0000 }, (_, word) => {
      const packet = udp(Uint8Array.of(word >> 8, word & 0xff));
      translate(packet, 'source', { address: N, port: 61_001 });
      return packet;
    }).filter((packet) => packet[26] === 0 && packet[27] === 0);
    expect(zeros).toEqual([]);
  });

  it('changes the quote of an ICMP error with it, and every checksum (RFC 5508 §4)', () => {
    fc.assert(
      fc.property(bytes, port, fc.boolean(), (payload, newPort, isTcp) => {
        const sent = (isTcp ? tcp : udp)(payload, N, B, [newPort, 80]);
        const error = {
          kind: 'destinationUnreachable',
          code: 3,
          nextHopMtu: 0,
          quote: sent.slice(0, 548),
        } as const;
        const packet = encodeIpv4(header(PROTOCOL.icmp, B, N), encodeIcmp(error));
        expect(natViewOf(packet)).toMatchObject({
          isError: true,
          destination: { address: N, port: newPort },
        });
        translate(packet, 'destination', { address: A, port: 50_000 });
        const ip = decodeIpv4(packet);
        if (isMalformed(ip)) throw new Error('malformed');
        expect(isIpv4ChecksumValid(packet)).toBe(true);
        expect(isIcmpChecksumValid(ip.payload)).toBe(true);
        expect(ip.payload.subarray(8)).toEqual((isTcp ? tcp : udp)(payload, A, B).slice(0, 548));
      }),
    );
  });

  it('rewrites the identifier of an echo', () => {
    const echo = {
      kind: 'echoRequest',
      identifier: 7,
      sequence: 1,
      data: new Uint8Array([1, 2, 3]),
    } as const;
    const packet = encodeIpv4(header(PROTOCOL.icmp), encodeIcmp(echo));
    translate(packet, 'source', { address: N, port: 9 });
    expect(packet).toEqual(encodeIpv4(header(PROTOCOL.icmp, N), encodeIcmp({ ...echo, identifier: 9 })));
  });

  it('finds no ports in a later fragment, and changes its address alone', () => {
    const packet = encodeIpv4({ ...header(PROTOCOL.udp), fragmentOffset: 64 }, new Uint8Array(24).fill(9));
    expect(natViewOf(packet)).toBeUndefined();
    translate(packet, 'source', { address: N, port: 1 });
    expect(packet).toEqual(
      encodeIpv4({ ...header(PROTOCOL.udp, N), fragmentOffset: 64 }, new Uint8Array(24).fill(9)),
    );
  });

  it('looks at nothing beyond the end of what is cut short', () => {
    fc.assert(
      fc.property(bytes, fc.nat(60), (payload, length) => {
        const packet = tcp(payload).slice(0, 20 + length);
        natViewOf(packet);
        translate(packet, 'destination', { address: N, port: 5 });
        expect(packet).toHaveLength(Math.min(20 + length, 40 + payload.length));
      }),
    );
  });
});
