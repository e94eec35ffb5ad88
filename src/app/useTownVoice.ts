import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { laterWords } from '../i18n/speak';
import type { TownVoice } from '../playback/townVoice';
import type { Session } from './session';
import { isTown } from './subject';

/** What says in words what happens in a town; it is fetched with the first one that is opened. */
export function useTownVoice({ experiment }: Session): TownVoice | undefined {
  const isWanted = useStore(experiment, ({ shown }) => isTown(shown));
  const [voice, setVoice] = useState<TownVoice>();
  useEffect(() => {
    if (!isWanted) return;
    void Promise.all([import('../panels/townVoice'), laterWords]).then(([{ townVoice }]) =>
      setVoice(townVoice),
    );
  }, [isWanted]);
  return voice;
}
