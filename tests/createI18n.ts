import type { Language } from '../src/i18n/language';
import type { Spoken } from '../src/i18n/speaker';
import { translate } from '../src/i18n/translate';
import { WORDS } from '../src/i18n/words';

/** `language` with all its words, ready at once. */
export function createI18n(language: Language): Spoken {
  return { language, t: translate(language, WORDS[language]) };
}
