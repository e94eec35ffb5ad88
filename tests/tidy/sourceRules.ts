import { parseSync } from 'vite';
import { PURE_MODULES } from './importTable';
import { isTest, withoutComments, type Source } from './source';

const MAX_LINES = 300;
const MAX_DEPTH = 3;
const VAGUE_NAMES = /\b(?:utils?|helpers?|managers?|services?|commons?|misc)\b/iu;
const BANNED_WORDS = /\b(?:TODO|FIXME|XXX)\b|(?:[uU]tils|[hH]elpers?|[mM]anager)\b/u;
const AMBIENT = /\bMath\.random\b|\bDate\b|\bperformance\.|\bconsole\.|\bsetTimeout\(|\bsetInterval\(/u;
/** Where Korean may stand outside tests: words, lessons, the first message, units of time, the analysis of letters. */
const KOREAN_PLACES = [
  'src/i18n/',
  'src/lessons/',
  'src/experiment/street.ts',
  'src/ui/format.ts',
  'src/stage/letters.ts',
];

/** A file has one subject and fits a few screens. */
export function sizeProblems(source: Source): readonly string[] {
  const lines = source.text.trimEnd().split('\n').length;
  return lines > MAX_LINES ? [`${source.path}: ${lines} lines, at most ${MAX_LINES}`] : [];
}

/** Folders are few and say what is in them; files are named as their main export is. */
export function nameProblems({ path }: Source): readonly string[] {
  const parts = path.split('/');
  const file = parts.at(-1) ?? '';
  const name = file.replace(/(?:\.test|\.bench|\.d)?\.(?:ts|tsx|mjs)$/u, '');
  const isWellNamed = file.endsWith('.tsx')
    ? /^[A-Z][A-Za-z0-9]*$/u.test(name) || /^[a-z][A-Za-z0-9]*$/u.test(name)
    : /^[a-z][A-Za-z0-9]*$/u.test(name);
  const words = path.replaceAll(/([a-z])([A-Z])/gu, '$1 $2');
  return [
    ...(parts[0] === 'src' && parts.length - 2 > MAX_DEPTH
      ? [`${path}: deeper than ${MAX_DEPTH} folders`]
      : []),
    ...(isWellNamed ? [] : [`${path}: not camelCase.ts or PascalCase.tsx`]),
    ...(VAGUE_NAMES.test(words) ? [`${path}: the name says nothing about its subject`] : []),
  ];
}

/** No work left for later, no drawers for odds and ends. A package's own names (in imports) are not ours to choose. */
export function wordProblems(source: Source): readonly string[] {
  return matchingLines(source.text, source.path, BANNED_WORDS).filter((line) => !/\bfrom '/u.test(line));
}

/** Names are the same everywhere: exports are named. */
export function defaultExportProblems(source: Source): readonly string[] {
  const entries = parseSync(source.path, source.text).module.staticExports.flatMap(
    (statement) => statement.entries,
  );
  const hasDefault = entries.some(
    ({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default',
  );
  return hasDefault ? [`${source.path}: a default export`] : [];
}

/** A pure module takes time and chance as arguments. */
export function ambientProblems(source: Source): readonly string[] {
  const isPure = PURE_MODULES.some((module) => source.path.startsWith(`src/${module}/`));
  return isPure && !isTest(source) ? matchingLines(withoutComments(source), source.path, AMBIENT) : [];
}

/** Words for people live where both languages do. */
export function languageProblems(source: Source): readonly string[] {
  if (isTest(source) || KOREAN_PLACES.some((place) => source.path.startsWith(place))) return [];
  return matchingLines(withoutComments(source), source.path, /\p{Script=Hangul}/u);
}

/** A test that does not run proves nothing, and a silenced rule gives its reason after `--`. */
export function silencedProblems(source: Source): readonly string[] {
  const skipped = isTest(source)
    ? matchingLines(withoutComments(source), source.path, /\b(?:it|test|describe)\.(?:only|skip|todo)\b/u)
    : [];
  const silenced = matchingLines(
    source.text,
    source.path,
    /(?:ox|es)lint-disable|@ts-(?:ignore|expect-error|nocheck)/u,
  );
  return [...skipped, ...silenced.filter((line) => !line.includes(' -- '))];
}

function matchingLines(text: string, path: string, pattern: RegExp): readonly string[] {
  return text
    .split('\n')
    .map((line, index) => `${path}:${index + 1}: ${line.trim()}`)
    .filter((line) => pattern.test(line.slice(line.indexOf(': ') + 2)));
}
