import fc from 'fast-check';
import type { TcpHeader } from '../../src/wire/tcp';
import type { TcpOption } from '../../src/wire/tcpOptions';
import { type Mechanism, MECHANISMS, type TcpOptions } from '../../src/experiment/tcpOptions';

const MS = 1_000_000;
const SECOND = 1000 * MS;
/** Longer than any of these runs has bad weather and stalled readers together. */
const PATIENCE_NS = 600 * SECOND;

/** Without these some byte may never arrive though the path is alive, or an end may come out as a failure. */
const NEEDED_TO_END: readonly Mechanism[] = [
  // Nobody asks again after a lost window update.
  'windowProbes',
  // A lost segment with nothing behind it stays lost.
  'retransmissionTimeout',
  // What came is not acknowledged a second time.
  'sequenceCheck',
  // The end of the stream is not noticed.
  'finCheck',
  // A lost SYN-ACK is not sent again.
  'threeWayHandshake',
  // Two that call each other never meet.
  'simultaneousOpen',
  // What a peer still sends is refused, as it is meant to be.
  'halfClose',
  // A peer whose last segment is repeated meets nobody: a RST ends what was whole.
  'timeWait',
];

const bool = fc.boolean();
const between = (least: number, most: number): fc.Arbitrary<number> => fc.integer({ min: least, max: most });

/** Few of them, or none, or any number. */
const without = (allowed: readonly Mechanism[]): fc.Arbitrary<readonly Mechanism[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 4, arbitrary: fc.subarray([...allowed], { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.subarray([...allowed]) },
  );

const timers = fc.record({
  rtoInitialNs: between(10 * MS, 3 * SECOND),
  rtoMinNs: between(10 * MS, SECOND),
  rtoMaxNs: between(SECOND, 60 * SECOND),
  rtoVarianceMinNs: between(MS, 200 * MS),
  delayedAckNs: fc.oneof(fc.constant(0), between(0, SECOND / 2)),
  // Shorter, and the last FIN of a storm meets nobody.
  timeWaitNs: between(130 * SECOND, 240 * SECOND),
  synGiveUpNs: fc.constant(PATIENCE_NS),
  dataGiveUpNs: fc.constant(PATIENCE_NS),
  finWait2Ns: fc.constantFrom(null, PATIENCE_NS),
  linearSynRetries: fc.nat(4),
  keepAlive: fc.option(
    fc.record({
      idleNs: between(5 * SECOND, 100 * SECOND),
      intervalNs: between(20 * SECOND, 75 * SECOND),
      probes: between(30, 100),
    }),
  ),
});

const choices = fc.record({
  initialWindowSegments: between(1, 10),
  sampleEveryAck: bool,
  timestamps: bool,
  sackPermitted: bool,
  duplicateSack: bool,
  nagle: bool,
  quickAckSegments: fc.nat(20),
  slowStartAfterIdle: bool,
  growthLimitSegments: fc.constantFrom(1, 2, 1000),
  // Without any, an empty window probe would never be answered.
  challengeAckLimit: fc.constantFrom(1, 10, 1000),
  dialect: fc.constantFrom('rfc' as const, 'linux' as const, 'freebsd' as const),
  congestionControl: fc.constantFrom('reno' as const, 'cubic' as const),
  avoidanceGrowth: fc.constantFrom('perWindow' as const, 'perAck' as const),
  hybridSlowStart: bool,
  growsOnlyWhenLimited: bool,
  ecn: bool,
  rackTlp: bool,
  tailLossProbe: bool,
  proportionalRateReduction: bool,
  forwardRtoRecovery: bool,
  undoesSpuriousReductions: bool,
});

/** Mostly large ones, so that much is in flight. */
const bufferBytes = fc.oneof(
  { weight: 1, arbitrary: between(1, 4000) },
  { weight: 3, arbitrary: fc.constantFrom(20_000, 65_535, 1_000_000) },
);

/** The window has to be at least one unit of what the scale can say. */
const buffers = fc
  .record({
    windowScale: fc.option(fc.nat(14)),
    receiveBufferBytes: bufferBytes,
    sendBufferBytes: bufferBytes,
  })
  .map((all) => ({
    ...all,
    receiveBufferBytes: Math.max(all.receiveBufferBytes, 1 << (all.windowScale ?? 0)),
  }));

/** Every setting there is; give-up times are beyond the longest trouble. */
export const tcpOptions = (allowed: readonly Mechanism[]): fc.Arbitrary<TcpOptions> =>
  fc
    .tuple(timers, choices, buffers, without(allowed))
    .map(([time, choice, buffer, off]) => ({ ...time, ...choice, ...buffer, without: off }));

export const HARMLESS: readonly Mechanism[] = MECHANISMS.filter((one) => !NEEDED_TO_END.includes(one));

type Forgery = Pick<TcpHeader, 'flags' | 'sequence' | 'acknowledgment' | 'window' | 'options'> & {
  readonly payload: Uint8Array;
};

/** What the apps of both ends do, in order; waits are in milliseconds. */
export type Act =
  | { readonly kind: 'write'; readonly bytes: number }
  | { readonly kind: 'read'; readonly bytes: number }
  | { readonly kind: 'stall' | 'resume' | 'shutdown' | 'abort' | 'softError' | 'hardError' }
  /** A router claims that the path takes packets of so many bytes. */
  | { readonly kind: 'pathMtu'; readonly bytes: number }
  /** Somebody else sends a segment; numbers count from the ISNs. */
  | { readonly kind: 'forge'; readonly segment: Forgery };

export interface Step {
  readonly waitMs: number;
  readonly side: 'client' | 'server';
  readonly act: Act;
}

const act = (most: number): fc.Arbitrary<Act> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), bytes: between(1, most) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('read' as const), bytes: between(1, 2000) }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'stall' as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'resume' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'shutdown' as const }) },
  );

