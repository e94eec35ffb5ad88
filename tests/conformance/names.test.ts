import { describe, expect, it } from 'vitest';
import { linkCaptureOf } from '../../src/capture/linkCaptureOf';
import { type Capture, writePcapng } from '../../src/capture/pcapng';
import { simulateAll } from '../../src/engine/simulate';
import { PRESETS, type PresetId } from '../../src/experiment/presets/inOrder';
import { townExperiment } from '../../src/experiment/townFile';
import { isTsharkHere, readFileWithTshark } from './tshark';

const FIELDS = [
  'tcp.srcport',
  'dns.id',
  'dns.flags.response',
  'dns.flags.authoritative',
  'dns.flags.truncated',
  'dns.flags.recdesired',
  'dns.flags.recavail',
  'dns.flags.rcode',
  'dns.qry.name',
  'dns.qry.type',
  'dns.a',
  'dns.ns',
  'dns.cname',
  'dns.resp.ttl',
  'dns.soa.minimum_ttl',
  'dns.txt.length',
  'dns.rr.udp_payload_size',
  'udp.checksum.status',
  'tcp.checksum.status',
  '_ws.malformed',
] as const;
type Field = (typeof FIELDS)[number];
type Packet = Readonly<Record<Field, string>>;

/** DNS over TCP goes over segment borders. */
const TOGETHER = ['-o', 'tcp.desegment_tcp_streams:TRUE', '-o', 'dns.desegment_dns_messages:TRUE'];

const captureOf = (id: PresetId): Capture =>
  linkCaptureOf(simulateAll(townExperiment(PRESETS.find((preset) => preset.id === id)!.town)), [0]);

const dissected = (capture: Capture): readonly Packet[] =>
  readFileWithTshark(writePcapng(capture), FIELDS, TOGETHER);

/** What passed one link: seen on several, a segment would look sent again and again. */
function onLink(id: PresetId, link: string): readonly Packet[] {
  const capture = captureOf(id);
  const at = capture.interfaces.findIndex(({ name }) => name === link);
  return dissected({ ...capture, packets: capture.packets.filter((packet) => packet.at === at) });
}

const messages = (packets: readonly Packet[]): readonly Packet[] =>
  packets.filter((packet) => packet['dns.id'] !== '');

/** Older versions write truth as a number. */
const isTrue = (value: string): boolean => value === '1' || value === 'True';
const answersIn = (packets: readonly Packet[]): readonly Packet[] =>
  messages(packets).filter((packet) => isTrue(packet['dns.flags.response']));

const values = (packets: readonly Packet[], field: Field): readonly string[] =>
  packets.map((packet) => packet[field]);

describe.skipIf(!isTsharkHere)('Wireshark reads', () => {
  it.each(['dns-tree', 'dns-trouble'] as const)('all that passed the links of %s (RFC 1035 §4.1)', (id) => {
    const packets = dissected(captureOf(id));
    expect(messages(packets).length).toBeGreaterThan(30);
    expect(new Set(values(packets, '_ws.malformed'))).toEqual(new Set(['']));
    for (const status of ['udp.checksum.status', 'tcp.checksum.status'] as const) {
      expect(values(packets, status).every((value) => value === '' || value === '1')).toBe(true);
    }
  });

  it('a referral of the root, and the answer of who is in charge (RFC 1034 §4.3.1, RFC 1035 §4.1.1)', () => {
    const [query, referral] = messages(onLink('dns-tree', 'R2-root'));
    expect(query).toMatchObject({ 'dns.qry.name': 'www.example.com', 'dns.rr.udp_payload_size': '1232' });
    expect(isTrue(query!['dns.flags.recdesired'])).toBe(false);
    expect(referral).toMatchObject({
      'dns.id': query!['dns.id'],
      'dns.ns': 'ns.com',
      'dns.a': '198.51.100.2',
      'dns.resp.ttl': '172800',
    });
    expect(isTrue(referral!['dns.flags.authoritative'])).toBe(false);
    const [answer] = answersIn(onLink('dns-tree', 'R2-ns'));
    expect(answer!['dns.a']).toBe('198.51.100.20');
    expect(isTrue(answer!['dns.flags.authoritative'])).toBe(true);
  });

  it('the rest of the TTL in what comes out of the cache (RFC 1035 §3.2.1)', () => {
    const answers = answersIn(onLink('dns-tree', 'C-R1'));
    expect(values(answers, 'dns.resp.ttl')).toEqual(['60', '40', '60', '60']);
    expect(values(answers, 'dns.flags.recavail').every(isTrue)).toBe(true);
    expect(values(answers, 'dns.cname').at(-1)).toBe('www.example.com');
  });

  it('NXDOMAIN with the SOA that says how long it holds (RFC 2308 §3)', () => {
    const denials = answersIn(onLink('dns-trouble', 'C-R1')).filter(
      (packet) => packet['dns.flags.rcode'] === '3',
    );
    expect(values(denials, 'dns.soa.minimum_ttl')).toEqual(['30', '30']);
    expect(values(denials, 'dns.resp.ttl')).toEqual(['30', '27']);
  });

  it('what was cut over UDP whole over TCP, behind its length (RFC 7766 §5, §8; RFC 6891 §6.1.2)', () => {
    const ofText = messages(onLink('dns-trouble', 'R2-ns')).filter(
      (packet) => packet['dns.qry.type'] === '16',
    );
    expect(values(ofText, 'dns.flags.truncated').map(isTrue)).toEqual([false, true, false, false]);
    expect(values(ofText, 'tcp.srcport').map((port) => port !== '')).toEqual([false, false, true, true]);
    expect(ofText.at(-1)!['dns.txt.length']).toBe('255');
    expect(values(ofText, 'dns.rr.udp_payload_size').every((bytes) => bytes === '1232')).toBe(true);
  });
});
