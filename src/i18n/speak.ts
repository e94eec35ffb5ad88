import { fetchFirstWords, fetchLaterWords } from './fetchWords';
import type { Language } from './language';
import type { Speaker } from './speaker';

let tell: () => void;

/** Resolves when the words of everything beyond the first screen are there: parts that speak them wait for it. */
export const laterWords = new Promise<void>((resolve) => {
  tell = resolve;
});

/** Fetches those words in the language that is spoken. Without them the parts come all the same, and name what they cannot say. */
export async function learnTheRest(speaker: Speaker): Promise<void> {
  const { language } = speaker.spoken;
  try {
    speaker.learn(language, await fetchLaterWords(language));
  } catch (error) {
    reportError(error);
  }
  tell();
}

/** Goes on in another language as soon as all its words have come. Rejects where they cannot be fetched. */
export async function speak(speaker: Speaker, language: Language): Promise<void> {
  if (!speaker.knows(language, 'why')) {
    const words = await Promise.all([fetchFirstWords(language), fetchLaterWords(language)]);
    for (const part of words) speaker.learn(language, part);
  }
  speaker.change(language);
}
