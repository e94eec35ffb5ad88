import { describe, expect, it } from 'vitest';
import { linkCaptureOf } from '../../src/capture/linkCaptureOf';
import { writePcapng } from '../../src/capture/pcapng';
import { simulateAll } from '../../src/engine/simulate';
import { house, inTown, post, road } from '../../src/engine/townBench';
import { inconsistencyOf } from '../../src/experiment/consistency';
import type { App, Experiment, PingApp, SendApp, Town } from '../../src/experiment/experiment';
import type { RawSendApp } from '../../src/experiment/rawApps';
import { CLEAR_WEATHER } from '../../src/experiment/town';
import { textPayload } from '../../src/experiment/street';
import { isTsharkDemanded, isTsharkHere, readFileWithTshark } from './tshark';

const SECOND = 1_000_000_000;
const A = '192.0.2.10';
const B = '198.51.100.20';
const FIELDS = [
  'frame.interface_name',
  'eth.fcs.status',
  'eth.dst',
  '_ws.malformed',
  'arp.opcode',
  'arp.dst.proto_ipv4',
  'icmp.type',
  'icmp.code',
  'icmp.mtu',
  'icmp.checksum.status',
  'ip.ttl',
  'ip.reassembled.length',
  'ip.flags.mf',
] as const;
const PREFERENCES = ['-o', 'eth.check_fcs:TRUE'];
const GOOD = '1';

const resolves = { resolves: true } as const;

/** A - R1 - R2 - B, ARP everywhere, 576 bytes on R1-R2; R2 sends 203.0.113.128/25 back: a loop. */
const TOWN: Town = {
  hosts: [house('A', A, 'A-R1'), house('B', B, 'R2-B')],
  routers: [
    post('R1', '203.0.113.1', '192.0.2.0/24>A-R1', '198.51.100.0/24>R1-R2', '203.0.113.128/25>R1-R2'),
    post('R2', '203.0.113.2', '192.0.2.0/24>R1-R2', '198.51.100.0/24>R2-B', '203.0.113.128/25>R1-R2'),
  ],
  links: [
    road('A', 'R1', resolves),
    road('R1', 'R2', { ...resolves, mtuBytes: 576 }),
    road('R2', 'B', resolves),
  ],
};

const ping = (over: Partial<PingApp>): PingApp => ({
  kind: 'ping',
  host: 'A',
  to: B,
  identifier: 1,
  count: 1,
  dataBytes: 8,
  startNs: 0,
  everyNs: SECOND,
  ...over,
});

const SEND: SendApp = {
  kind: 'send',
  host: 'A',
  port: 50_000,
  to: { address: B, port: { tcp: 80, udp: 9000 } },
  payload: textPayload('abc'),
  pieceBytes: 1,
  startNs: 0,
  everyNs: SECOND,
};

const RAW: RawSendApp = {
  kind: 'rawSend',
  host: 'A',
  to: B,
  protocol: 253,
  payload: textPayload('raw'),
  pieceBytes: 3,
  startNs: SECOND,
  everyNs: SECOND,
};
function read(apps: readonly App[], over: Partial<Experiment> = {}) {
  const experiment = inTown(TOWN, apps, over);
  expect(inconsistencyOf(experiment)).toBeNull();
  return readFileWithTshark(writePcapng(linkCaptureOf(simulateAll(experiment), [0])), FIELDS, PREFERENCES);
}

/** The first line with that ICMP type and code. */
const icmp = (lines: ReturnType<typeof read>, type: number, code: number) =>
  lines.find((line) => line['icmp.type'] === String(type) && line['icmp.code'] === String(code));

