import fc from 'fast-check';
import { hashFraction } from '../../src/engine/hash';
import { type Fate, type Flight, VirtualWire } from '../../src/engine/tcp/virtualWire';
import type { Nanoseconds } from '../../src/experiment/experiment';
import type { Mechanism, TcpOptions } from '../../src/experiment/tcpOptions';
import { type Act, numbers, type Sky, type Step, steps, tcpOptions, weather } from './tcpArbitraries';
import { TwoApps } from './twoApps';

/** The weather is over by then, and the readers read. */
const HEALED_MS = 60_000;
const ONE_WAY_MS = 30;
const LARGEST_WRITE = 10_000;

/** Everything that a run of two connections depends on. */
export interface Story {
  readonly sky: Sky;
  readonly options: TcpOptions;
  readonly serverOptions: TcpOptions;
  readonly maxSegmentBytes: number;
  readonly script: readonly Step[];
  /** When the server calls too, if it has not been called by then; `null`: never. */
  readonly serverOpensMs: number | null;
  readonly numbers: { clientSequence: number; serverSequence: number; timestampOffset: number };
}

/** Short segments make long runs, so they come with short writes. */
const scale = (mischief: readonly fc.Arbitrary<Act>[]) =>
  fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 1448 })).chain((maxSegmentBytes) =>
    fc.record({
      maxSegmentBytes: fc.constant(maxSegmentBytes),
      script: steps(Math.min(LARGEST_WRITE, 30 * maxSegmentBytes), mischief),
    }),
  );

/** Any story in which mechanisms out of `allowed` may be switched off, and acts of `mischief` come between the others. */
export const story = (
  allowed: readonly Mechanism[],
  mischief: readonly fc.Arbitrary<Act>[] = [],
): fc.Arbitrary<Story> =>
  fc
    .record({
      sky: weather,
      options: tcpOptions(allowed),
      serverOptions: tcpOptions(allowed),
      sizes: scale(mischief),
      serverOpensMs: fc.option(fc.nat(ONE_WAY_MS), { freq: 1 }),
      numbers,
    })
    .map(({ sizes, ...rest }) => ({ ...rest, ...sizes }));

/** Two ends and what their apps do; at `HEALED_MS` the path is clear, both read what comes, and close. Not yet run. */
export function healingPath(told: Story): VirtualWire {
  const { sky, maxSegmentBytes, script } = told;
  const setup = {
    oneWayMs: ONE_WAY_MS,
    maxSegmentBytes,
    options: withRoom(told.options, told.serverOptions, maxSegmentBytes),
    serverOptions: withRoom(told.serverOptions, told.options, maxSegmentBytes),
    fate: fateIn(sky),
    ...told.numbers,
  };
  const wire = bothOpen(new VirtualWire(setup), told);
  const apps = TwoApps.follow(wire, script);
  return wire.at(HEALED_MS, () => apps.end());
}

/**
 * Room for a whole segment where the peer heeds no window: what is beyond the room is sent in vain, so a room of one byte
 * would take in one byte for each timeout, and a story of thousands of them would last for hours.
 */
function withRoom(own: TcpOptions, peer: TcpOptions, maxSegmentBytes: number): TcpOptions {
  if (!peer.without.includes('flowControl')) return own;
  return { ...own, receiveBufferBytes: Math.max(own.receiveBufferBytes, maxSegmentBytes) };
}

/** The same two ends on a path that is cut `atMs`, with ends that lose patience after `patienceNs`. */
export function cutPath(told: Story, atMs: number, patienceNs: Nanoseconds): VirtualWire {
  const hasty = {
    synGiveUpNs: patienceNs,
    dataGiveUpNs: patienceNs,
    timeWaitNs: patienceNs,
    finWait2Ns: told.options.finWait2Ns === null ? null : patienceNs,
    keepAlive: null,
  };
  const options = { ...told.options, ...hasty };
  const serverOptions = { ...told.serverOptions, ...hasty };
  const before = fateIn(told.sky);
  const fate = (flight: Flight): Fate => (flight.timeMs < atMs ? before(flight) : { isLost: true });
  const { maxSegmentBytes } = told;
  const wire = new VirtualWire({
    oneWayMs: ONE_WAY_MS,
    maxSegmentBytes,
    options,
    serverOptions,
    fate,
    ...told.numbers,
  });
  TwoApps.follow(wire, told.script);
  return bothOpen(wire, told);
}

/** The client opens at once, and the server perhaps before it hears of that. */
function bothOpen(wire: VirtualWire, { serverOpensMs }: Story): VirtualWire {
  if (serverOpensMs === null) return wire.open();
  const { connection } = wire.server;
  return wire.open().at(serverOpensMs, () => {
    if (connection.state === 'LISTEN') connection.openActive(wire.now);
  });
}

/** Each segment's fate is a function of who sent it and which it was. */
function fateIn({ seed, loss, reorder, duplicate, mark }: Sky): (flight: Flight) => Fate {
  return ({ from, nth, segment, timeMs }) => {
    if (timeMs >= HEALED_MS) return {};
    const dice = (kind: number): number =>
      hashFraction(seed, from === 'C' ? 0 : 1, segment.payload.length > 0 ? 0 : 1, nth, kind);
    if (dice(0) < loss) return { isLost: true };
    return {
      isMarked: dice(5) < mark,
      ...(dice(1) < reorder ? { extraMs: 200 * dice(2) } : {}),
      ...(dice(3) < duplicate ? { copyAfterMs: 300 * dice(4) } : {}),
    };
  };
}
