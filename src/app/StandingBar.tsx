import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { problemPlace } from '../panels/build/problemPlace';
import { useKeys } from '../playback/useKeys';
import { Icon } from '../ui/Icon';
import type { Session } from './session';
import styles from './StandingBar.module.css';

/** Where time is moved, of a town in which nothing can move yet: what it waits for. */
export function StandingBar({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const town = useStore(session.experiment, (state) => state.town);
  const problem = useStore(session.experiment, (state) => state.problem);
  useKeys(useMemo(() => ({ undo: () => session.undo(), redo: () => session.redo() }), [session]));
  if (!town || !problem) return null;
  const { key, name } = problemPlace(problem, town);
  return (
    <section className={styles['bar']} aria-label={t('playback.timeline')}>
      <span className={styles['track']} aria-hidden="true" />
      <p className={styles['sentence']}>
        <Icon name="build" /> {t(`builder.problem.${key}`, { name })}
      </p>
      <p className={styles['hint']}>{t('firstSteps.standing')}</p>
    </section>
  );
}
