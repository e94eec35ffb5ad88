import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { address } from '../../tests/arbitraryPackets';
import { formatAddress, isOneHost, parseAddress } from './address';

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

describe('addresses of one host (RFC 1122 §3.2.1.3)', () => {
  it.each([
    ['192.0.2.1', true],
    ['10.0.0.255', true],
    ['223.255.255.254', true],
    ['0.0.0.0', false],
    ['127.0.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
  ])('%s: %s', (text, isOne) => {
    expect(isOneHost(parseAddress(text)!)).toBe(isOne);
  });
});
