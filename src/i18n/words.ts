import { enWords } from './enWords';
import { koWords } from './koWords';
import type { Language } from './language';

/** The words of every language at once: for tests and tools. The page loads those of the language that it speaks. */
export const WORDS: Readonly<Record<Language, object>> = { ko: koWords, en: enWords };
