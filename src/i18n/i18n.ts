import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from './language';
import { type Words, WORDS } from './words';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Words };
  }
}

/** All words, ready at once, with keys checked by the compiler: `t('stage.lobby')`. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    supportedLngs: LANGUAGES,
    // A word that a language lacks is a bug to be seen, not a word of another language.
    fallbackLng: false,
    resources: { ko: { translation: WORDS.ko }, en: { translation: WORDS.en } },
    initAsync: false,
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => reportError(new Error(`no word for ${key}`)),
  });
  return instance;
}
