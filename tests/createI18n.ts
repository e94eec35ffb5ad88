import type { i18n } from 'i18next';
import { i18nOf } from '../src/i18n/i18n';
import type { Language } from '../src/i18n/language';
import { WORDS } from '../src/i18n/words';

/** An i18next that speaks `language`, ready at once. */
export function createI18n(language: Language): i18n {
  return i18nOf(language, WORDS[language]);
}
