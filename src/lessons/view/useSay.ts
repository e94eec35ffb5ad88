import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facts, Lesson } from '../lesson';

/** Says what the lesson's own words have under a name. */
export type Say = (name: string, facts?: Facts) => string;

/** The words of one lesson in the language of the page; a test holds that there are words for all its names. */
export function useSay({ id }: Lesson): Say {
  const { i18n } = useTranslation();
  return useCallback(
    (name, facts) => {
      // The names come from the lesson's data, so the compiler cannot know them.
      const say = i18n.t as (key: string, facts?: Facts) => string;
      return say(`lessonText.${id}.${name}`, facts);
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- i18n stays the same object when its language changes
    [i18n, i18n.language, id],
  );
}