describe.skipIf(!isTsharkHere && !isTsharkDemanded)('a capture of a whole town, read by Wireshark', () => {
  const lines = read([
    ping({ dataBytes: 1000 }),
    ping({ identifier: 2, to: '203.0.113.200' }),
    ping({ identifier: 3, to: '192.0.2.99', host: 'B' }),
    ping({ identifier: 4, to: '10.0.0.1' }),
    SEND,
    RAW,
  ]);

  it('has an interface for each link by its name, frames with a good check sequence, and nothing malformed', () => {
    expect(new Set(lines.map((line) => line['frame.interface_name']))).toEqual(
      new Set(['A-R1', 'R1-R2', 'R2-B']),
    );
    expect(new Set(lines.map((line) => line['eth.fcs.status']))).toEqual(new Set([GOOD]));
    expect(new Set(lines.map((line) => line['_ws.malformed']))).toEqual(new Set(['']));
  });

  it('shows ARP requests to everybody and replies to one (RFC 826)', () => {
    const asked = lines.filter((line) => line['arp.opcode'] === '1');
    const answered = lines.filter((line) => line['arp.opcode'] === '2');
    expect(asked.length).toBeGreaterThan(answered.length);
    expect(new Set(asked.map((line) => line['eth.dst']))).toEqual(new Set(['ff:ff:ff:ff:ff:ff']));
    expect(new Set(answered.map((line) => line['frame.interface_name']))).toEqual(
      new Set(['A-R1', 'R1-R2', 'R2-B']),
    );
  });

  it('shows a packet on each link that it crosses, its TTL one lower each time (RFC 1812 §5.3.1)', () => {
    const requests = lines.filter((line) => line['icmp.type'] === '8' && line['icmp.code'] === '0');
    const hops = requests.map((line) => `${line['frame.interface_name']} ${line['ip.ttl']}`);
    expect(hops).toEqual(expect.arrayContaining(['A-R1 64', 'R1-R2 63', 'R2-B 62']));
    expect(hops).not.toContain('R1-R2 64');
  });

  it('shows echo and its reply, in fragments too (RFC 792, RFC 791 §3.2)', () => {
    expect(icmp(lines, 8, 0)).toBeDefined();
    expect(icmp(lines, 0, 0)).toBeDefined();
    expect(lines.some((line) => line['ip.flags.mf'] === 'True' || line['ip.flags.mf'] === '1')).toBe(true);
    expect(lines.some((line) => line['ip.reassembled.length'] === '1008')).toBe(true);
  });

  it.each([
    [3, 0, 'network unreachable (RFC 1812 §5.2.7.1)'],
    [3, 1, 'host unreachable (RFC 1812 §5.2.7.1)'],
    [3, 2, 'protocol unreachable (RFC 1122 §3.2.2.1)'],
    [3, 3, 'port unreachable (RFC 1122 §4.1.3.1)'],
    [11, 0, 'time exceeded in transit (RFC 1812 §5.3.1)'],
  ])('shows ICMP %i/%i, %s', (type, code) => {
    expect(icmp(lines, type, code)?.['icmp.checksum.status']).toBe(GOOD);
  });

  it('shows ICMP 11/1 where a fragment never came (RFC 1122 §3.3.2)', () => {
    const cut = { ...RAW, payload: textPayload('y'.repeat(1000)), pieceBytes: 1000 };
    const flaky = { ...CLEAR_WEATHER, loss: 0.5 };
    const links = TOWN.links.map((link) => (link.id === 'R2-B' ? road('R2', 'B', { weather: flaky }) : link));
    const tries = Array.from({ length: 8 }, (_, i) => ({ ...cut, startNs: i * SECOND }));
    const answered = read(tries, { town: { ...TOWN, links } });
    expect(icmp(answered, 11, 1)?.['icmp.checksum.status']).toBe(GOOD);
    expect(new Set(answered.map((line) => line['_ws.malformed']))).toEqual(new Set(['']));
  });

  it('shows ICMP 3/4 with the MTU of the next link (RFC 1191 §4)', () => {
    const payload = textPayload('x'.repeat(1200));
    expect(icmp(read([{ ...SEND, payload, pieceBytes: 1200 }]), 3, 4)?.['icmp.mtu']).toBe('576');
  });
});
