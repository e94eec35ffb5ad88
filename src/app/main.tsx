import '../ui/tokens.css';
import './main.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { defaultStreet } from '../experiment/street';
import { loadI18n } from '../i18n/loadI18n';
import { chooseLanguage } from '../i18n/language';
import { App } from './App';
import { applyView } from './applyView';
import { notice } from './notice';
import { readPreferences } from './preferences';
import { Session } from './session';
import { startWorker } from './startWorker';
import { createViewStore } from './viewStore';

const preferences = readPreferences();
const language = preferences.language ?? chooseLanguage(navigator.languages);
// Fetched while the worker starts and the first run is computed.
const coming = loadI18n(language);
const view = createViewStore(language, preferences.theme ?? 'light');
const street = defaultStreet(language);
const session = new Session(street, view, startWorker);
const startsPaused = matchMedia('(prefers-reduced-motion: reduce)').matches;

// A first visit plays at once; a link waits for the codec, which is not needed for anything that is seen first.
if (location.hash === '') session.open(street, { atNs: 0, isPlaying: !startsPaused });
void followAddressLater();
// Text is drawn with the system's font until these have come; the page does not count as loading for as long.
addEventListener('load', () => void import('./fonts'), { once: true });

const i18n = await coming;
applyView(view, i18n);
createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <App session={session} />
    </I18nextProvider>
  </StrictMode>,
);

async function followAddressLater(): Promise<void> {
  const asked = location.hash !== '';
  try {
    const { followAddress } = await import('./addressBar');
    await followAddress(session, startsPaused);
  } catch {
    // Without this part links are neither read nor written; the town itself needs neither.
    if (!asked) return;
    session.open(street, { atNs: 0, isPlaying: !startsPaused });
    session.notify({ ...notice('linkUnopened'), showsDefaultTown: true });
  }
}
