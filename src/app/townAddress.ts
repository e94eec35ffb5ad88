import { LIMITS } from '../experiment/limits';
import type { LinkState } from '../experiment/linkState';
import { presetOf } from '../experiment/presets/inOrder';
import type { Problem } from '../experiment/problem';
import { type TownFile, townFileToJson } from '../experiment/townFile';
import { packTown, unpackTown } from '../experiment/townLink';

/** How a town is looked at, beside the town itself. */
export type TownView = Omit<LinkState, 'street'>;

/** What an address that speaks of a town says. */
export type TownAddress =
  | { readonly ok: true; readonly town: TownFile; readonly view: TownView }
  | { readonly ok: false; readonly problem: Problem };

/** The town of a hash fragment: a preset by its id, or a packed one. */
export function readTownAddress(hash: string): TownAddress {
  const words = new URLSearchParams(hash);
  const text = words.get('town') ?? '';
  const preset = presetOf(text);
  const found = preset ? { ok: true as const, town: preset.town } : unpackTown(text);
  return found.ok ? { ...found, view: viewOf(words) } : found;
}

/** The hash fragment of a town, or `null` when it is too long for an address. */
export function townAddress(town: TownFile, view: TownView): string | null {
  const text = textOf(town);
  if (text === null) return null;
  const { playheadNs, language, speed, spacing, playing } = view;
  const words = new URLSearchParams({ town: text, at: String(Math.max(0, Math.round(playheadNs))) });
  if (language) words.set('lang', language);
  if (speed !== undefined) words.set('speed', String(speed));
  if (spacing) words.set('spacing', spacing);
  if (playing) words.set('playing', 'yes');
  return words.toString();
}

/** How it is looked at is never a reason to refuse a town: what is not understood is left out. Without `at` it plays. */
function viewOf(words: URLSearchParams): TownView {
  const atNs = Number(words.get('at'));
  const speed = Number(words.get('speed'));
  const language = oneOf(words.get('lang'), ['ko', 'en']);
  const spacing = oneOf(words.get('spacing'), ['true', 'even']);
  const isSpeed = speed >= LIMITS.slowestSpeed && speed <= LIMITS.fastestSpeed;
  return {
    playheadNs: Number.isSafeInteger(atNs) && atNs > 0 ? atNs : 0,
    ...(language ? { language } : {}),
    ...(isSpeed ? { speed } : {}),
    ...(spacing ? { spacing } : {}),
    playing: words.has('playing') || !words.has('at'),
  };
}

function oneOf<T extends string>(text: string | null, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === text);
}

const texts = new WeakMap<TownFile, string | null>();

/** A town is packed once: an address is written far more often than a town changes. */
function textOf(town: TownFile): string | null {
  let text = texts.get(town);
  if (text === undefined) {
    const preset = presetOf(town.name);
    text = preset && isSameTown(preset.town, town) ? preset.id : packTown(town);
    texts.set(town, text);
  }
  return text;
}

function isSameTown(one: TownFile, other: TownFile): boolean {
  return one === other || JSON.stringify(townFileToJson(one)) === JSON.stringify(townFileToJson(other));
}
