import { parseSync, Visitor } from 'vite';
import { isTest, type Source } from './source';

/** The words of one language: nested objects whose leaves are texts. */
export interface Words {
  readonly [name: string]: string | Words;
}

/** Texts by their whole key, e.g. 'stage.room.closed'. */
export type FlatWords = ReadonlyMap<string, string>;

/** What the sources ask for: whole keys, and for keys put together at run time the parts that are fixed. */
export interface AskedKeys {
  readonly whole: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
}

const PLURAL = /_(?:zero|one|two|few|many|other)$/u;

/** Flattens nested words. */
export function flatten(words: Words, prefix = ''): FlatWords {
  return new Map(
    Object.entries(words).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[prefix + name, value] as const]
        : [...flatten(value, `${prefix}${name}.`)],
    ),
  );
}

/** Says where two languages differ in their keys (plural forms aside), lack a text, or name other placeholders. */
export function languageGaps(first: FlatWords, second: FlatWords): readonly string[] {
  const a = byMeaning(first);
  const b = byMeaning(second);
  const onlyIn = (one: typeof a, other: typeof a, name: string): string[] =>
    [...one.keys()].filter((key) => !other.has(key)).map((key) => `${key}: only in the ${name} language`);
  const differing = [...a].flatMap(([key, places]) => {
    const others = b.get(key);
    return others === undefined || others === places ? [] : [`${key}: placeholders ${places} and ${others}`];
  });
  const empty = [...first, ...second]
    .filter(([, text]) => text.trim() === '')
    .map(([key]) => `${key}: no text`);
  return [...onlyIn(a, b, 'first'), ...onlyIn(b, a, 'second'), ...differing, ...empty];
}

/** Key without its plural form → its placeholders in order of the alphabet. `count` chooses the form and may go unsaid. */
function byMeaning(words: FlatWords): ReadonlyMap<string, string> {
  const meanings = new Map<string, Set<string>>();
  for (const [key, text] of words) {
    const name = key.replace(PLURAL, '');
    const places = meanings.get(name) ?? new Set<string>();
    for (const [, place] of text.matchAll(/\{\{\s*([\w.]+)/gu)) {
      if (place !== undefined && place !== 'count') places.add(place);
    }
    meanings.set(name, places);
  }
  return new Map([...meanings].map(([key, places]) => [key, [...places].toSorted().join(' ')]));
}

/** Collects what looks like a key from the texts in the code: 'a.b' and `a.${kind}.b`. */
export function askedKeys(sources: readonly Source[]): AskedKeys {
  const whole = new Set<string>();
  const patterns: RegExp[] = [];
  const visitor = new Visitor({
    Literal(node) {
      if (typeof node.value === 'string' && /^\w+(?:\.\w+)+$/u.test(node.value)) whole.add(node.value);
    },
    TemplateLiteral(node) {
      const parts = node.quasis.map((quasi) => quasi.value.cooked ?? '');
      if (!/^\w+\.[\w.]*$/u.test(parts[0] ?? '') || !parts.every((part) => /^[\w.]*$/u.test(part))) return;
      patterns.push(
        new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+')}$`, 'u'),
      );
    },
  });
  for (const source of sources) {
    if (!isTest(source)) visitor.visit(parseSync(source.path, source.text).program);
  }
  return { whole, patterns };
}

/** Keys of the words that nothing in the code asks for. */
export function unusedKeys(words: FlatWords, asked: AskedKeys): readonly string[] {
  return [...words.keys()]
    .map((key) => key.replace(PLURAL, ''))
    .filter((key) => !asked.whole.has(key) && !asked.patterns.some((pattern) => pattern.test(key)));
}

/** Keys that the code asks for (in a part of the words that there is) and that are in no language. */
export function missingKeys(words: FlatWords, asked: AskedKeys): readonly string[] {
  const keys = new Set([...words.keys()].map((key) => key.replace(PLURAL, '')));
  const parts = new Set([...keys].map((key) => key.split('.')[0]));
  return [...asked.whole].filter(
    (key) => parts.has(key.split('.')[0]) && !keys.has(key) && !/\.\w+\.(?:tsx?|css)$/u.test(key),
  );
}
