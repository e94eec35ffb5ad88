import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Speaker, Spoken } from './speaker';

/** Who speaks for the parts of the page. */
export const SpeakerContext = createContext<Speaker | null>(null);

/** The language that is spoken and its words. Renders the component again when the language changes. */
export function useTranslation(): Spoken {
  const speaker = useContext(SpeakerContext);
  if (!speaker) throw new Error('nobody speaks here');
  return useSyncExternalStore(speaker.subscribe, () => speaker.spoken);
}
