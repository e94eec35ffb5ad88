import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { address } from '../../tests/arbitraryPackets';
import { formatAddress, parseAddress } from './address';

describe('addresses', () => {
  it('are read from dotted decimal, first octet most significant', () => {
    expect(parseAddress('192.0.2.10')).toBe(0xc000020a);
    expect(parseAddress('0.0.0.0')).toBe(0);
    expect(parseAddress('255.255.255.255')).toBe(0xffffffff);
  });

  it('are written as they were read', () => {
    fc.assert(
      fc.property(address(), (one) => {
        expect(parseAddress(formatAddress(one))).toBe(one);
      }),
      { numRuns: 500 },
    );
    expect(formatAddress(0xc6336414)).toBe('198.51.100.20');
  });

  it.each(['', '1.2.3', '1.2.3.4.5', '256.1.1.1', '1.2.3.04', ' 1.2.3.4', '1.2.3.-4', '1.2.3.x', '1..2.3'])(
    'are not %j',
    (text) => {
      expect(parseAddress(text)).toBeUndefined();
    },
  );
});
