import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipv4Header } from '../../tests/arbitraryPackets';
import { FRAGMENT_UNIT, fragmentsOf, isFragment } from './fragment';
import { decodeIpv4, encodeIpv4, type Ipv4Header, isIpv4ChecksumValid } from './ipv4';
import { isMalformed } from './malformed';

const HEADER: Ipv4Header = {
  typeOfService: 0,
  identification: 7,
  dontFragment: false,
  moreFragments: false,
  fragmentOffset: 0,
  timeToLive: 64,
  protocol: 17,
  source: 0xc0000201,
  destination: 0xc6336414,
  options: new Uint8Array(0),
};

const numbered = (length: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length }, (_, i) => i & 0xff);

function decoded(bytes: Uint8Array): { readonly header: Ipv4Header; readonly payload: Uint8Array } {
  const packet = decodeIpv4(bytes);
  if (isMalformed(packet)) throw new Error(packet.malformed);
  return packet;
}

describe('fragmentsOf (RFC 791 §3.2)', () => {
  it('cuts 472 bytes of data for an MTU of 280 as the RFC does in its example 2 and 3', () => {
    const whole = encodeIpv4(HEADER, numbered(452));
    const parts = fragmentsOf(whole, 280).map(decoded);
    expect(
      parts.map(({ header, payload }) => [header.fragmentOffset, header.moreFragments, payload.length]),
    ).toEqual([
      [0, true, 256],
      [32, false, 196],
    ]);
  });

  it('leaves a packet alone that fits', () => {
    const whole = encodeIpv4(HEADER, numbered(100));
    expect(fragmentsOf(whole, 120)).toEqual([whole]);
  });

  it('makes well-formed packets that fit, carry all of the data once, and say where it belongs', () => {
    const packet = fc.tuple(
      ipv4Header(),
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 68, max: 1500 }),
    );
    fc.assert(
      fc.property(packet, ([header, length, mtuBytes]) => {
        const start = { ...header, fragmentOffset: header.fragmentOffset & 0xff };
        const data = numbered(length);
        const parts = fragmentsOf(encodeIpv4(start, data), mtuBytes);
        const back = new Uint8Array(length);
        for (const [i, bytes] of parts.entries()) {
          const part = decoded(bytes);
          expect(bytes.length).toBeLessThanOrEqual(Math.max(mtuBytes, 68));
          expect(isIpv4ChecksumValid(bytes)).toBe(true);
          const isLast = i === parts.length - 1;
          expect(part.header.moreFragments).toBe(isLast ? header.moreFragments : true);
          back.set(part.payload, (part.header.fragmentOffset - start.fragmentOffset) * FRAGMENT_UNIT);
        }
        expect(back).toEqual(data);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same fragments whether a packet is cut once or twice', () => {
    const whole = encodeIpv4(HEADER, numbered(1000));
    const twice = fragmentsOf(whole, 276 + 20).flatMap((part) => fragmentsOf(part, 68));
    const joined = twice
      .map(decoded)
      .map(({ header, payload }) => [header.fragmentOffset * 8, payload.length]);
    let reached = 0;
    for (const [start, length] of joined) {
      expect(start).toBe(reached);
      reached += length!;
    }
    expect(reached).toBe(1000);
  });

  it('copies to later fragments only the options that say so (RFC 791 §3.1)', () => {
    const recordRoute = [7, 7, 4, 0, 0, 0, 0];
    const looseSource = [0x83, 7, 4, 10, 0, 0, 1];
    const options = Uint8Array.from([...recordRoute, 1, ...looseSource, 0]);
    const parts = fragmentsOf(encodeIpv4({ ...HEADER, options }, numbered(200)), 100).map(decoded);
    expect([...parts[0]!.header.options]).toEqual([...options]);
    expect([...parts[1]!.header.options]).toEqual([...looseSource, 0]);
  });

  it('refuses what cannot be cut', () => {
    expect(() => fragmentsOf(encodeIpv4(HEADER, numbered(100)), 27)).toThrow(RangeError);
    expect(() => fragmentsOf(numbered(100), 50)).toThrow(RangeError);
  });
});

describe('isFragment', () => {
  it('holds for every part of a packet that was cut, and for no whole one', () => {
    const whole = encodeIpv4(HEADER, numbered(280));
    expect(isFragment(decoded(whole).header)).toBe(false);
    expect(fragmentsOf(whole, 120).map((part) => isFragment(decoded(part).header))).toEqual([
      true,
      true,
      true,
    ]);
  });
});
