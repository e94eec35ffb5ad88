import type { Language } from '../i18n/language';
import type { Theme } from './viewStore';

/** What a browser remembers of a viewer; index.html reads the theme from the same place, before anything is drawn. */
export interface Preferences {
  readonly language?: Language;
  readonly theme?: Theme;
}

const KEY = 'packetTown';

/** What was kept, or nothing where the browser keeps nothing. */
export function readPreferences(): Preferences {
  try {
    const { language, theme } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    return {
      ...(language === 'ko' || language === 'en' ? { language } : {}),
      ...(theme === 'dark' || theme === 'light' ? { theme } : {}),
    };
  } catch {
    return {};
  }
}

/** Adds to what is kept; a browser that keeps nothing is no error. */
export function keepPreferences(change: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readPreferences(), ...change }));
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
