import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, type Street, streetExperiment, textPayload } from '../../src/experiment/street';
import { storyEndNs } from '../../src/trace/moments';
import type { Run } from '../../src/trace/run';
import { scoresAt } from '../../src/trace/scores';
import { formatBytes, formatTime } from '../../src/ui/format';
import { FIGURES, readable, withTown } from './town';

const HD = { width: 1280, height: 720, locale: 'en' } as const;
const LARGE = { width: 1920, height: 1080, locale: 'en' } as const;
const MS = 1_000_000;
const MOMENT = 200 * MS;
const first = defaultStreet('en');

/** The figures of a lane, worked out by the engine itself and not by the page. */
function figuresOf(run: Run, lane: number, timeNs: number): Readonly<Record<string, string>> {
  const scores = scoresAt(run, lane, timeNs);
  const time = (ns: number | null): string => (ns === null ? '–' : formatTime(ns, 'en'));
  const figures = {
    pieces: `${scores.piecesInApp} / ${scores.piecesTotal}`,
    packets: String(scores.packetsSent),
    again: String(scores.retransmissions),
    bytes: formatBytes(scores.bytesOnWire),
    first: time(scores.firstByteNs),
    finish: time(scores.finishNs),
  };
  return Object.fromEntries(Object.entries(figures).map(([name, text]) => [name, readable(text)]));
}

function endFigures(street: Street): readonly Readonly<Record<string, string>>[] {
  const run = simulateAll(streetExperiment(street));
  return [0, 1].map((lane) => figuresOf(run, lane, storyEndNs(run)));
}

/** Another message with luck in which everything that can differ does: a bare UDP never sends again. */
function otherStreet(): Street {
  const before = endFigures(first);
  for (let seed = 1; seed < 500; seed += 1) {
    const street = { ...first, seed, payload: textPayload('패킷 타운에 오신 것을 환영해요') };
    const after = endFigures(street);
    const isOther = after.every((figures, lane) =>
      FIGURES.every((name) => (lane === 1 && name === 'again') || figures[name] !== before[lane]![name]),
    );
    if (isOther) return street;
  }
  throw new Error('no luck in five hundred');
}

describe('nothing is scripted', () => {
  it('another seed and message change every number, to what the engine says', async () => {
    const other = otherStreet();
    await withTown({ ...HD, link: { street: first, playheadNs: 1 } }, async (town) => {
      const seen: Readonly<Record<string, string>>[][] = [];
      for (const street of [first, other]) {
        const run = simulateAll(streetExperiment(street));
        for (const timeNs of [MOMENT, storyEndNs(run)]) {
          await town.open({ street, playheadNs: timeNs });
          const shown: Readonly<Record<string, string>>[] = [];
          for (const [lane, transport] of (['tcp', 'udp'] as const).entries()) {
            const figures = async () =>
              Object.fromEntries(
                Object.entries(await town.figures(transport)).map(([name, text]) => [name, readable(text)]),
              );
            await expect.poll(figures).toEqual(figuresOf(run, lane, timeNs));
            shown.push(await figures());
          }
          seen.push(shown);
        }
      }
      const [, end, , otherEnd] = seen;
      for (const lane of [0, 1]) {
        for (const name of FIGURES) {
          if (lane === 1 && name === 'again') expect(otherEnd![lane]![name]).toBe('0');
          else expect(otherEnd![lane]![name]).not.toBe(end![lane]![name]);
        }
      }
    });
  });

  it('new luck is another run of the same message', async () => {
    // Here all the cards of the message have room on their shelf.
    await withTown({ ...LARGE, link: { street: first, playheadNs: 200 * MS } }, async (town) => {
      const luck = town.page.getByRole('button', { name: town.t('app.message.luck') });
      const seeds = new Set([first.seed]);
      for (let press = 0; press < 3; press += 1) {
        await luck.click();
        await expect.poll(async () => seeds.has((await town.address()).street.seed)).toBe(false);
        seeds.add((await town.address()).street.seed);
      }
      const { street } = await town.address();
      expect(street.payload).toEqual(first.payload);
      await expect.poll(() => luck.innerText()).toContain(String(street.seed));
      await town.toVerdict();
      const run = simulateAll(streetExperiment(street));
      await expect.poll(() => town.holes('server udp')).toEqual(holesOf(run));
    });
  });
});

/** The first piece of each hole that is drawn: a row of missing pieces is one hole, and none is drawn at the end. */
function holesOf(run: Run): readonly number[] {
  const { missingPieces } = run.result!.lanes[1]!;
  let last = scoresAt(run, 1, Number.MAX_SAFE_INTEGER).piecesTotal - 1;
  while (missingPieces.includes(last)) last -= 1;
  return missingPieces.filter((piece) => piece < last && !missingPieces.includes(piece - 1));
}
