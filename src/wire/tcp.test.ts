import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { address, payload, tcpHeader } from '../../tests/arbitraryPackets';
import { flipBit } from './ipv4';
import { decodeTcp, encodeTcp, FLAG, isTcpChecksumValid, type TcpHeader } from './tcp';

const RUNS = { numRuns: 500 };
const CLIENT = 0xc000020a;
const SERVER = 0xc6336414;
const SYN: TcpHeader = {
  sourcePort: 50_000,
  destinationPort: 80,
  sequence: 100,
  acknowledgment: 0,
  flags: FLAG.syn,
  window: 65_535,
  urgentPointer: 0,
  options: [{ kind: 'maxSegmentSize', bytes: 3 }],
};
const sample = (): Uint8Array<ArrayBuffer> => encodeTcp(SYN, new Uint8Array(0), CLIENT, SERVER);
const changed = (at: number, value: number): Uint8Array => {
  const bytes = sample();
  bytes[at] = value;
  return bytes;
};

describe('a TCP segment', () => {
  it('is laid out as RFC 9293 §3.1 says', () => {
    const hex = Buffer.from(sample()).toString('hex');
    expect(hex.slice(0, 32)).toBe('c350005000000064000000006002ffff');
    expect(hex.slice(36)).toBe('000002040003');
  });

  it('is decoded to what was encoded, with a checksum that fits', () => {
    fc.assert(
      fc.property(tcpHeader(), payload(), address(), address(), (header, data, source, destination) => {
        const bytes = encodeTcp(header, data, source, destination);
        expect(decodeTcp(bytes)).toEqual({ header, payload: data });
        expect(isTcpChecksumValid(bytes, source, destination)).toBe(true);
      }),
      RUNS,
    );
  });

  it('stands behind the headroom of the layer below, which is zeros', () => {
    const bytes = encodeTcp(SYN, Uint8Array.of(1, 2, 3), CLIENT, SERVER, 20);
    expect(bytes.subarray(0, 20)).toEqual(new Uint8Array(20));
    expect(bytes.subarray(20)).toEqual(encodeTcp(SYN, Uint8Array.of(1, 2, 3), CLIENT, SERVER));
  });

  it('damaged in any one bit is detected', () => {
    fc.assert(
      fc.property(tcpHeader(), payload(), address(), address(), fc.nat(), (header, data, from, to, at) => {
        const bytes = encodeTcp(header, data, from, to);
        expect(isTcpChecksumValid(flipBit(bytes, at % (bytes.length * 8)), from, to)).toBe(false);
      }),
      RUNS,
    );
  });

  it('is believed only between its own addresses', () => {
    expect(isTcpChecksumValid(sample(), CLIENT, SERVER)).toBe(true);
    expect(isTcpChecksumValid(sample(), CLIENT, SERVER ^ 1)).toBe(false);
  });

  it.each([
    ['shorter than a header', sample().subarray(0, 19), 'truncated'],
    ['with a data offset of 4 words', changed(12, 0x40), 'badHeaderLength'],
    ['with a data offset beyond its end', changed(12, 0x70), 'truncated'],
    ['with an option of the wrong length', changed(21, 3), 'badOption'],
    ['with an option that goes on after the header', changed(21, 5), 'badOption'],
    ['with an option of no length', changed(21, 0), 'badOption'],
  ])('is refused when %s', (_, bytes, malformed) => {
    expect(decodeTcp(bytes)).toEqual({ malformed });
  });

  it('is not built with more than 40 bytes of options', () => {
    const options = Array.from({ length: 41 }, () => ({ kind: 'nop' }) as const);
    expect(() => encodeTcp({ ...SYN, options }, new Uint8Array(0), CLIENT, SERVER)).toThrow(RangeError);
  });
});
