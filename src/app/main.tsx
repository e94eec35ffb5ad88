import { fetchFirstWords } from '../i18n/fetchWords';
import { chooseLanguage } from '../i18n/language';
import { readPreferences } from './preferences';
import type { Beginning } from './openPage';
import { startWorker, warmWorker } from './startWorker';

/**
 * What takes longest to come is asked for at once: the engine's worker and the words, beside the page itself. Nothing
 * is waited for here, for the page's file needs what is in this one.
 */
function begin(): void {
  warmWorker();
  const preferences = readPreferences();
  const language = preferences.language ?? chooseLanguage(navigator.languages);
  const words = fetchFirstWords(language);
  void openPage({ language, theme: preferences.theme ?? 'light', words });
}

async function openPage(beginning: Omit<Beginning, 'startWorker'>): Promise<void> {
  const page = await import('./openPage');
  await page.openPage({ ...beginning, startWorker });
}

begin();
