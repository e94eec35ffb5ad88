import type { TFunction } from 'i18next';
import type { Run } from '../trace/run';
import type { News } from '../trace/townNews';
import type { FormatLanguage } from '../ui/format';

/** The words and the number format of the language chosen now. */
export interface VoiceWords {
  readonly t: TFunction;
  readonly language: FormatLanguage;
}

/** Says what happens in a town, with the words of the instruments: they come after the first screen. */
export interface TownVoice {
  readonly news: (words: VoiceWords, run: Run, news: News) => string;
  /** What came of it all, once all is known. */
  readonly end: (t: TFunction, run: Run) => string;
}
