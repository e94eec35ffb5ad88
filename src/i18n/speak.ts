import type { i18n } from 'i18next';
import { fetchFirstWords, fetchLaterWords } from './fetchWords';
import type { Language } from './language';

let tell: () => void;

/** Resolves when the words of everything beyond the first screen are there: parts that speak them wait for it. */
export const laterWords = new Promise<void>((resolve) => {
  tell = resolve;
});

/** Fetches those words in the language that is spoken. Without them the parts come all the same, and name what they cannot say. */
export async function learnTheRest(instance: i18n): Promise<void> {
  const language = instance.language === 'ko' ? 'ko' : 'en';
  try {
    add(instance, language, await fetchLaterWords(language));
  } catch (error) {
    reportError(error);
  }
  tell();
}

/** Goes on in another language as soon as all its words have come. Rejects where they cannot be fetched. */
export async function speak(instance: i18n, language: Language): Promise<void> {
  if (instance.getResource(language, 'translation', 'why') === undefined) {
    const words = await Promise.all([fetchFirstWords(language), fetchLaterWords(language)]);
    for (const part of words) add(instance, language, part);
  }
  await instance.changeLanguage(language);
}

function add(instance: i18n, language: Language, words: object): void {
  instance.addResourceBundle(language, 'translation', words, true, true);
}
