import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipv4Header, payload } from '../../tests/arbitraryPackets';
import {
  decodeIpv4,
  decodeQuotedIpv4,
  encodeIpv4,
  flipBit,
  type Ipv4Header,
  isIpv4ChecksumValid,
  lowerTimeToLive,
  writeIpv4Header,
} from './ipv4';
import { isMalformed } from './malformed';

const RUNS = { numRuns: 500 };
const HEADER: Ipv4Header = {
  typeOfService: 0,
  identification: 0,
  dontFragment: true,
  moreFragments: false,
  fragmentOffset: 0,
  timeToLive: 64,
  protocol: 17,
  source: 0xc0a80001,
  destination: 0xc0a800c7,
  options: new Uint8Array(0),
};
const sample = (): Uint8Array<ArrayBuffer> => encodeIpv4(HEADER, new Uint8Array(95));
const changed = (at: number, value: number): Uint8Array => {
  const bytes = sample();
  bytes[at] = value;
  return bytes;
};
const isDetected = (bytes: Uint8Array): boolean =>
  isMalformed(decodeIpv4(bytes)) || !isIpv4ChecksumValid(bytes);

describe('an IPv4 packet', () => {
  it('is laid out as RFC 791 §3.1 says', () => {
    const header = Buffer.from(sample().subarray(0, 20)).toString('hex');
    expect(header).toBe('45000073000040004011b861c0a80001c0a800c7');
  });

  it('is decoded to what was encoded, with a checksum that fits', () => {
    fc.assert(
      fc.property(ipv4Header(), payload(), (header, data) => {
        const bytes = encodeIpv4(header, data);
        expect(decodeIpv4(bytes)).toEqual({ header, payload: data });
        expect(isIpv4ChecksumValid(bytes)).toBe(true);
      }),
      RUNS,
    );
  });

  it('is known by its header and first bytes in the quote of an ICMP error (RFC 792)', () => {
    const quote = sample().subarray(0, 28);
    expect(decodeIpv4(quote)).toEqual({ malformed: 'truncated' });
    expect(decodeQuotedIpv4(quote)).toEqual({ header: HEADER, payload: new Uint8Array(8) });
    expect(decodeQuotedIpv4(quote.subarray(0, 19))).toEqual({ malformed: 'truncated' });
  });

  it('ends at its total length, whatever the link added behind it', () => {
    const padded = Uint8Array.of(...sample(), 1, 2, 3);
    expect(decodeIpv4(padded)).toEqual(decodeIpv4(sample()));
  });

  it('gets options padded to whole words', () => {
    const decoded = decodeIpv4(encodeIpv4({ ...HEADER, options: Uint8Array.of(7) }, Uint8Array.of(9)));
    expect(decoded).toMatchObject({
      header: { options: Uint8Array.of(7, 0, 0, 0) },
      payload: Uint8Array.of(9),
    });
  });

  it.each([
    ['shorter than a header', sample().subarray(0, 19), 'truncated'],
    ['empty', new Uint8Array(0), 'truncated'],
    ['of version 6', changed(0, 0x65), 'badVersion'],
    ['with a header of 4 words', changed(0, 0x44), 'badHeaderLength'],
    ['with a total length inside its header', changed(3, 19), 'badLength'],
    ['cut short', sample().subarray(0, 114), 'truncated'],
  ])('is refused when %s', (_, bytes, malformed) => {
    expect(decodeIpv4(bytes)).toEqual({ malformed });
  });

  it('is not built when it cannot be', () => {
    expect(() => encodeIpv4({ ...HEADER, options: new Uint8Array(41) }, new Uint8Array(0))).toThrow(
      RangeError,
    );
    expect(() => encodeIpv4(HEADER, new Uint8Array(65_516))).toThrow(RangeError);
    expect(encodeIpv4(HEADER, new Uint8Array(65_515))).toHaveLength(65_535);
  });
});

describe('a header written in front of a payload', () => {
  it('makes the same packet as building it anew', () => {
    fc.assert(
      fc.property(ipv4Header(), payload(), (header, data) => {
        const built = encodeIpv4(header, data);
        const bytes = new Uint8Array(built.length);
        bytes.set(data, built.length - data.length);
        writeIpv4Header(bytes, header);
        expect(bytes).toEqual(built);
      }),
      RUNS,
    );
  });
});

describe('damage of one bit', () => {
  it('anywhere in the header is detected, but for the length of the header itself', () => {
    fc.assert(
      fc.property(ipv4Header(), payload(), fc.nat(), (header, data, at) => {
        const bytes = encodeIpv4(header, data);
        const bit = at % ((20 + header.options.length) * 8);
        fc.pre(bit < 4 || bit > 7);
        expect(isDetected(flipBit(bytes, bit))).toBe(true);
      }),
      RUNS,
    );
  });

  it('in the header length makes the sum run over other words, and these do not fit', () => {
    const bytes = encodeIpv4(
      HEADER,
      Uint8Array.from({ length: 95 }, (_, index) => index),
    );
    for (let bit = 0; bit < 160; bit += 1) expect(isDetected(flipBit(bytes, bit)), `bit ${bit}`).toBe(true);
  });

  it('inverts that bit alone, in a copy, counted from the most significant', () => {
    const bytes = Uint8Array.of(0x00, 0xff);
    expect(flipBit(bytes, 0)).toEqual(Uint8Array.of(0x80, 0xff));
    expect(flipBit(bytes, 15)).toEqual(Uint8Array.of(0x00, 0xfe));
    expect(bytes).toEqual(Uint8Array.of(0x00, 0xff));
    expect(() => flipBit(bytes, 16)).toThrow(RangeError);
    expect(() => flipBit(bytes, -1)).toThrow(RangeError);
  });
});

describe('a router', () => {
  it('sends on what a sender with a TTL one lower would have sent', () => {
    fc.assert(
      fc.property(ipv4Header(), payload(), (header, data) => {
        fc.pre(header.timeToLive > 0);
        const bytes = encodeIpv4(header, data);
        const expected = encodeIpv4({ ...header, timeToLive: header.timeToLive - 1 }, data);
        lowerTimeToLive(bytes);
        expect(bytes).toEqual(expected);
      }),
      RUNS,
    );
  });

  it('does not mend a header that came damaged', () => {
    const damaged = flipBit(sample(), 130);
    lowerTimeToLive(damaged);
    expect(isIpv4ChecksumValid(damaged)).toBe(false);
  });

  it('does not forward a TTL of 0', () => {
    expect(() => lowerTimeToLive(encodeIpv4({ ...HEADER, timeToLive: 0 }, new Uint8Array(0)))).toThrow(
      RangeError,
    );
  });
});
