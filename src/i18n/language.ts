export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Korean for whoever prefers it to English, English for everyone else; `wanted` as in `navigator.languages`. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0];
    const language = LANGUAGES.find((known) => known === primary);
    if (language) return language;
  }
  return 'en';
}
