import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../i18n/language';
import type { LessonPlayer } from '../lessons/player/player';
import type { History } from './history';
import type { Subject } from './subject';

/** The town as it was when a lesson began. */
export interface TownBefore {
  readonly subject: Subject;
  readonly history: History;
  readonly atNs: number;
  readonly speed: number;
}

/** A lesson under way, and what to go back to. */
export interface LessonRoom {
  readonly player: LessonPlayer;
  readonly before: TownBefore;
  /** It was opened on the page, so Back leads to the page; one in the address came from elsewhere, and Back leads there. */
  readonly isOpenedHere: boolean;
  /** The hash fragment of where the viewer is in it. */
  readonly link: (language: Language) => string;
}

export type LessonStore = StoreApi<{ readonly room: LessonRoom | null }>;

/** No lesson yet. */
export function createLessonStore(): LessonStore {
  return createStore<{ readonly room: LessonRoom | null }>(() => ({ room: null }));
}
