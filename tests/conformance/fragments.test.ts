import { describe, expect, it } from 'vitest';
import { captureOf } from '../../src/capture/captureOf';
import type { Capture } from '../../src/capture/pcapng';
import { simulateAll } from '../../src/engine/simulate';
import type { Transport } from '../../src/experiment/experiment';
import { defaultStreet, filePayload, streetExperiment } from '../../src/experiment/street';
import { CLEAR_WEATHER } from '../../src/experiment/town';
import { isTsharkHere, readWithTshark } from './tshark';

const FIELDS = [
  'ip.flags.mf',
  'ip.frag_offset',
  'ip.fragment.count',
  'ip.reassembled.length',
  'udp.length',
  'udp.checksum.status',
  'icmp.type',
  'icmp.code',
  'icmp.mtu',
  '_ws.malformed',
] as const;

const FILE = filePayload('noise.bin', 'application/octet-stream', new Uint8Array(4000).fill(7));

/** 4000 bytes to the server, the road from R2 to R3 carrying 576 bytes. */
function capture(lane: Transport, at: 'client' | 'server', mayFragment: boolean, narrow = 'R2-R3'): Capture {
  const street = { ...defaultStreet('en'), payload: FILE, weather: CLEAR_WEATHER };
  const experiment = streetExperiment(street, [lane]);
  const links = experiment.town.links.map((link) => (link.id === narrow ? { ...link, mtuBytes: 576 } : link));
  const apps = experiment.apps.map((app) =>
    app.kind === 'send' && mayFragment ? { ...app, mayFragment: true as const } : app,
  );
  return captureOf(simulateAll({ ...experiment, apps, town: { ...experiment.town, links } }), [0], at);
}

describe.skipIf(!isTsharkHere)('Wireshark puts together', () => {
  it.each(['R2-R3', 'C-R1'])('the fragments that came over %s (RFC 791 §3.2)', (narrow) => {
    const packets = readWithTshark(capture('udp', 'server', true, narrow), FIELDS);
    expect(packets.every((packet) => packet['_ws.malformed'] === '')).toBe(true);
    const whole = packets.filter((packet) => packet['ip.fragment.count'] !== '');
    expect(whole.map((packet) => packet['ip.fragment.count'])).toEqual(['3', '3', '3']);
    // UDP header and block of 1400 bytes; the last: 4000 + 3 × 4 − 2 × 1400 bytes.
    expect(whole.map((packet) => packet['udp.length'])).toEqual(['1408', '1408', '1220']);
    expect(whole.every((packet) => packet['udp.checksum.status'] === '1')).toBe(true);
  });

  it('the same at the client that cut them, and sees no whole one pass', () => {
    const packets = readWithTshark(capture('udp', 'client', true, 'C-R1'), FIELDS);
    expect(packets.map((packet) => packet['ip.frag_offset'])).toEqual([
      '0',
      '69',
      '138',
      '0',
      '69',
      '138',
      '0',
      '69',
      '138',
    ]);
  });

  it('"fragmentation needed" with the MTU of the next hop, and no packet malformed (RFC 1191 §4)', () => {
    const packets = readWithTshark(capture('tcp', 'client', false), FIELDS);
    expect(packets.every((packet) => packet['_ws.malformed'] === '')).toBe(true);
    const errors = packets.filter((packet) => packet['icmp.type'] !== '');
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      expect([error['icmp.type'], error['icmp.code'], error['icmp.mtu']]).toEqual(['3', '4', '576']);
    }
  });
});
