import * as fc from 'fast-check';
import { ARP_OPERATION, type ArpMessage } from '../src/wire/arp';
import { encodeIcmp, type IcmpMessage } from '../src/wire/icmp';
import { encodeIpv4, type Ipv4Header, PROTOCOL } from '../src/wire/ipv4';
import { encodeTcp, type TcpHeader } from '../src/wire/tcp';
import type { TcpOption } from '../src/wire/tcpOptions';
import { encodeUdp, type UdpHeader } from '../src/wire/udp';

const uint8 = (): fc.Arbitrary<number> => fc.nat(0xff);
const uint16 = (): fc.Arbitrary<number> => fc.nat(0xffff);
const uint32 = (): fc.Arbitrary<number> => fc.nat(0xffff_ffff);
const bytes = (maxLength: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ maxLength });

/** Up to 60 bytes of anything. */
export const payload = (): fc.Arbitrary<Uint8Array> => bytes(60);

export const address = uint32;

/** Any header; its options fill whole 32-bit words, as they do on the wire. */
export const ipv4Header = (): fc.Arbitrary<Ipv4Header> =>
  fc.record({
    typeOfService: uint8(),
    identification: uint16(),
    dontFragment: fc.boolean(),
    moreFragments: fc.boolean(),
    fragmentOffset: fc.nat(0x1fff),
    timeToLive: uint8(),
    protocol: uint8(),
    source: address(),
    destination: address(),
    options: bytes(10).map((words) => new Uint8Array(words.length * 4).fill(words[0] ?? 0)),
  });

export const udpHeader = (): fc.Arbitrary<UdpHeader> =>
  fc.record({ sourcePort: uint16(), destinationPort: uint16() });

const block = fc.record({ left: uint32(), right: uint32() });

/** Any option but the end of the list. */
const option = (): fc.Arbitrary<TcpOption> =>
  fc.oneof(
    fc.constant<TcpOption>({ kind: 'nop' }),
    fc.record({ kind: fc.constant('maxSegmentSize' as const), bytes: uint16() }),
    fc.record({ kind: fc.constant('windowScale' as const), shift: uint8() }),
    fc.constant<TcpOption>({ kind: 'sackPermitted' }),
    fc.record({
      kind: fc.constant('sack' as const),
      blocks: fc.array(block, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('timestamps' as const), value: uint32(), echo: uint32() }),
    fc.record({
      kind: fc.constant('unknown' as const),
      code: uint8().filter((code) => ![0, 1, 2, 3, 4, 5, 8].includes(code)),
      data: bytes(8),
    }),
  );

/** Bytes an option takes, told from RFC 9293, 7323 and 2018 and not from the code under test. */
export function lengthOf(one: TcpOption): number {
  if (one.kind === 'sack') return 2 + one.blocks.length * 8;
  if (one.kind === 'unknown') return 2 + one.data.length;
  return { endOfList: 1, nop: 1, maxSegmentSize: 4, windowScale: 3, sackPermitted: 2, timestamps: 10 }[
    one.kind
  ];
}

/** Options as they can come back from the wire: at most 40 bytes, closed by an end of list unless they fill words. */
export const tcpOptions = (): fc.Arbitrary<readonly TcpOption[]> =>
  fc.array(option(), { maxLength: 8 }).map((options) => {
    let length = 0;
    const fitting = options.filter((one) => {
      const fits = length + lengthOf(one) <= 40;
      if (fits) length += lengthOf(one);
      return fits;
    });
    return length % 4 === 0 ? fitting : [...fitting, { kind: 'endOfList' }];
  });

export const tcpHeader = (): fc.Arbitrary<TcpHeader> =>
  fc.record({
    sourcePort: uint16(),
    destinationPort: uint16(),
    sequence: uint32(),
    acknowledgment: uint32(),
    flags: uint8(),
    window: uint16(),
    urgentPointer: uint16(),
    options: tcpOptions(),
  });

/** Any message; errors quote `quote`. */
export const icmpMessage = (quote: fc.Arbitrary<Uint8Array>): fc.Arbitrary<IcmpMessage> => {
  const echo = { identifier: uint16(), sequence: uint16(), data: bytes(60) };
  return fc.oneof(
    fc.record({ kind: fc.constant('echoRequest' as const), ...echo }),
    fc.record({ kind: fc.constant('echoReply' as const), ...echo }),
    fc.record({
      kind: fc.constant('destinationUnreachable' as const),
      code: uint8(),
      nextHopMtu: uint16(),
      quote,
    }),
    fc.record({ kind: fc.constant('timeExceeded' as const), code: uint8(), quote }),
    fc.record({
      kind: fc.constant('unknown' as const),
      type: uint8().filter((type) => ![0, 3, 8, 11].includes(type)),
      code: uint8(),
      body: bytes(20),
    }),
  );
};

const whole = { moreFragments: false, fragmentOffset: 0 } as const;

const udpPacket = (): fc.Arbitrary<Uint8Array> =>
  fc.tuple(ipv4Header(), udpHeader(), payload()).map(([ip, udp, data]) => {
    const header = { ...ip, ...whole, protocol: PROTOCOL.udp };
    return encodeIpv4(header, encodeUdp(udp, data, ip.source, ip.destination));
  });

export const tcpPacket = (): fc.Arbitrary<Uint8Array> =>
  fc.tuple(ipv4Header(), tcpHeader(), payload()).map(([ip, tcp, data]) => {
    const header = { ...ip, ...whole, protocol: PROTOCOL.tcp };
    return encodeIpv4(header, encodeTcp(tcp, data, ip.source, ip.destination));
  });

const icmpPacket = (quote: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc.tuple(ipv4Header(), icmpMessage(quote)).map(([ip, message]) => {
    return encodeIpv4({ ...ip, ...whole, protocol: PROTOCOL.icmp }, encodeIcmp(message));
  });

/** The start of a packet, as an ICMP error quotes it. */
const quoteOf = (packet: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc.tuple(packet, fc.integer({ min: 28, max: 80 })).map(([all, length]) => all.slice(0, length));

/** A well-formed packet of any of the protocols; ICMP errors quote such packets, other ICMP errors among them. */
export const packet = (): fc.Arbitrary<Uint8Array> => {
  const plain = fc.oneof(udpPacket(), tcpPacket());
  const quoting = icmpPacket(quoteOf(plain));
  return fc.oneof(plain, quoting, icmpPacket(quoteOf(quoting)));
};

/** A message of ARP, whoever speaks to whom. */
export const arpMessage = (): fc.Arbitrary<ArpMessage> => {
  const hardware = fc.integer({ min: 0, max: 2 ** 48 - 1 });
  const protocol = fc.integer({ min: 0, max: 0xffff_ffff });
  return fc.record({
    operation: fc.constantFrom(...Object.values(ARP_OPERATION)),
    senderHardware: hardware,
    senderProtocol: protocol,
    targetHardware: hardware,
    targetProtocol: protocol,
  });
};
