import { describe, expect, it } from 'vitest';
import { captureOf } from '../../src/capture/captureOf';
import { simulateAll } from '../../src/engine/simulate';
import { house, inTown, post, road } from '../../src/engine/townBench';
import { autoRoutes } from '../../src/experiment/autoRoutes';
import type { App, SendApp } from '../../src/experiment/experiment';
import { textPayload } from '../../src/experiment/street';
import { isTsharkHere, readWithTshark } from './tshark';

const FIELDS = [
  'ip.src',
  'ip.dst',
  'tcp.srcport',
  'tcp.dstport',
  'ip.checksum.status',
  'tcp.checksum.status',
  'udp.checksum.status',
  'icmp.checksum.status',
  '_ws.malformed',
  'tcp.analysis.flags',
] as const;
const GOOD = new Set(['', '1']);
const S = '198.51.100.20';
const PUBLIC = '203.0.113.7';

function capture(at: 'client' | 'server'): ReturnType<typeof readWithTshark<(typeof FIELDS)[number]>> {
  const town = autoRoutes({
    hosts: [house('P1', '192.168.0.10', 'P1-N'), house('P2', '192.168.0.11', 'P2-N'), house('S', S, 'R-S')],
    routers: [
      { ...post('N', PUBLIC), nat: { outside: 'N-R', idleNs: 120e9, forwards: [] } },
      post('R', '203.0.113.1'),
    ],
    links: [road('P1', 'N'), road('P2', 'N'), road('N', 'R'), road('R', 'S')],
  });
  const send = (host: string, transport: 'tcp' | 'udp', port: number): SendApp => ({
    kind: 'send',
    host,
    transport,
    port: 50_000,
    to: { address: S, port: { tcp: port, udp: port } },
    payload: textPayload('a message from inside'),
    pieceBytes: 4,
    startNs: 0,
    everyNs: 20e6,
  });
  const apps: App[] = [
    { kind: 'echo', host: 'S', transport: 'tcp', port: 7 },
    { kind: 'echo', host: 'S', transport: 'udp', port: 7 },
    send('P1', 'tcp', 7),
    send('P2', 'tcp', 7),
    send('P1', 'udp', 7),
    // Nobody is there: an ICMP error comes back.
    send('P2', 'udp', 9),
    { kind: 'ping', host: 'P1', to: S, identifier: 3, count: 2, dataBytes: 9, startNs: 0, everyNs: 1e9 },
  ];
  const run = simulateAll(inTown(town, apps, { lanes: ['tcp'] }));
  return readWithTshark(captureOf(run, [0], at), FIELDS);
}

describe.skipIf(!isTsharkHere)('Wireshark on both sides of an address translation', () => {
  it.each(['client', 'server'] as const)('finds every checksum right at the %s (RFC 3022 §4.1)', (at) => {
    const packets = capture(at);
    expect(packets.length).toBeGreaterThan(20);
    for (const packet of packets) {
      expect(packet['_ws.malformed']).toBe('');
      for (const field of ['ip', 'tcp', 'udp', 'icmp'] as const) {
        // One of a quoted packet stands behind that of the packet itself.
        const statuses = packet[`${field}.checksum.status`].split(',');
        for (const status of statuses) expect(GOOD).toContain(status);
      }
    }
  });

  it('sees the private address inside and the public one outside, and two flows where two are', () => {
    const inside = new Set(capture('client').map((packet) => packet['ip.src']));
    expect(inside).toEqual(new Set(['192.168.0.10', S]));
    const outside = capture('server');
    expect(new Set(outside.map((packet) => packet['ip.src']))).toEqual(new Set([PUBLIC, S]));
    const calls = outside.filter((packet) => packet['tcp.dstport'] === '7');
    expect(new Set(calls.map((packet) => packet['tcp.srcport']))).toEqual(new Set(['50000', '50002']));
  });
});
