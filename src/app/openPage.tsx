import '../ui/tokens.css';
import './main.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import type { StartWorker } from '../bridge/simulator';
import { defaultStreet } from '../experiment/street';
import { i18nOf } from '../i18n/i18n';
import type { Language } from '../i18n/language';
import { learnTheRest } from '../i18n/speak';
import { App } from './App';
import { applyView } from './applyView';
import { notice } from './notice';
import { Session } from './session';
import { createViewStore, type Theme } from './viewStore';

/** What the page begins with. */
export interface Beginning {
  readonly language: Language;
  readonly theme: Theme;
  /** Those of the first screen, which are being fetched. */
  readonly words: Promise<object>;
  readonly startWorker: StartWorker;
}

/** Begins the first run, shows the page as soon as its words are there, and then fetches the rest. */
export async function openPage({ language, theme, words, startWorker }: Beginning): Promise<void> {
  const view = createViewStore(language, theme);
  const session = new Session(defaultStreet(language), view, startWorker);
  const startsPaused = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const isAsked = location.hash !== '';
  // A first visit plays at once; a link waits for the codec, which is not needed for anything that is seen first.
  if (!isAsked) openFirst(session, startsPaused);
  const opening = isAsked ? followAddress(session, startsPaused) : null;
  const spoken = i18nOf(language, await words);
  applyView(view, spoken);
  await new Promise<void>((resolve) => {
    createRoot(document.querySelector('#root')!).render(
      <StrictMode>
        <I18nextProvider i18n={spoken}>
          <App session={session} onDrawn={resolve} />
        </I18nextProvider>
      </StrictMode>,
    );
  });
  await timeToSpare();
  // Text is drawn with the system's font until these have come.
  void import('./fonts');
  await learnTheRest(spoken);
  await (opening ?? followAddress(session, startsPaused));
}

function openFirst(session: Session, startsPaused: boolean): void {
  const street = defaultStreet(session.view.getState().language);
  session.open(street, { atNs: 0, isPlaying: !startsPaused });
}

async function followAddress(session: Session, startsPaused: boolean): Promise<void> {
  const asked = location.hash !== '';
  try {
    const { followAddress: follow } = await import('./addressBar');
    await follow(session, startsPaused);
  } catch {
    // Without this part links are neither read nor written; the town itself needs neither.
    if (!asked) return;
    openFirst(session, startsPaused);
    session.notify({ ...notice('linkUnopened'), showsDefaultTown: true });
  }
}

/** What comes later comes at last, however busy the page is with drawing the town. */
const LONGEST_WAIT_MS = 600;

/** Resolves when the page has nothing better to do. */
async function timeToSpare(): Promise<void> {
  await new Promise<unknown>((resolve) => {
    // Safari has no such callback.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: LONGEST_WAIT_MS });
    else setTimeout(resolve, LONGEST_WAIT_MS / 2);
  });
}
