import type { Language } from './language';
import { type TFunction, translate, type WordTree } from './translate';

/** A language that is spoken. */
export interface Spoken {
  readonly language: Language;
  /** Another function with each change of language. */
  readonly t: TFunction;
}

/** What the page speaks now, and the words it has learnt so far. */
export class Speaker {
  readonly #words = new Map<Language, WordTree>();
  readonly #listeners = new Set<() => void>();
  #spoken: Spoken;

  constructor(language: Language, words: WordTree) {
    this.#words.set(language, { ...words });
    this.#spoken = this.#speak(language);
  }

  get spoken(): Spoken {
    return this.#spoken;
  }

  /** Whether it has the words of that group. */
  knows(language: Language, group: string): boolean {
    return this.#words.get(language)?.[group] !== undefined;
  }

  /** More words of a language; those of a group that is known already are added to it. */
  learn(language: Language, words: WordTree): void {
    const known: Record<string, WordTree[string]> = this.#wordsOf(language);
    for (const [group, more] of Object.entries(words)) {
      const before = known[group];
      known[group] = typeof before === 'object' && typeof more === 'object' ? { ...before, ...more } : more;
    }
  }

  /** Goes on in another language; who subscribed hears of it. */
  change(language: Language): void {
    this.#spoken = this.#speak(language);
    for (const listener of this.#listeners) listener();
  }

  /** Calls when the language has changed, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #wordsOf(language: Language): Record<string, WordTree[string]> {
    const known = this.#words.get(language) ?? {};
    this.#words.set(language, known);
    return known;
  }

  #speak(language: Language): Spoken {
    return { language, t: translate(language, this.#wordsOf(language)) };
  }
}
