import * as fc from 'fast-check';
import type { Command, LinkSettings, Rule, Weather } from '../src/experiment/experiment';
import { LIMITS } from '../src/experiment/limits';
import { filePayload, type Street, textPayload } from '../src/experiment/street';

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const probability = (): fc.Arbitrary<number> => fc.double({ min: 0, max: 1, noNaN: true });
const road = (): fc.Arbitrary<string> => fc.constantFrom('C-R1', 'R1-R2', 'R2-R3', 'R3-S');

const anyWeather = (): fc.Arbitrary<Weather> =>
  fc.record({
    loss: probability(),
    reorder: probability(),
    reorderDelayNs: whole(0, LIMITS.delayNs),
    duplicate: probability(),
    corrupt: probability(),
  });

const anyLink = (): fc.Arbitrary<LinkSettings> =>
  fc.record({
    delayNs: whole(0, LIMITS.delayNs),
    rateBps: fc.oneof(fc.constant(0), whole(LIMITS.slowestRateBps, LIMITS.rateBps)),
    queuePackets: whole(0, LIMITS.queuePackets),
  });

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

const anyCommands = (): fc.Arbitrary<Command[]> => {
  const when = { atNs: whole(0, LIMITS.timeNs), link: road() };
  const command = fc.oneof(
    fc.record({ kind: fc.constant('setWeather' as const), ...when, weather: anyWeather() }),
    fc.record({ kind: fc.constant('setLink' as const), ...when, settings: anyLink() }),
  );
  return fc
    .array(command, { maxLength: 6 })
    .map((commands) => commands.toSorted((one, other) => one.atNs - other.atNs));
};

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
      lanes: fc.subarray(['tcp', 'udp'] as const, { minLength: 1 }),
      tcp: fc.constantFrom('classroom' as const, 'rfc' as const, 'linux' as const),
      rules: fc.array(anyRule(), { maxLength: 6 }),
      commands: anyCommands(),
    })
    .map(({ message, ...choices }) => ({ ...choices, ...message }));
