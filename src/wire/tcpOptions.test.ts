import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, tcpOptions } from '../../tests/arbitraryPackets';
import { readTcpOptions, type TcpOption, tcpOptionsLength, writeTcpOptions } from './tcpOptions';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const unspaced = (digits: string): string => digits.replaceAll(' ', '');
const write = (options: readonly TcpOption[]): Uint8Array => {
  const bytes = new Uint8Array(tcpOptionsLength(options));
  writeTcpOptions(bytes, 0, options);
  return bytes;
};
const read = (...bytes: number[]): unknown => readTcpOptions(Uint8Array.from(bytes), 0, bytes.length);

describe('TCP options', () => {
  it('are laid out as RFC 9293 §3.2, RFC 7323 and RFC 2018 say', () => {
    const bytes = write([
      { kind: 'maxSegmentSize', bytes: 1460 },
      { kind: 'sackPermitted' },
      { kind: 'timestamps', value: 1, echo: 0xfffffffe },
      { kind: 'nop' },
      { kind: 'windowScale', shift: 7 },
    ]);
    expect(hex(bytes)).toBe(unspaced('020405b4 0402 080a00000001fffffffe 01 030307'));
    const sack = write([{ kind: 'sack', blocks: [{ left: 1, right: 4 }] }]);
    expect(hex(sack)).toBe(unspaced('050a 00000001 00000004 0000'));
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(tcpOptions(), (options) => {
        const bytes = write(options);
        expect(bytes.length % 4).toBe(0);
        expect(bytes.length - options.reduce((sum, one) => sum + lengthOf(one), 0)).toBeLessThan(4);
        expect(readTcpOptions(bytes, 0, bytes.length)).toEqual(options);
      }),
      { numRuns: 500 },
    );
  });

  it('end at the first end of list', () => {
    expect(read(1, 0, 2, 99)).toEqual([{ kind: 'nop' }, { kind: 'endOfList' }]);
    expect(read(4, 2)).toEqual([{ kind: 'sackPermitted' }]);
  });

  it.each([
    ['a lone kind byte', [1, 2]],
    ['a length of 1', [253, 1, 0, 0]],
    ['an MSS of three bytes', [2, 3, 5, 0]],
    ['a window scale of four bytes', [3, 4, 7, 0]],
    ['a SACK without a block', [5, 2, 0, 0]],
    ['a SACK of half a block', [5, 6, 0, 0, 0, 1]],
    ['short timestamps', [8, 6, 0, 0, 0, 1]],
    ['a length beyond the end', [253, 5, 0, 0]],
  ])('are refused with %s', (_, bytes) => {
    expect(read(...bytes)).toEqual({ malformed: 'badOption' });
  });
});
