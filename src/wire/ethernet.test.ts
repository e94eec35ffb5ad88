import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packet } from '../../tests/arbitraryPackets';
import { parseAddress } from './address';
import { decodeEthernet, encodeEthernet, ETHER_TYPE, frameCheck } from './ethernet';
import { formatMac } from './macAddress';
import { frameLayersOf, layersOf } from './fields';
import { encodeIpv4, flipBit, PROTOCOL } from './ipv4';
import { isMalformed } from './malformed';
import { encodeTcp } from './tcp';
import { encodeUdp } from './udp';

const HOP = { destination: 0x0200_0003_0001, source: 0x0200_0001_0001, etherType: ETHER_TYPE.ipv4 };
const mac = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const header = fc.record({ destination: mac, source: mac, etherType: fc.integer({ min: 0, max: 0xffff }) });
const data = fc.uint8Array({ maxLength: 200 });

const CLIENT = parseAddress('192.0.2.10')!;
const SERVER = parseAddress('198.51.100.20')!;
const HELLO = new TextEncoder().encode('Hello, world!');
const ip = (protocol: number, payload: Uint8Array): Uint8Array =>
  encodeIpv4(
    {
      typeOfService: 0,
      identification: 1,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      timeToLive: 64,
      protocol,
      source: CLIENT,
      destination: SERVER,
      options: new Uint8Array(0),
    },
    payload,
  );

describe('an Ethernet frame', () => {
  it('is decoded to what was encoded, its data padded to 46 bytes', () => {
    fc.assert(
      fc.property(header, data, (sent, bytes) => {
        const frame = decodeEthernet(encodeEthernet(sent, bytes));
        if (isMalformed(frame)) throw new Error(frame.malformed);
        expect(frame.header).toEqual(sent);
        expect(frame.isIntact).toBe(true);
        expect([...frame.payload.subarray(0, bytes.length)]).toEqual([...bytes]);
        expect(frame.payload.subarray(bytes.length).every((byte) => byte === 0)).toBe(true);
        expect(frame.payload).toHaveLength(Math.max(46, bytes.length));
      }),
    );
  });

  it('shows by its check sequence that any one bit was inverted', () => {
    fc.assert(
      fc.property(header, data, fc.nat(), (sent, bytes, at) => {
        const frame = encodeEthernet(sent, bytes);
        expect(decodeEthernet(flipBit(frame, at % (frame.length * 8)))).toMatchObject({ isIntact: false });
      }),
      { numRuns: 500 },
    );
  });

  it('is checked by the CRC-32 that all the world uses, lowest byte first', () => {
    // The check value of CRC-32/ISO-HDLC, 0xCBF43926.
    expect(frameCheck(new TextEncoder().encode('123456789'))).toBe(0x2639f4cb);
  });

  it('has the sizes of the lesson on encapsulation: 13, 33, 53, 71, and 64 over UDP with padding', () => {
    const ports = { sourcePort: 50_000, destinationPort: 80 };
    const segment = encodeTcp(
      { ...ports, sequence: 1, acknowledgment: 1, flags: 0x18, window: 8000, urgentPointer: 0, options: [] },
      HELLO,
      CLIENT,
      SERVER,
    );
    const overTcp = ip(PROTOCOL.tcp, segment);
    expect([HELLO, segment, overTcp, encodeEthernet(HOP, overTcp)].map(({ length }) => length)).toEqual([
      13, 33, 53, 71,
    ]);
    const datagram = encodeUdp(ports, HELLO, CLIENT, SERVER);
    const overUdp = ip(PROTOCOL.udp, datagram);
    expect([datagram, overUdp, encodeEthernet(HOP, overUdp)].map(({ length }) => length)).toEqual([
      21, 41, 64,
    ]);
  });

  it('shorter than the shortest is none', () => {
    expect(decodeEthernet(new Uint8Array(63))).toEqual({ malformed: 'truncated' });
  });

  it('names its addresses as they are on the wire', () => {
    expect(formatMac(HOP.source)).toBe('02:00:00:01:00:01');
    expect(formatMac(0xffff_ffff_ffff)).toBe('ff:ff:ff:ff:ff:ff');
  });
});

describe('a dissected frame', () => {
  it('has the layers of its packet between header and trailer, and every bit in one field', () => {
    fc.assert(
      fc.property(packet(), (bytes) => {
        const frame = encodeEthernet(HOP, bytes);
        const layers = frameLayersOf(frame);
        expect(layers[0]?.protocol).toBe('ethernet');
        expect(layers.at(-1)?.protocol).toBe('ethernetTrailer');
        const inner = layers.slice(1, -1).map(({ protocol }) => protocol);
        expect(inner).toEqual(layersOf(bytes).map(({ protocol }) => protocol));
        let at = 0;
        for (const { startBit, endBit } of layers.flatMap(({ fields }) => fields)) {
          expect(startBit).toBe(at);
          at = endBit;
        }
        expect(at).toBe(frame.length * 8);
      }),
    );
  });

  it('says whether the check sequence fits', () => {
    const frame = encodeEthernet(HOP, ip(PROTOCOL.udp, HELLO));
    const fits = (bytes: Uint8Array) => frameLayersOf(bytes).at(-1)?.fields.at(-1)?.valid;
    expect(fits(frame)).toBe(true);
    expect(fits(flipBit(frame, 3))).toBe(false);
  });
});
