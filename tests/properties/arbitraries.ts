import fc from 'fast-check';
import type { Experiment, Weather } from '../../src/experiment/experiment';
import {
  defaultStreet,
  filePayload,
  type Street,
  streetExperiment,
  textPayload,
} from '../../src/experiment/street';

/** One run of everything the first screen can ask for, with weather up to 60 % of each misfortune. */
export const weather = (): fc.Arbitrary<Weather> => {
  const share = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: percent(60) });
  return fc.record({
    loss: share,
    reorder: share,
    reorderDelayNs: fc.integer({ min: 0, max: 300 }).map((ms) => ms * 1_000_000),
    duplicate: share,
    corrupt: share,
  });
};

const percent = (most: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: most }).map((value) => value / 100);

/** Mostly short messages, some to 20 kB, with pieces that keep the count of packets sane. */
const message = (): fc.Arbitrary<Pick<Street, 'payload' | 'pieceBytes'>> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant({ payload: textPayload(''), pieceBytes: 1 }) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 16 }))
        .map(([text, pieceBytes]) => ({ payload: textPayload(text), pieceBytes })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.uint8Array({ minLength: 1, maxLength: 20_000, size: 'max' }),
          fc.integer({ min: 500, max: 1400 }),
        )
        .map(([bytes, pieceBytes]) => ({
          payload: filePayload('noise.bin', 'application/octet-stream', bytes.slice()),
          pieceBytes,
        })),
    },
  );

const street = (): fc.Arbitrary<Street> =>
  fc
    .record({
      seed: fc.integer({ min: 0, max: 0xffff_ffff }),
      weather: weather(),
      message: message(),
      link: fc.record({
        delayNs: fc.integer({ min: 0, max: 200 }).map((ms) => ms * 1_000_000),
        rateBps: fc.constantFrom(0, 100_000, 1_000_000, 100_000_000),
        queuePackets: fc.integer({ min: 1, max: 40 }),
      }),
      tcp: fc.constantFrom('classroom' as const, 'rfc' as const, 'linux' as const),
    })
    .map(({ message: { payload, pieceBytes }, ...choices }) => ({
      ...defaultStreet('en'),
      ...choices,
      payload,
      pieceBytes,
    }));

export const experiment = (): fc.Arbitrary<Experiment> =>
  street().map((choices) => streetExperiment(choices));
