import { dragFigures } from './dragFigures';
import { editFigures } from './editFigures';
import type { Figure } from './figure';
import { heapFigures } from './heapFigures';
import { loadFigures } from './loadFigures';
import { openStand, type Stand } from './pageStand';
import { type Playing, playFigures } from './playFigures';
import { firstStreet, floodFullNs, floodStreet } from './streets';

const FLOODS = [30, 300, 1000, 10_000];

export interface PageBenchmark {
  /** The browser's program. */
  readonly executablePath: string;
  /** Where the built page is served, and its folder. */
  readonly url: string;
  readonly folder: string;
  readonly isQuick: boolean;
  /** Told of each part before it begins. */
  readonly onPart: (name: string) => void;
}

/** What is measured in a real browser. A part that does not come to its end gives a figure without value. */
export async function pageFigures(
  benchmark: PageBenchmark,
): Promise<{ readonly browser: string; readonly figures: readonly Figure[] }> {
  const stand = await openStand(benchmark.executablePath, benchmark.url);
  const figures: Figure[] = [];
  try {
    for (const [name, measure] of parts(stand, benchmark)) {
      benchmark.onPart(name);
      figures.push(...(await measure().catch((error: unknown) => [unfinished(name, error)])));
    }
    return { browser: stand.browser.version(), figures };
  } finally {
    await stand.browser.close();
  }
}

function parts(
  stand: Stand,
  { folder, isQuick }: PageBenchmark,
): readonly (readonly [string, () => Promise<readonly Figure[]>])[] {
  const playMs = isQuick ? 2000 : 6000;
  return [
    ['cold loads', () => loadFigures(stand, folder, isQuick ? 2 : 5)],
    ['edits', () => editFigures(stand, isQuick ? 4 : 20)],
    ...playings().map((playing) => [playing.name, () => playFigures(stand, playing, playMs)] as const),
    ['drag', () => dragFigures(stand, isQuick ? 30 : 100)],
    ['memory', () => heapFigures(stand)],
  ];
}

function playings(): readonly Playing[] {
  const first: Playing = {
    id: 'first',
    name: 'the first screen',
    street: firstStreet(),
    atNs: 60_000_000,
    speed: 0.03,
    frameAim: '≤ 1.5 ms',
    commitAim: 'no commit',
  };
  const floods = FLOODS.map((inFlight) => ({
    id: `flood${inFlight}`,
    name: `${inFlight} in flight`,
    street: floodStreet(inFlight),
    atNs: floodFullNs(inFlight)[0],
    speed: 0.1,
    ...(inFlight === 10_000 ? { frameAim: '≤ 8 ms' } : {}),
  }));
  return [first, ...floods];
}

function unfinished(name: string, error: unknown): Figure {
  const [why = ''] = String(error).split('\n');
  return { id: `unfinished.${name}`, what: name, unit: 'ms', value: null, facts: { why } };
}
