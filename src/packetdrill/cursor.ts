import { ScriptFailure } from './verdict';

/** Blanks and comments, which may stand between any two words. */
const BLANK = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
/** How much of the text a complaint quotes. */
const QUOTE_CHARACTERS = 30;

/** A place in the text of a script, moved on by what is read. Patterns must be sticky. */
export class Cursor {
  readonly #text: string;
  readonly #blank: RegExp;
  #at = 0;
  #lineStartsBefore = 0;
  #line = 1;

  /** `blank` matches what may stand between words. */
  constructor(text: string, blank: RegExp = BLANK) {
    this.#text = text;
    this.#blank = blank;
  }

  /** Line of the next word, from 1. */
  get line(): number {
    this.skipBlank();
    for (; this.#lineStartsBefore < this.#at; this.#lineStartsBefore += 1) {
      if (this.#text[this.#lineStartsBefore] === '\n') this.#line += 1;
    }
    return this.#line;
  }

  get isAtEnd(): boolean {
    this.skipBlank();
    return this.#at >= this.#text.length;
  }

  skipBlank(): void {
    this.take(this.#blank, false);
  }

  /** Reads what `pattern` matches here, blanks before it skipped; `undefined`, and nothing read, if it does not. */
  take(pattern: RegExp, skipsBlank = true): RegExpExecArray | undefined {
    if (skipsBlank) this.skipBlank();
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (!found) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }

  /** Whether `pattern` matches here; reads nothing. */
  sees(pattern: RegExp): boolean {
    this.skipBlank();
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  /** As `take`, but it must match. */
  expect(pattern: RegExp, what: string): RegExpExecArray {
    return this.take(pattern) ?? this.fail(what);
  }

  /** Complains about what stands here. */
  fail(expected: string): never {
    const { line } = this;
    const rest = this.#text.slice(this.#at).split('\n')[0]!.slice(0, QUOTE_CHARACTERS);
    throw new ScriptFailure(line, expected, rest === '' ? 'the end of the line' : `'${rest}'`);
  }
}
