import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { LIMITS } from '../experiment/limits';
import type { LinkState } from '../experiment/linkState';
import { presetOf } from '../experiment/presets/inOrder';
import type { Problem } from '../experiment/problem';
import type { TownFile } from '../experiment/townFile';
import { type ParsedTown, parseTownText, townFileToJson } from '../experiment/townText';
import { packTown, unpackTown } from '../experiment/townLink';
import { utf8 } from '../experiment/utf8';

/** How a town is looked at, beside the town itself. */
export type TownView = Omit<LinkState, 'street'>;

/** What an address that speaks of a town says. */
export type TownAddress =
  | { readonly ok: true; readonly town: TownFile; readonly view: TownView }
  | { readonly ok: false; readonly problem: Problem };

/** The town of a hash fragment: a preset by its id, a packed one, or one that is kept here; `null`: it is kept elsewhere. */
export function readTownAddress(hash: string): TownAddress | null {
  const words = new URLSearchParams(hash);
  const text = words.get('town') ?? '';
  const preset = presetOf(text);
  const found = preset
    ? { ok: true as const, town: preset.town }
    : text.startsWith(KEPT)
      ? keptTown(text)
      : unpackTown(text);
  return found?.ok ? { ...found, view: viewOf(words) } : found;
}

/** Whether the address of a town means something in another browser, too. */
export function travels(town: TownFile): boolean {
  return !textOf(town).startsWith(KEPT);
}

/** The hash fragment of a town; one that is too long for an address is kept in this browser. */
export function townAddress(town: TownFile, view: TownView): string {
  const text = textOf(town);
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

/** An address that begins so names a town that is kept in this browser. */
const KEPT = 'kept.';
const STORE = 'packetTown.kept';

function keptTown(text: string): ParsedTown | null {
  try {
    const json = localStorage.getItem(STORE) ?? '';
    return text === keptName(json) ? parseTownText(json, '') : null;
  } catch {
    return null;
  }
}

/** The latest one takes the place of the one before. */
function keep(json: string): string {
  try {
    localStorage.setItem(STORE, json);
  } catch {
    // Private windows may refuse; the address then says that the town is missing.
  }
  return keptName(json);
}

function keptName(json: string): string {
  return `${KEPT}${bytesToHex(sha256(utf8(json))).slice(0, 16)}`;
}

const texts = new WeakMap<TownFile, string>();

/** A town is packed once: an address is written far more often than a town changes. */
function textOf(town: TownFile): string {
  let text = texts.get(town);
  if (text === undefined) {
    const preset = presetOf(town.name);
    text =
      preset && isSameTown(preset.town, town)
        ? preset.id
        : (packTown(town) ?? keep(JSON.stringify(townFileToJson(town))));
    texts.set(town, text);
  }
  return text;
}

function isSameTown(one: TownFile, other: TownFile): boolean {
  return one === other || JSON.stringify(townFileToJson(one)) === JSON.stringify(townFileToJson(other));
}
