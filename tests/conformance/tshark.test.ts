import { describe, expect, it } from 'vitest';
import { captureOf, type CapturePoint } from '../../src/capture/captureOf';
import type { Capture } from '../../src/capture/pcapng';
import { simulateAll } from '../../src/engine/simulate';
import type { Command } from '../../src/experiment/command';
import type { Transport } from '../../src/experiment/experiment';
import {
  CLOSED_PORT,
  defaultStreet,
  filePayload,
  type Street,
  streetExperiment,
  textPayload,
} from '../../src/experiment/street';
import { CLEAR_WEATHER, WEATHER_LINK } from '../../src/experiment/town';
import { isTsharkDemanded, isTsharkHere, readWithTshark } from './tshark';

/** What Wireshark says of each packet. */
interface Dissected {
  readonly time: string;
  readonly transport: string;
  readonly source: string;
  readonly timeToLive: number;
  readonly malformed: boolean;
  readonly badChecksum: boolean;
  readonly comment: string;
}

const CHECKSUMS = [
  'ip.checksum.status',
  'tcp.checksum.status',
  'udp.checksum.status',
  'icmp.checksum.status',
] as const;
const FIELDS = [
  'frame.time_epoch',
  '_ws.col.Protocol',
  'ip.src',
  'ip.ttl',
  '_ws.malformed',
  ...CHECKSUMS,
  'frame.comment',
] as const;

/** Value of a checksum status field for "bad"; an ICMP error also shows the statuses of the packet it quotes. */
const BAD = '0';

function dissect(capture: Capture): readonly Dissected[] {
  return readWithTshark(capture, FIELDS).map((packet) => ({
    time: packet['frame.time_epoch'],
    transport: packet['_ws.col.Protocol'],
    source: packet['ip.src'],
    timeToLive: Number(packet['ip.ttl']),
    malformed: packet['_ws.malformed'] !== '',
    badChecksum: CHECKSUMS.some((field) => packet[field] === BAD),
    comment: packet['frame.comment'],
  }));
}

const WEATHER = { loss: 0.15, reorder: 0.3, reorderDelayNs: 60_000_000, duplicate: 0.2, corrupt: 0.3 };
const FILE = filePayload(
  'noise.bin',
  'application/octet-stream',
  Uint8Array.from({ length: 100_000 }, (_, i) => (i * i * 31 + (i >> 3)) & 0xff),
);

interface Case {
  readonly name: string;
  readonly street: Partial<Street>;
  readonly lanes: readonly Transport[];
  readonly at: CapturePoint;
}

/** The app writes what the road could carry before it became narrow: the queue overflows. */
const NARROW: Command = {
  kind: 'setLink',
  atNs: 0,
  link: WEATHER_LINK,
  settings: { delayNs: 30_000_000, rateBps: 500_000, queuePackets: 3 },
};

const BOTH = ['tcp', 'udp'] as const;

const CASES: readonly Case[] = [
  { name: 'the first screen at the client', street: {}, lanes: BOTH, at: 'client' },
  { name: 'the first screen at the server', street: {}, lanes: BOTH, at: 'server' },
  { name: 'clear weather, TCP alone', street: { weather: CLEAR_WEATHER }, lanes: ['tcp'], at: 'client' },
  { name: 'Hangul and emoji through damage', street: hangul(), lanes: BOTH, at: 'server' },
  { name: 'damage seen by the client', street: { weather: WEATHER, seed: 9 }, lanes: BOTH, at: 'client' },
  {
    name: 'a closed port',
    street: { weather: CLEAR_WEATHER, ports: { tcp: CLOSED_PORT, udp: CLOSED_PORT } },
    lanes: BOTH,
    at: 'client',
  },
  { name: 'a 100 kB file through everything', street: fileThrough(WEATHER), lanes: BOTH, at: 'server' },
  {
    name: 'a 100 kB file and a full queue, RFC settings',
    street: { ...fileThrough(CLEAR_WEATHER), tcp: 'rfc', commands: [NARROW] },
    lanes: ['tcp'],
    at: 'client',
  },
];

function hangul(): Partial<Street> {
  return { payload: textPayload('패킷 타운에 오신 것을 환영해요 👋🏽'), weather: WEATHER, seed: 3, tcp: 'rfc' };
}

function fileThrough(weather: Street['weather']): Partial<Street> {
  return { payload: FILE, weather, seed: 5 };
}

function captured({ street, lanes, at }: Case): Capture {
  const run = simulateAll(streetExperiment({ ...defaultStreet('ko'), ...street }, lanes));
  const numbers = lanes.map((_, lane) => lane);
  return captureOf(run, numbers, at);
}

it.runIf(isTsharkDemanded)('tshark is there', () => {
  expect(isTsharkHere).toBe(true);
});

describe.skipIf(!isTsharkHere)('Wireshark reads', () => {
  it.each(CASES)('$name', (one) => {
    const capture = captured(one);
    const packets = dissect(capture);
    expect(packets).toHaveLength(capture.packets.length);
    expect(packets.length).toBeGreaterThan(5);
    for (const [number, packet] of packets.entries()) {
      const told = capture.packets[number]!;
      expect(packet.comment).toBe(told.comment);
      expect(Math.round(Number(packet.time) * 1e9)).toBe(told.timeNs);
      // At the host that receives it, a damaged packet has its damage; at its sender it is still whole.
      const isDamaged = told.direction === 'inbound' && /inverted/.test(packet.comment);
      expect(packet.badChecksum, `packet ${number}: ${packet.comment}`).toBe(isDamaged);
      if (!isDamaged) expect(packet.malformed, `packet ${number}`).toBe(false);
    }
  });

  it('the comments of what the network did', () => {
    const comments = CASES.flatMap((one) => captured(one).packets.map(({ comment }) => comment));
    const all = comments.join('\n');
    expect(all).toMatch(/lost between R2 and R3 by weather/);
    expect(all).toMatch(/lost between R3 and R2 by weather/);
    expect(all).toMatch(/bit \d+ inverted between R2 and R3; discarded by the TCP checksum at S/);
    expect(all).toMatch(/discarded by the UDP checksum at S/);
    expect(all).toMatch(/second copy made between R2 and R3/);
    expect(all).toMatch(/held 60 ms longer between R2 and R3/);
    expect(all).toMatch(/retransmission 1 of piece 3/);
    expect(all).toMatch(/dropped at R2, queue full with 3 packets/);
  });

  it('refusals of a closed port: RST for TCP, ICMP port unreachable for UDP', () => {
    const [closed] = CASES.filter(({ name }) => name === 'a closed port');
    const answers = dissect(captured(closed!)).filter(({ source }) => source === '198.51.100.20');
    expect(new Set(answers.map(({ transport }) => transport))).toEqual(new Set(['TCP', 'ICMP']));
    expect(answers.every(({ timeToLive }) => timeToLive === 61)).toBe(true);
  });
});
