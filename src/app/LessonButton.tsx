import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LessonId } from '../lessons/lesson';
import { laterWords } from '../i18n/speak';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import styles from './Header.module.css';
import type { Session } from './session';

const LessonList = lazy(async () => {
  const [{ LessonList: list }] = await Promise.all([import('../lessons/view/LessonList'), laterWords]);
  return { default: list };
});

/** Opens the list of lessons. */
export function LessonButton({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const open = async (id: LessonId): Promise<void> => {
    setOpen(false);
    const { openLesson } = await import('./lessonRoom');
    openLesson(session, id);
  };
  return (
    <>
      <Button look="quiet" title={t('lessons.open')} onClick={() => setOpen(true)}>
        <Icon name="lesson" />
        <span className={styles['shareText']}>{t('lessons.open')}</span>
      </Button>
      {isOpen && (
        <Suspense>
          <LessonList onOpen={(id) => void open(id)} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