/** At most 30 acts; writes of up to `most` bytes, and what else the network or a stranger does. */
export const steps = (
  most: number,
  mischief: readonly fc.Arbitrary<Act>[] = [],
): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.record({
      waitMs: fc.oneof(fc.constant(0), fc.nat(100), fc.nat(3000)),
      side: fc.constantFrom('client' as const, 'server' as const),
      act: fc.oneof(
        { weight: 15, arbitrary: act(most) },
        ...mischief.map((arbitrary) => ({ weight: 1, arbitrary })),
      ),
    }),
    { maxLength: 30, size: 'max' },
  );

/** Whole per cents: doubles are nearly always too small to matter. */
const share = (most: number): fc.Arbitrary<number> => fc.nat(100 * most).map((percent) => percent / 100);

export const weather = fc.record({
  seed: fc.nat(),
  loss: fc.oneof(fc.constant(0), share(0.1), share(0.6)),
  reorder: fc.oneof(fc.constant(0), share(0.6)),
  duplicate: fc.oneof(fc.constant(0), share(0.6)),
  mark: fc.oneof(fc.constant(0), share(1)),
});
export type Sky = typeof weather extends fc.Arbitrary<infer T> ? T : never;

const option: fc.Arbitrary<TcpOption> = fc.oneof(
  fc.record({
    kind: fc.constant('timestamps' as const),
    value: fc.nat(0xffff_ffff),
    echo: fc.nat(0xffff_ffff),
  }),
  fc.record({ kind: fc.constant('maxSegmentSize' as const), bytes: fc.nat(0xffff) }),
  fc.record({ kind: fc.constant('windowScale' as const), shift: fc.nat(255) }),
  fc.constant({ kind: 'sackPermitted' as const }),
  fc.record({
    kind: fc.constant('sack' as const),
    blocks: fc.array(fc.record({ left: fc.nat(0xffff_ffff), right: fc.nat(0xffff_ffff) }), { maxLength: 4 }),
  }),
);
const number = fc.oneof(between(-2000, 10_000), between(-0x8000_0000, 0x7fff_ffff));
const forgery: fc.Arbitrary<Forgery> = fc.record({
  flags: fc.nat(0xff),
  sequence: number,
  acknowledgment: number,
  window: fc.nat(0xffff),
  options: fc.array(option, { maxLength: 3 }),
  payload: fc.uint8Array({ maxLength: 40 }),
});

export const ABORT: fc.Arbitrary<Act> = fc.constant({ kind: 'abort' });
export const ICMP: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<Act>({ kind: 'softError' }, { kind: 'hardError' }),
  fc.record({ kind: fc.constant('pathMtu' as const), bytes: fc.nat(1500) }),
);
export const FORGERY: fc.Arbitrary<Act> = fc.record({
  kind: fc.constant('forge' as const),
  segment: forgery,
});

const nearWrap = fc.nat(20_000).map((before) => 0xffff_ffff - before);
/** Numbers that wrap during the run, as often as not. */
export const numbers = fc.record({
  clientSequence: fc.oneof(nearWrap, fc.nat(0xffff_ffff)),
  serverSequence: fc.oneof(nearWrap, fc.nat(0xffff_ffff)),
  timestampOffset: fc.oneof(
    nearWrap,
    fc.nat(20_000).map((before) => 0x7fff_ffff - before),
    fc.nat(0xffff_ffff),
  ),
});
