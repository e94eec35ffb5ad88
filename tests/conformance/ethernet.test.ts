import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { frameAt } from '../../src/trace/frameAt';
import { packetEvents } from '../../src/trace/packetBytesAt';
import { formatMac } from '../../src/wire/macAddress';
import { flipBit } from '../../src/wire/ipv4';
import { isTsharkDemanded, isTsharkHere, readFileWithTshark } from './tshark';

const LINKTYPE_ETHERNET = 1;
const FIELDS = [
  'eth.src',
  'eth.dst',
  'eth.type',
  'eth.fcs.status',
  'eth.padding',
  '_ws.malformed',
  'ip.ttl',
] as const;
const PREFERENCES = ['-o', 'eth.fcs:Always', '-o', 'eth.check_fcs:TRUE'];
const GOOD = '1';
const BAD = '0';

/** A capture file of the classic format (libpcap), its frames with their check sequences. */
function pcapOf(frames: readonly Uint8Array[]): Uint8Array {
  const file = [Buffer.alloc(24)];
  file[0]!.writeUInt32LE(0xa1b2c3d4, 0);
  file[0]!.writeUInt16LE(2, 4);
  file[0]!.writeUInt16LE(4, 6);
  file[0]!.writeUInt32LE(65_535, 16);
  file[0]!.writeUInt32LE(LINKTYPE_ETHERNET, 20);
  for (const frame of frames) {
    const head = Buffer.alloc(16);
    head.writeUInt32LE(frame.length, 8);
    head.writeUInt32LE(frame.length, 12);
    file.push(head, Buffer.from(frame));
  }
  return Buffer.concat(file);
}

describe.skipIf(!isTsharkHere && !isTsharkDemanded)('frames of the town, read by Wireshark', () => {
  const run = simulateAll(streetExperiment(defaultStreet('ko')));

  it('are Ethernet II with a good check sequence, whatever they carry and on every link', () => {
    const frames = run.traces.flatMap((trace, lane) =>
      Array.from({ length: trace.packetCount }, (_, packet) =>
        packetEvents(trace, packet)
          .filter((event) => trace.kindAt(event) === 'linkEntered')
          .map((event) => frameAt(run, { lane, packet }, trace.timeAt(event))!),
      ).flat(),
    );
    expect(frames.length).toBeGreaterThan(50);
    const read = readFileWithTshark(pcapOf(frames.map(({ bytes }) => bytes)), FIELDS, PREFERENCES);
    expect(read.map((frame) => frame['eth.fcs.status'])).toEqual(frames.map(() => GOOD));
    expect(read.map((frame) => frame['_ws.malformed'])).toEqual(frames.map(() => ''));
    expect(read.map((frame) => frame['eth.src'])).toEqual(
      frames.map(({ header }) => formatMac(header.source)),
    );
    expect(read.map((frame) => frame['eth.dst'])).toEqual(
      frames.map(({ header }) => formatMac(header.destination)),
    );
    expect(new Set(read.map((frame) => frame['ip.ttl']))).toEqual(new Set(['64', '63', '62', '61']));
    expect(read.some((frame) => frame['eth.padding'] !== '')).toBe(true);
  });

  it('have a bad one once a bit is inverted', () => {
    const { bytes } = frameAt(run, { lane: 1, packet: 0 }, 1_000_000)!;
    const [read] = readFileWithTshark(pcapOf([flipBit(bytes, 400)]), FIELDS, PREFERENCES);
    expect(read?.['eth.fcs.status']).toBe(BAD);
  });
});
