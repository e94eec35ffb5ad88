import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LESSON_KEYS } from '../lessons/view/lessonKeys';
import type { KeySection } from '../playback/KeysDialog';

const ACTIONS = [...new Set(LESSON_KEYS.map(({ action }) => action))];

/** The keys of lessons, for the help. */
export function useMoreKeys(): KeySection {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      title: t('lessons.keys'),
      keys: ACTIONS.map((action) => ({
        name: t(`lessons.key.${action}`),
        labels: LESSON_KEYS.filter((key) => key.action === action).map(({ label }) => label),
      })),
    }),
    [t],
  );
}
