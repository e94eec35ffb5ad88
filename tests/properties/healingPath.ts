import fc from 'fast-check';
import { hashFraction } from '../../src/engine/hash';
import { type Fate, type Flight, VirtualWire } from '../../src/engine/tcp/virtualWire';
import type { Mechanism, TcpOptions } from '../../src/experiment/tcpOptions';
import { numbers, type Sky, type Step, steps, tcpOptions, weather } from './tcpArbitraries';
import { TwoApps } from './twoApps';

/** The weather is over by then, and the readers read. */
const HEALED_MS = 60_000;

/** Everything that a run of two connections depends on. */
export interface Story {
  readonly sky: Sky;
  readonly options: TcpOptions;
  readonly serverOptions: TcpOptions;
  readonly maxSegmentBytes: number;
  readonly script: readonly Step[];
  readonly numbers: { clientSequence: number; serverSequence: number; timestampOffset: number };
}

/** Short segments make long runs, so they come with short writes. */
const scale = fc.integer({ min: 1, max: 1448 }).chain((maxSegmentBytes) =>
  fc.record({
    maxSegmentBytes: fc.constant(maxSegmentBytes),
    script: steps(Math.min(3000, 10 * maxSegmentBytes)),
  }),
);

/** Any story in which mechanisms out of `allowed` may be switched off. */
export const story = (allowed: readonly Mechanism[]): fc.Arbitrary<Story> =>
  fc
    .record({
      sky: weather,
      options: tcpOptions(allowed),
      serverOptions: tcpOptions(allowed),
      scale,
      numbers,
    })
    .map(({ scale: sizes, ...rest }) => ({ ...rest, ...sizes }));

/** Two ends and what their apps do; at `HEALED_MS` the path is clear, both read what comes, and close. Not yet run. */
export function healingPath(told: Story): VirtualWire {
  const { sky, options, serverOptions, maxSegmentBytes, script } = told;
  const setup = { oneWayMs: 30, maxSegmentBytes, options, serverOptions, fate: fateIn(sky), ...told.numbers };
  const wire = new VirtualWire(setup).open();
  const apps = new TwoApps(wire, script);
  return wire.at(HEALED_MS, () => apps.end());
}

/** Each segment's fate is a function of who sent it and which it was. */
function fateIn({ seed, loss, reorder, duplicate }: Sky): (flight: Flight) => Fate {
  return ({ from, nth, segment, timeMs }) => {
    if (timeMs >= HEALED_MS) return {};
    const dice = (kind: number): number =>
      hashFraction(seed, from === 'C' ? 0 : 1, segment.payload.length > 0 ? 0 : 1, nth, kind);
    if (dice(0) < loss) return { isLost: true };
    return {
      ...(dice(1) < reorder ? { extraMs: 200 * dice(2) } : {}),
      ...(dice(3) < duplicate ? { copyAfterMs: 300 * dice(4) } : {}),
    };
  };
}
