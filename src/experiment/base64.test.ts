import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64, toBase64Url } from './base64';

describe('base64', () => {
  it('writes the test vectors of RFC 4648 §10', () => {
    const encoded = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) =>
      toBase64(new TextEncoder().encode(text)),
    );
    expect(encoded).toEqual(['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy']);
  });

  it('agrees with Node on any bytes, in both alphabets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000, size: 'max' }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(fromBase64(toBase64Url(bytes))).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
  });

  it('refuses other characters and impossible lengths', () => {
    expect(['A', 'AAAAA', 'AA A', '=', 'AA=A', '한글'].map(fromBase64)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });
});
