import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from './language';
import type { koWords } from './koWords';

declare module 'i18next' {
  /** Korean is written first and lends the keys their types; a test holds that no language lacks one. */
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof koWords };
  }
}

/** An i18next that speaks `language`, with keys checked by the compiler: `t('stage.lobby')`. `words`: of that language. */
export function i18nOf(language: Language, words: object): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    supportedLngs: LANGUAGES,
    // A word that a language lacks is a bug to be seen, not a word of another language.
    fallbackLng: false,
    resources: { [language]: { translation: words } },
    initAsync: false,
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => reportError(new Error(`no word for ${key}`)),
  });
  return instance;
}
