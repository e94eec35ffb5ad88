import { describe, expect, it } from 'vitest';
import { bytesOf, HandMade, ms } from '../../tests/handMade';
import { decodeIpv4, isIpv4ChecksumValid } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { packetBytesAt, packetEvents } from './packetBytesAt';

function timeToLiveOf(bytes: Uint8Array): number {
  const decoded = decodeIpv4(bytes);
  if (isMalformed(decoded)) throw new Error(decoded.malformed);
  return decoded.header.timeToLive;
}

describe('packetBytesAt', () => {
  it('lowers the TTL at each router that had forwarded the packet by then', () => {
    const town = new HandMade('udp');
    const packet = town.sends(0, 0, bytesOf('A'));
    const { trace } = town;
    const sent = trace.eventCount - 1;
    const forward = (router: string, timeToLive: number): number =>
      trace.record(ms(10), 'packetForwarded', { place: town.node(router), packet, timeToLive }, sent, {
        kind: 'routed',
        prefix: '198.51.100.0/24',
      });
    const first = forward('R1', 63);
    town.sends(ms(10), 1, bytesOf('B'));
    const second = forward('R2', 62);
    expect(timeToLiveOf(packetBytesAt(trace, packet, sent))).toBe(64);
    expect(timeToLiveOf(packetBytesAt(trace, packet, first))).toBe(63);
    expect(timeToLiveOf(packetBytesAt(trace, packet, second - 1))).toBe(63);
    const last = packetBytesAt(trace, packet, second);
    expect(timeToLiveOf(last)).toBe(62);
    expect(isIpv4ChecksumValid(last)).toBe(true);
  });

  it('shows the inverted bit from the corruption on, not before', () => {
    const town = new HandMade('udp');
    const packet = town.sends(0, 0, bytesOf('A'));
    const { trace } = town;
    const facts = { place: town.way('R2-R3'), packet, bit: 28 * 8 + 7, fraction: 0.5 };
    const corrupted = trace.record(ms(40), 'packetCorrupted', facts, 0, { kind: 'weather', fate: 'corrupt' });
    expect(packetBytesAt(trace, packet, corrupted - 1).at(-1)).toBe(0x41);
    expect(packetBytesAt(trace, packet, corrupted).at(-1)).toBe(0x40);
  });
});

describe('packetEvents', () => {
  it('follows a growing trace and begins a copy with its duplication', () => {
    const town = new HandMade('udp');
    const packet = town.sends(0, 0, bytesOf('A'));
    expect(packetEvents(town.trace, packet)).toEqual([0]);
    const copy = town.trace.addPacket(
      { role: 'piece', flow: 0, piece: 0, number: 0, copy: 0, original: -1, duplicateOf: packet },
      town.trace.packet(packet).bytes,
    );
    const facts = { place: town.way('R2-R3'), packet, copy };
    town.trace.record(ms(1), 'packetDuplicated', facts, 0, { kind: 'weather', fate: 'duplicate' });
    town.enters(ms(1), copy);
    expect(packetEvents(town.trace, packet)).toEqual([0, 1]);
    expect(packetEvents(town.trace, copy)).toEqual([1, 2]);
    expect(packetEvents(town.trace, 99)).toEqual([]);
  });
});
