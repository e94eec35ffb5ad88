import * as fc from 'fast-check';
import type { Rule } from '../src/experiment/experiment';
import { LIMITS } from '../src/experiment/limits';
import { filePayload, type Street, textPayload } from '../src/experiment/street';
import { MECHANISMS, type TcpOptions } from '../src/experiment/tcpOptions';
import { anyStreetCommands } from './arbitraryCommands';
import { anyLink, anyWeather, road, whole } from './arbitraryRoad';

const anyRule = (): fc.Arbitrary<Rule> =>
  fc.record({
    link: road(),
    direction: fc.constantFrom(0 as const, 1 as const),
    role: fc.constantFrom('piece' as const, 'control' as const),
    nth: whole(1, 30),
    verdict: fc.oneof(
      fc.record({ kind: fc.constantFrom('drop' as const, 'dup' as const) }),
      fc.record({ kind: fc.constant('delay' as const), delayNs: whole(0, LIMITS.delayNs) }),
      fc.record({ kind: fc.constant('flip' as const), bit: whole(0, LIMITS.flipBit) }),
    ),
  });

/** Settings that go with every preset. */
const tcpChanges = (): fc.Arbitrary<Partial<TcpOptions>> =>
  fc.record(
    {
      nagle: fc.boolean(),
      congestionControl: fc.constantFrom('reno' as const, 'cubic' as const),
      delayedAckNs: whole(0, LIMITS.delayedAckNs),
      keepAlive: fc.constant(null),
      without: fc.subarray([...MECHANISMS]),
    },
    { requiredKeys: [] },
  );

const anyMessage = (): fc.Arbitrary<Pick<Street, 'payload' | 'pieceBytes'>> =>
  fc.oneof(
    fc.record({
      payload: fc.string({ unit: 'grapheme', maxLength: 60 }).map(textPayload),
      pieceBytes: fc.option(whole(1, 16)),
    }),
    fc.record({
      payload: fc
        .tuple(
          fc.string({ maxLength: 30 }),
          fc.constantFrom('image/png', 'application/zip'),
          fc.uint8Array({ maxLength: LIMITS.linkPayloadBytes, size: 'max' }),
        )
        .map(([name, mediaType, bytes]) => filePayload(name, mediaType, bytes.slice())),
      pieceBytes: fc.option(whole(5, LIMITS.pieceBytes)),
    }),
  );

/** Any choice that a street allows, not only those that make a good run: for codecs and checks. */
export const anyStreet = (): fc.Arbitrary<Street> =>
  fc
    .record({
      message: anyMessage(),
      seed: whole(0, LIMITS.seed),
      weather: anyWeather(),
      link: anyLink(),
      ports: fc.record({ tcp: whole(1, LIMITS.port), udp: whole(1, LIMITS.port) }),
      timing: fc.record({
        everyNs: fc.option(whole(0, LIMITS.everyNs)),
        leadNs: fc.option(whole(0, LIMITS.timeNs)),
        otherLinks: fc.option(anyLink()),
        keepsOpen: fc.boolean(),
      }),
      reliability: fc.option(
        fc.record({
          kind: fc.constant('stopAndWait' as const),
          timerNs: whole(LIMITS.shortestTimerNs, LIMITS.timerNs),
        }),
      ),
      lanes: fc.subarray(['tcp', 'udp'] as const, { minLength: 1 }),
      tcp: fc.constantFrom('classroom' as const, 'rfc' as const, 'linux' as const),
      tcpChanges: tcpChanges(),
      rules: fc.array(anyRule(), { maxLength: 6 }),
      commands: anyStreetCommands(),
    })
    .map(({ message, reliability, ...choices }) => ({
      ...choices,
      ...message,
      reliability: message.payload.numbered ? reliability : null,
    }));
