import type { CapturePoint } from '../../src/capture/captureOf';
import type { Command } from '../../src/experiment/command';
import type { Experiment, Pause, Rule, Weather } from '../../src/experiment/experiment';
import {
  defaultStreet,
  filePayload,
  type Street,
  streetExperiment,
  textPayload,
} from '../../src/experiment/street';
import type { TcpOptions } from '../../src/experiment/tcpOptions';
import { CLASSROOM_TCP, LINUX_TCP, RFC_TCP } from '../../src/experiment/tcpPresets';
import { CLEAR_WEATHER, WEATHER_LINK } from '../../src/experiment/town';

const MILLISECOND_NS = 1_000_000;

/** A run of the town over TCP, and where somebody captures it. */
export interface CapturedRun {
  readonly name: string;
  readonly experiment: Experiment;
  readonly at: CapturePoint;
}

/** How a run differs from a text of the first screen in clear weather. */
export interface Wish {
  /** A text, or so many bytes of a file. */
  readonly message?: string | number;
  readonly preset?: TcpOptions;
  readonly tcp?: Partial<TcpOptions>;
  readonly weather?: Partial<Weather>;
  readonly link?: Partial<Street['link']>;
  readonly pieceBytes?: number;
  /** Milliseconds between two pieces; unless told, what the road can carry. */
  readonly everyMs?: number;
  readonly seed?: number;
  readonly rules?: readonly Rule[];
  /** While it lasts, every packet is lost; in milliseconds. */
  readonly closedMs?: readonly [from: number, to: number];
  /** When the receiving app does not read, in milliseconds. */
  readonly pausesMs?: readonly (readonly [from: number, to: number])[];
}

/** The experiment of a wish: one message from C to S. */
export function wished(wish: Wish): Experiment {
  const street = { ...defaultStreet('en'), pieceBytes: wish.pieceBytes ?? null, rules: wish.rules ?? [] };
  const weather = { ...CLEAR_WEATHER, ...wish.weather };
  const link = { ...street.link, ...wish.link };
  const payload = payloadOf(wish.message ?? 'HELLO, WORLD');
  const seed = wish.seed ?? 1;
  const experiment = streetExperiment({ ...street, weather, link, payload, seed }, ['tcp']);
  const pauses = (wish.pausesMs ?? []).map(([from, to]): Pause => ({
    fromNs: from * MILLISECOND_NS,
    toNs: to * MILLISECOND_NS,
  }));
  const apps = experiment.apps.map((app) => {
    if (app.kind === 'receive') return { ...app, pauses };
    return wish.everyMs === undefined ? app : { ...app, everyNs: wish.everyMs * MILLISECOND_NS };
  });
  const commands = (wish.closedMs ?? []).map((atMs, i): Command => ({
    kind: 'setWeather',
    atNs: atMs * MILLISECOND_NS,
    link: WEATHER_LINK,
    weather: i === 0 ? { ...weather, loss: 1 } : weather,
  }));
  return { ...experiment, apps, commands, tcp: { ...(wish.preset ?? CLASSROOM_TCP), ...wish.tcp } };
}

function payloadOf(message: string | number): Street['payload'] {
  if (typeof message === 'string') return textPayload(message);
  const bytes = Uint8Array.from({ length: message }, (_, i) => (i * i * 31 + (i >> 3)) & 0xff);
  return filePayload('noise.bin', 'application/octet-stream', bytes);
}

function run(name: string, at: CapturePoint, wish: Wish): CapturedRun {
  return { name, at, experiment: wished(wish) };
}

const FAST = { rateBps: 10_000_000, queuePackets: 100 };

/** Twenty runs of different seeds, weathers, presets, piece sizes and readers. */
export const TWENTY_RUNS: readonly CapturedRun[] = [
  run('01 a road closed for a while, rfc', 'client', {
    message: 300_000,
    preset: RFC_TCP,
    closedMs: [1500, 3500],
    seed: 1,
  }),
  run('02 the first screen', 'client', { weather: { loss: 0.2 }, seed: 405 }),
  run('03 a Korean text in the rain', 'server', {
    message: '가나다라마바사아자차카타파하',
    weather: { loss: 0.1 },
    seed: 3,
  }),
  run('04 1 % loss, rfc', 'client', { message: 900_000, preset: RFC_TCP, weather: { loss: 0.01 }, seed: 4 }),
  run('05 3 % loss, rfc', 'client', { message: 700_000, preset: RFC_TCP, weather: { loss: 0.03 }, seed: 5 }),
  run('06 1 % loss, linux', 'client', {
    message: 900_000,
    preset: LINUX_TCP,
    weather: { loss: 0.01 },
    link: FAST,
    everyMs: 1,
    seed: 6,
  }),
  run('07 1 % loss without SACK', 'client', {
    message: 700_000,
    preset: RFC_TCP,
    tcp: { sackPermitted: false },
    weather: { loss: 0.01 },
    seed: 7,
  }),
  run('08 1 % loss, rfc', 'server', { message: 900_000, preset: RFC_TCP, weather: { loss: 0.01 }, seed: 8 }),
  run('09 2 % loss, linux', 'server', {
    message: 900_000,
    preset: LINUX_TCP,
    weather: { loss: 0.02 },
    seed: 9,
  }),
  run('10 reordering, classroom', 'client', {
    message: 100_000,
    weather: { reorder: 0.03, reorderDelayNs: 60e6 },
    seed: 21,
  }),
  run('11 reordering, rfc', 'server', {
    message: 100_000,
    preset: RFC_TCP,
    weather: { reorder: 0.05, reorderDelayNs: 60e6 },
    seed: 11,
  }),
  run('12 duplication, linux', 'client', {
    message: 100_000,
    preset: LINUX_TCP,
    weather: { duplicate: 0.02 },
    seed: 12,
  }),
  run('13 duplication, classroom', 'server', { message: 100_000, weather: { duplicate: 0.02 }, seed: 13 }),
  run('14 damage', 'server', { message: 300_000, weather: { corrupt: 0.02 }, seed: 14 }),
  run('15 a full queue, rfc', 'client', {
    message: 400_000,
    preset: RFC_TCP,
    link: { rateBps: 1_000_000, queuePackets: 5 },
    everyMs: 1,
    seed: 15,
  }),
  run('16 a road closed for a while, linux', 'client', {
    message: 900_000,
    preset: LINUX_TCP,
    link: FAST,
    everyMs: 1,
    closedMs: [600, 1600],
    seed: 16,
  }),
  run('17 a slow reader, rfc', 'client', {
    message: 300_000,
    preset: RFC_TCP,
    tcp: { receiveBufferBytes: 14_000 },
    everyMs: 1,
    pausesMs: [
      [300, 9000],
      [10_000, 19_000],
      [20_000, 33_000],
    ],
    seed: 17,
  }),
  run('18 a slow reader, linux', 'server', {
    message: 100_000,
    preset: LINUX_TCP,
    tcp: { receiveBufferBytes: 14_000 },
    everyMs: 1,
    pausesMs: [[300, 1000]],
    seed: 18,
  }),
  run('19 small pieces into a small buffer', 'client', {
    message: 20_000,
    pieceBytes: 100,
    tcp: { receiveBufferBytes: 800, windowScale: null },
    everyMs: 1,
    pausesMs: [[1000, 8000]],
    seed: 19,
  }),
  run('20 a silent connection', 'client', {
    message: 'ABCDEFGH',
    preset: RFC_TCP,
    everyMs: 20_000,
    tcp: { keepAlive: { idleNs: 5e9, intervalNs: 1e9, probes: 5 } },
    seed: 20,
  }),
];
