import type { i18n } from 'i18next';
import { i18nOf } from './i18n';
import type { Language } from './language';

const LOAD: Readonly<Record<Language, () => Promise<object>>> = {
  ko: async () => (await import('./koWords')).koWords,
  en: async () => (await import('./enWords')).enWords,
};

/** Fetches the words of one language: those of the other are a third of all that a first visit would load. */
export async function loadI18n(language: Language): Promise<i18n> {
  return i18nOf(language, await LOAD[language]());
}

/** Goes on in another language as soon as its words have come. Rejects where they cannot be fetched. */
export async function speak(instance: i18n, language: Language): Promise<void> {
  if (!instance.hasResourceBundle(language, 'translation')) {
    instance.addResourceBundle(language, 'translation', await LOAD[language]());
  }
  await instance.changeLanguage(language);
}
