import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packet as anyPacket } from '../../tests/arbitraryPackets';
import { datagram, bytesOf } from '../../tests/handMade';
import { checksumSums } from './checksumSums';
import { flipBit } from './ipv4';

describe('checksumSums', () => {
  it('adds up the words of the header, folds the carries and takes the complement', () => {
    const [header] = checksumSums(datagram(bytesOf('A')));
    expect(header!.words.map(({ value }) => value.toString(16))).toEqual([
      '4500',
      '1d',
      '1',
      '0',
      '4011',
      'c000',
      '20a',
      'c633',
      '6414',
    ]);
    expect(header!.sum).toBe(header!.words.reduce((sum, { value }) => sum + value, 0));
    const [fold] = header!.folds;
    expect(fold).toEqual({
      carry: header!.sum >>> 16,
      rest: header!.sum & 0xffff,
      sum: fold!.carry + fold!.rest,
    });
    expect(header!.expected).toBe(~fold!.sum & 0xffff);
    expect(header).toMatchObject({ protocol: 'ipv4', at: 10, fits: true });
  });

  it('counts the pseudo header in, and fills an odd byte up', () => {
    const [, sum] = checksumSums(datagram(bytesOf('A')));
    expect(sum!.words.filter(({ part }) => part === 'pseudo').map(({ at, value }) => [at, value])).toEqual([
      [12, 0xc000],
      [14, 0x020a],
      [16, 0xc633],
      [18, 0x6414],
      [-1, 17],
      [-1, 9],
    ]);
    expect(sum!.words.at(-1)).toEqual({ at: 28, value: 0x4100, part: 'data' });
    expect(sum).toMatchObject({ protocol: 'udp', at: 26, fits: true });
  });

  it('does not fit when a bit of what it covers was inverted', () => {
    const packet = datagram(bytesOf('HELLO'));
    const [header, carried] = checksumSums(flipBit(packet, 28 * 8 + 3));
    expect(header!.fits).toBe(true);
    expect(carried!.fits).toBe(false);
    expect(carried!.found).toBe(checksumSums(packet)[1]!.expected);
  });

  it('shows the damage of every packet in exactly the sum that covers it: TCP, UDP, ICMP or the IP header', () => {
    fc.assert(
      fc.property(anyPacket(), fc.nat(), (packet, any) => {
        const headerBits = (packet[0]! & 15) * 32;
        const bit = headerBits + (any % Math.max(1, packet.length * 8 - headerBits));
        fc.pre(bit < packet.length * 8);
        const sums = checksumSums(flipBit(packet, bit));
        // A UDP checksum of 0 says that there is none (RFC 768); one bit may make it so.
        fc.pre(sums.length === 2);
        expect(sums.map(({ fits }) => fits)).toEqual(sums.map(({ protocol }) => protocol === 'ipv4'));
        const timeToLive = checksumSums(flipBit(packet, 8 * 8));
        expect(timeToLive.map(({ fits }) => fits)).toEqual(sums.map(({ protocol }) => protocol !== 'ipv4'));
      }),
    );
  });

  it('fits every packet that this town makes', () => {
    fc.assert(
      fc.property(anyPacket(), (packet) => {
        expect(checksumSums(packet).every(({ fits }) => fits)).toBe(true);
      }),
    );
  });
});
