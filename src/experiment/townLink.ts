import { LIMITS } from './limits';
import { packText, unpackText } from './packedText';
import type { Problem, ProblemKind } from './problem';
import type { TownFile } from './townFile';
import { type ParsedTown, parseTownText, townFileToJson } from './townText';
import { utf8 } from './utf8';

const VERSION = '1';

/** What a town may inflate to: as much as a file may hold. Its messages may be long and all alike. */
const MOST_BYTES = LIMITS.experimentCharacters;

/** A town as text for an address, or `null` when it is too long for one. */
export function packTown(town: TownFile): string | null {
  const json = JSON.stringify(townFileToJson(town));
  if (utf8(json).length > MOST_BYTES) return null;
  const packed = `${VERSION}.${packText(json)}`;
  return packed.length > LIMITS.linkCharacters ? null : packed;
}

/** Reads what `packTown` wrote; any other text gives a problem. */
export function unpackTown(text: string): ParsedTown {
  const limit = LIMITS.linkCharacters;
  if (text.length > limit) return wrong({ kind: 'tooBig', where: '', limit });
  const [version, packed, ...rest] = text.split('.');
  if (packed === undefined || rest.length > 0 || !/^\d+$/.test(version ?? '')) return wrong('damagedLink');
  if (version !== VERSION) return wrong('unknownVersion');
  const json = unpackText(packed, MOST_BYTES);
  return json === undefined ? wrong('damagedLink') : parseTownText(json, '');
}

function wrong(problem: Problem | ProblemKind): ParsedTown {
  return { ok: false, problem: typeof problem === 'string' ? { kind: problem, where: '' } : problem };
}
