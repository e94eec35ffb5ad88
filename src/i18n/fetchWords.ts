import type { Language } from './language';

const FIRST: Readonly<Record<Language, () => Promise<object>>> = {
  ko: async () => (await import('./koFirst')).koFirst,
  en: async () => (await import('./enFirst')).enFirst,
};

const LATER: Readonly<Record<Language, () => Promise<object>>> = {
  ko: async () => (await import('./koLater')).koLater,
  en: async () => (await import('./enLater')).enLater,
};

/** The words of the first screen in one language: few, for those of the other and of the rest can wait. */
export async function fetchFirstWords(language: Language): Promise<object> {
  return FIRST[language]();
}

/** The words in one language of what comes after the first screen. */
export async function fetchLaterWords(language: Language): Promise<object> {
  return LATER[language]();
}
