import { describe, expect, it } from 'vitest';
import { captureOf } from '../../src/capture/captureOf';
import type { Experiment } from '../../src/experiment/experiment';
import { RFC_TCP } from '../../src/experiment/tcpPresets';
import { defaultStreet, filePayload, streetExperiment } from '../../src/experiment/street';
import { packetBytesAt, packetEvents } from '../../src/trace/packetBytesAt';
import { transcriptOf } from '../../src/trace/transcript';
import { ECN, ecnOf, isIpv4ChecksumValid } from '../../src/wire/ipv4';
import { simulateAll } from '../../src/engine/simulate';

/** A file of 300 pieces over the first screen's road, made slow, whose queues mark from so many packets on, if at all. */
function experimentOf(ecn: boolean, marks: { readonly markThresholdPackets?: number }): Experiment {
  const payload = filePayload('a.bin', 'application/octet-stream', new Uint8Array(300_000));
  const link = { delayNs: 20_000_000, rateBps: 2_000_000, queuePackets: 40 };
  const street = { ...defaultStreet('en'), payload, pieceBytes: 1000, link };
  const clear = { ...street.weather, loss: 0 };
  const experiment = streetExperiment({ ...street, weather: clear, tcp: 'rfc' }, ['tcp']);
  const links = experiment.town.links.map((one) => ({ ...one, ...marks }));
  const apps = experiment.apps.map((app) => (app.kind === 'send' ? { ...app, everyNs: 0 } : app));
  const tcp = { ...RFC_TCP, ecn, receiveBufferBytes: 1_000_000 };
  return { ...experiment, apps, tcp, town: { ...experiment.town, links } };
}

const MARKING = { markThresholdPackets: 10 };

const count = (experiment: Experiment, kind: string): number => {
  const [trace] = simulateAll(experiment).traces;
  return Array.from({ length: trace!.eventCount }, (_, i) => trace!.kindAt(i)).filter((one) => one === kind)
    .length;
};

describe('a queue that marks (RFC 3168 §5)', () => {
  it('is spared the overflow that a sender without ECN runs into', () => {
    expect(count(experimentOf(false, MARKING), 'packetMarked')).toBe(0);
    expect(count(experimentOf(true, {}), 'packetMarked')).toBe(0);
    expect(count(experimentOf(false, MARKING), 'packetDropped')).toBeGreaterThan(0);
    expect(count(experimentOf(true, MARKING), 'packetMarked')).toBeGreaterThan(0);
    expect(count(experimentOf(true, MARKING), 'packetDropped')).toBe(0);
  });

  it('changes two bits and the checksum of a packet, wherever its bytes are looked at', () => {
    const run = simulateAll(experimentOf(true, MARKING));
    const trace = run.traces[0]!;
    const events = Array.from({ length: trace.eventCount }, (_, i) => trace.event(i));
    const mark = events.find(({ kind }) => kind === 'packetMarked');
    if (mark?.kind !== 'packetMarked') throw new Error('nothing was marked');
    expect(mark.queueLength).toBeGreaterThan(10);
    expect(mark.reason).toEqual({ kind: 'queueLong', threshold: 10 });
    const before = packetBytesAt(trace, mark.packet, mark.index - 1);
    const after = packetBytesAt(trace, mark.packet, packetEvents(trace, mark.packet).at(-1)!);
    expect(ecnOf(before)).toBe(ECN.capable0);
    expect(ecnOf(after)).toBe(ECN.experienced);
    expect(isIpv4ChecksumValid(after)).toBe(true);
    const lines = [...transcriptOf(run)].map(({ text }) => text);
    expect(lines.some((line) => line.includes('marked on R2-R3'))).toBe(true);
  });

  it('is seen in a capture at the receiver, and not at the sender', () => {
    const run = simulateAll(experimentOf(true, MARKING));
    const marked = (at: 'client' | 'server'): number =>
      captureOf(run, [0], at).packets.filter(({ bytes }) => ecnOf(bytes) === ECN.experienced).length;
    expect(marked('server')).toBe(count(run.experiment, 'packetMarked'));
    expect(marked('client')).toBe(0);
    expect(captureOf(run, [0], 'server').packets.every(({ bytes }) => isIpv4ChecksumValid(bytes))).toBe(true);
  });
});
