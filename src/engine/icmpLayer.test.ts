import { describe, expect, it } from 'vitest';
import { encodeIcmp, type IcmpMessage } from '../wire/icmp';
import { type Ipv4Header, PROTOCOL } from '../wire/ipv4';
import { encodeUdp } from '../wire/udp';
import { address, hostBench } from './hostBench';

const OWN = address('192.0.2.10');
const ASKER = address('198.51.100.20');

/** What a host sends back where such a datagram comes to a port that nobody has opened. */
function answersTo(header: Partial<Ipv4Header>): number {
  const { hear, sent, runUntil } = hostBench();
  const source = header.source ?? ASKER;
  const closed = encodeUdp({ sourcePort: 7, destinationPort: 9 }, new Uint8Array(8), source, OWN);
  hear({ protocol: PROTOCOL.udp, ...header }, closed);
  runUntil(Infinity);
  return sent.length;
}

describe('ICMP errors of a host (RFC 1122 §3.2.2)', () => {
  it('are sent about a datagram that one host sent to it', () => {
    expect(answersTo({})).toBe(1);
  });

  it.each([
    ['everybody', '255.255.255.255'],
    ['a group', '224.0.0.251'],
    ['nobody', '0.0.0.0'],
    ['a loopback', '127.0.0.1'],
  ])('are never sent to %s', (_what, source) => {
    expect(answersTo({ source: address(source) })).toBe(0);
  });

  it('are not sent about a later fragment, not even when the rest never comes', () => {
    expect(answersTo({ fragmentOffset: 10 })).toBe(0);
    expect(answersTo({ moreFragments: true })).toBe(1);
  });

  it('are not sent about ICMP errors, nor about messages of unknown types', () => {
    const { hear, sent } = hostBench();
    const messages: readonly IcmpMessage[] = [
      { kind: 'timeExceeded', code: 0, quote: new Uint8Array(28) },
      { kind: 'destinationUnreachable', code: 3, nextHopMtu: 0, quote: new Uint8Array(28) },
      { kind: 'unknown', type: 13, code: 0, body: new Uint8Array(16) },
    ];
    for (const message of messages) hear({ protocol: PROTOCOL.icmp }, encodeIcmp(message));
    expect(sent).toEqual([]);
  });

  it('a datagram without a checksum is taken: 0 says that there is none (RFC 768)', () => {
    const { hear, host, trace } = hostBench();
    host.udp.open(9, {}, -1);
    const bytes = encodeUdp({ sourcePort: 7, destinationPort: 9 }, new Uint8Array(8), ASKER, OWN);
    bytes.fill(0, 6, 8);
    hear({ protocol: PROTOCOL.udp }, bytes);
    expect(trace.kindAt(trace.eventCount - 1)).toBe('packetAccepted');
  });
});
