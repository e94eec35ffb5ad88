import * as v from 'valibot';
import type { Problem } from './problem';
import { MECHANISMS, type TcpOptions } from './tcpOptions';
import { tcpOptionsSchema } from './tcpOptionsSchema';
import { RFC_TCP } from './tcpPresets';
import { problemOf } from './validate';

/** What the words say, or the first problem with them. */
export type ParsedSettings =
  | { readonly ok: true; readonly settings: Partial<TcpOptions> }
  | { readonly ok: false; readonly problem: Problem };

/** Names of all settings but `without`, for which the names of the mechanisms stand. */
export const SETTING_NAMES: readonly string[] = Object.keys(RFC_TCP).filter((name) => name !== 'without');

/**
 * Settings as a person types them: `key=value`, the value as in JSON or a bare word, or the name of a mechanism, which
 * is switched off. The first problem found is told; its `where` is the word itself.
 */
export function parseSettings(words: readonly string[]): ParsedSettings {
  const settings: Record<string, unknown> = {};
  const without: string[] = [];
  for (const word of words) {
    const [key, value] = partsOf(word);
    const isKnown = value === undefined ? isMechanism(key) : SETTING_NAMES.includes(key);
    if (!isKnown) return { ok: false, problem: { kind: 'unknownField', where: word } };
    if (value === undefined) without.push(key);
    else settings[key] = valueOf(value);
    const parsed = v.safeParse(tcpOptionsSchema, { ...RFC_TCP, ...settings }, { abortEarly: true });
    if (!parsed.success) return { ok: false, problem: { ...problemOf(parsed.issues[0]), where: word } };
  }
  const off = MECHANISMS.filter((mechanism) => without.includes(mechanism));
  return { ok: true, settings: { ...settings, ...(off.length > 0 ? { without: off } : {}) } };
}

function partsOf(word: string): readonly [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function isMechanism(word: string): boolean {
  return MECHANISMS.some((mechanism) => mechanism === word);
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
