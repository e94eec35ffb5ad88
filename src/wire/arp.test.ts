import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arpMessage, packet } from '../../tests/arbitraryPackets';
import { parseAddress } from './address';
import { ARP_BYTES, ARP_OPERATION, decodeArp, encodeArp, isArp } from './arp';
import { checksumSums } from './checksumSums';
import { encodeEthernet, ETHER_TYPE } from './ethernet';
import { frameLayersOf, layersOf } from './fields';
import { flipBit } from './ipv4';
import { BROADCAST_MAC } from './macAddress';
import { isMalformed } from './malformed';
import { summaryOf } from './summary';

const REQUEST = encodeArp({
  operation: ARP_OPERATION.request,
  senderHardware: 0x0200_0001_0001,
  senderProtocol: parseAddress('192.0.2.10')!,
  targetHardware: 0,
  targetProtocol: parseAddress('192.0.2.1')!,
});
describe('an ARP message (RFC 826, Packet format)', () => {
  it('has its fields where the RFC puts them', () => {
    expect([...REQUEST]).toEqual([
      0, 1, 8, 0, 6, 4, 0, 1, 2, 0, 0, 1, 0, 1, 192, 0, 2, 10, 0, 0, 0, 0, 0, 0, 192, 0, 2, 1,
    ]);
  });

  it('reads as it was written', () => {
    fc.assert(
      fc.property(arpMessage(), (said) => {
        expect(decodeArp(encodeArp(said))).toEqual(said);
      }),
    );
  });

  it('is told from IP packets, even with a bit inverted', () => {
    fc.assert(fc.property(packet(), (bytes) => !isArp(bytes)));
    for (let bit = 0; bit < ARP_BYTES * 8; bit += 1) expect(isArp(flipBit(REQUEST, bit))).toBe(true);
  });

  it('is refused when it is short or speaks of something else', () => {
    expect(isMalformed(decodeArp(REQUEST.subarray(0, 27)))).toBe(true);
    expect(isMalformed(decodeArp(flipBit(REQUEST, 0)))).toBe(true);
  });

  it('is a line as tcpdump prints it', () => {
    expect(summaryOf(REQUEST)).toBe('ARP, Request who-has 192.0.2.1 tell 192.0.2.10, length 28');
    const reply = encodeArp({
      operation: ARP_OPERATION.reply,
      senderHardware: 0x0200_0002_0001,
      senderProtocol: parseAddress('192.0.2.1')!,
      targetHardware: 0x0200_0001_0001,
      targetProtocol: parseAddress('192.0.2.10')!,
    });
    expect(summaryOf(reply)).toBe('ARP, Reply 192.0.2.1 is-at 02:00:00:02:00:01, length 28');
    expect(summaryOf(flipBit(REQUEST, 63))).toBe('ARP, operation 0, length 28');
    expect(summaryOf(flipBit(REQUEST, 3))).toBe('ARP, unreadable, length 28');
  });

  it('has no checksum of its own', () => {
    expect(checksumSums(REQUEST)).toEqual([]);
  });

  it('is one layer of nine fields, within a padded frame too', () => {
    const [layer, ...more] = layersOf(REQUEST);
    expect(more).toEqual([]);
    expect(layer!.protocol).toBe('arp');
    expect(layer!.fields.map(({ name }) => name)).toHaveLength(9);
    const header = { destination: BROADCAST_MAC, source: 1, etherType: ETHER_TYPE.arp };
    const framed = frameLayersOf(encodeEthernet(header, REQUEST));
    expect(framed.map(({ protocol, start, end }) => [protocol, start, end])).toEqual([
      ['ethernet', 0, 14],
      ['arp', 14, 42],
      ['ethernetTrailer', 42, 64],
    ]);
  });
});
