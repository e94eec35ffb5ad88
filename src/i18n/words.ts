import { enWords } from './enWords';
import { koWords } from './koWords';
import type { Language } from './language';
import type { WordTree } from './translate';

/** The words of every language at once: for tests and tools. The page loads those of the language that it speaks. */
export const WORDS: Readonly<Record<Language, WordTree>> = { ko: koWords, en: enWords };
