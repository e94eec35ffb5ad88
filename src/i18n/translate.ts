import type { koWords } from './koWords';
import type { Language } from './language';

/** Words by name, in groups within groups. */
export interface WordTree {
  readonly [name: string]: string | WordTree;
}

/** Korean is written first and lends the keys their types; a test holds that no language lacks one. */
type Words = typeof koWords;

type Form = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
/** Without the form of a number, which is chosen when it is said. */
type Plain<Name extends string> = Name extends `${infer Stem}_${Form}` ? Stem : Name;

type TextsOf<Tree> = {
  readonly [Name in keyof Tree & string]: Tree[Name] extends string
    ? { readonly key: Plain<Name>; readonly text: Tree[Name] }
    : Below<Name, TextsOf<Tree[Name]>>;
}[keyof Tree & string];

type Below<Name extends string, Text> = Text extends {
  readonly key: infer Path extends string;
  readonly text: infer Said;
}
  ? { readonly key: `${Name}.${Path}`; readonly text: Said }
  : never;

/** The texts of all keys, e.g. `TextByKey['stage.lobby']`; of a key with forms, those of all its forms. */
type TextByKey = { readonly [Text in TextsOf<Words> as Text['key']]: Text['text'] };

type GapsIn<Text> = Text extends `${string}{{${infer Gap}}}${infer Rest}` ? Gap | GapsIn<Rest> : never;
type Value = string | number;

/** A name of words that every language has. */
type Key = keyof TextByKey;

/** Those among `K` that have no gaps. */
type Whole<K extends Key> = K extends Key ? (GapsIn<TextByKey[K]> extends never ? K : never) : never;

/**
 * Says the words of a key, with values in their gaps; a `count` chooses the form that goes with the number. Where a key
 * is chosen at run time among some with gaps and some without, the compiler asks for no values.
 */
export type TFunction = <K extends Key>(
  key: K,
  ...values: Whole<K> extends never
    ? [values: Readonly<Record<GapsIn<TextByKey[K]>, Value>>]
    : [values?: Readonly<Record<string, Value>>]
) => string;

const GAP = /\{\{(\w+)\}\}/gu;

/** Speaks one language out of `words`. Words that it lacks are a bug to be seen, not words of another language. */
export function translate(language: Language, words: WordTree): TFunction {
  const rules = new Intl.PluralRules(language);
  return (key, ...given) => {
    const values: Readonly<Record<string, Value>> | undefined = given[0];
    const group = key.split('.');
    const name = group.pop()!;
    const among = group.reduce<WordTree[string] | undefined>(inside, words);
    const text = textFor(among, name, values?.['count'], rules);
    if (text === undefined) {
      reportError(new Error(`no word for ${key}`));
      return key;
    }
    return values ? text.replaceAll(GAP, (gap, of: string) => String(values[of] ?? gap)) : text;
  };
}

function inside(tree: WordTree[string] | undefined, name: string): WordTree[string] | undefined {
  return typeof tree === 'object' ? tree[name] : undefined;
}

function textFor(
  among: WordTree[string] | undefined,
  name: string,
  count: Value | undefined,
  rules: Intl.PluralRules,
): string | undefined {
  const names = [name];
  if (typeof count === 'number') {
    names.unshift(`${name}_${rules.select(count)}`);
    if (count === 0) names.unshift(`${name}_zero`);
  }
  return names.map((one) => inside(among, one)).find((found) => typeof found === 'string');
}
