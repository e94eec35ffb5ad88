import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { address, payload, udpHeader } from '../../tests/arbitraryPackets';
import { parseAddress } from './address';
import { flipBit } from './ipv4';
import { setUint16, uint16At } from './octets';
import { decodeUdp, encodeUdp, isUdpChecksumValid } from './udp';

const RUNS = { numRuns: 500 };
const CLIENT = parseAddress('192.0.2.10') ?? 0;
const SERVER = parseAddress('198.51.100.20') ?? 0;
const PORTS = { sourcePort: 50_000, destinationPort: 9000 };
const CHECKSUM_AT = 6;
const say = (text: string): Uint8Array<ArrayBuffer> =>
  encodeUdp(PORTS, new TextEncoder().encode(text), CLIENT, SERVER);

/** Without the length field (bits 32 to 47), which says itself how much is summed. */
const isSummedBit = (bit: number): boolean => bit < 32 || bit > 47;

describe('a UDP datagram', () => {
  it('is laid out as RFC 768 says', () => {
    expect(Buffer.from(say('HELLO!')).toString('hex')).toBe('c3502328000e495448454c4c4f21');
  });

  it.each([
    ['HELLO!', 0x4954],
    ['JELLO!', 0x4754],
    ['LLHEO!', 0x4954],
  ])('with %s has the checksum of lesson 6', (text, checksum) => {
    expect(decodeUdp(say(text))).toMatchObject({ checksum });
    expect(isUdpChecksumValid(say(text), CLIENT, SERVER)).toBe(true);
  });

  it('is decoded to what was encoded, with a checksum that fits', () => {
    fc.assert(
      fc.property(udpHeader(), payload(), address(), address(), (header, data, source, destination) => {
        const bytes = encodeUdp(header, data, source, destination);
        expect(decodeUdp(bytes)).toMatchObject({ header, payload: data });
        expect(isUdpChecksumValid(bytes, source, destination)).toBe(true);
      }),
      RUNS,
    );
  });

  it('stands behind the headroom of the layer below, which is zeros', () => {
    const bytes = encodeUdp(PORTS, Uint8Array.of(1, 2, 3), CLIENT, SERVER, 20);
    expect(bytes.subarray(0, 20)).toEqual(new Uint8Array(20));
    expect(bytes.subarray(20)).toEqual(encodeUdp(PORTS, Uint8Array.of(1, 2, 3), CLIENT, SERVER));
  });

  it('never says "not computed": a sum of 0 goes out as ffff', () => {
    const balance = new Uint8Array(2);
    setUint16(balance, 0, uint16At(encodeUdp(PORTS, balance, CLIENT, SERVER), CHECKSUM_AT));
    const datagram = encodeUdp(PORTS, balance, CLIENT, SERVER);
    expect(decodeUdp(datagram)).toMatchObject({ checksum: 0xffff });
    expect(isUdpChecksumValid(datagram, CLIENT, SERVER)).toBe(true);
  });

  it('without a checksum is believed whatever it holds', () => {
    const datagram = say('JELLO!');
    setUint16(datagram, CHECKSUM_AT, 0);
    expect(isUdpChecksumValid(datagram, CLIENT, SERVER)).toBe(true);
    expect(decodeUdp(datagram)).toMatchObject({ checksum: 0 });
  });

  it('is believed only between its own addresses', () => {
    expect(isUdpChecksumValid(say('HELLO!'), CLIENT, SERVER + 1)).toBe(false);
  });

  it('ends at its length', () => {
    expect(decodeUdp(Uint8Array.of(...say('HELLO!'), 0, 0))).toEqual(decodeUdp(say('HELLO!')));
  });

  it.each([
    ['shorter than its header', say('').subarray(0, 7), 'truncated'],
    ['longer than what came', say('HELLO!').subarray(0, 13), 'truncated'],
    ['shorter than a header by its own length', flipBit(say(''), 44), 'badLength'],
  ])('is refused when %s', (_, bytes, malformed) => {
    expect(decodeUdp(bytes)).toEqual({ malformed });
    expect(isUdpChecksumValid(bytes, CLIENT, SERVER)).toBe(false);
  });

  it('is not built when it cannot be', () => {
    expect(() => encodeUdp(PORTS, new Uint8Array(65_528), CLIENT, SERVER)).toThrow(RangeError);
  });
});

describe('damage of a datagram', () => {
  it('of one bit is detected, unless it makes the checksum "not computed"', () => {
    fc.assert(
      fc.property(udpHeader(), payload(), address(), address(), fc.nat(), (header, data, from, to, at) => {
        const bytes = encodeUdp(header, data, from, to);
        const bit = at % (bytes.length * 8);
        const damaged = flipBit(bytes, bit);
        fc.pre(isSummedBit(bit) && uint16At(damaged, CHECKSUM_AT) !== 0);
        expect(isUdpChecksumValid(damaged, from, to)).toBe(false);
      }),
      RUNS,
    );
  });

  it('of any one bit of HELLO!, its length too, is detected', () => {
    const bytes = say('HELLO!');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      expect(isUdpChecksumValid(flipBit(bytes, bit), CLIENT, SERVER), `bit ${bit}`).toBe(false);
    }
  });

  it('that swaps two words slips through, as lesson 6 shows', () => {
    const swapped = say('HELLO!');
    swapped.set(new TextEncoder().encode('LLHEO!'), 8);
    expect(isUdpChecksumValid(swapped, CLIENT, SERVER)).toBe(true);
  });
});
