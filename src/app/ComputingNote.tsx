import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { knownUntilNs } from '../playback/course';
import { Button } from '../ui/Button';
import { formatTime } from '../ui/format';
import styles from './ComputingNote.module.css';
import type { Session } from './session';

/** Most runs are known sooner than anybody could read about it. */
const SHOWN_AFTER_MS = 1000;

/**
 * How far a run that takes long has come, and the way out: what has come of it is enough. It is part of the first
 * screen: a page that is at its limit would be long about fetching it.
 */
export function ComputingNote({ session }: { readonly session: Session }): ReactNode {
  const { t, i18n } = useTranslation();
  const isLong = useIsLong(useStore(session.experiment, (state) => state.isComputing));
  // What is shown may still be the run before, while this one is behind its moment.
  const knownNs = useStore(session.experiment, ({ run }) =>
    isLong && run && !run.result ? knownUntilNs(run) : null,
  );
  if (!isLong) return null;
  const time = formatTime(knownNs ?? 0, i18n.language === 'ko' ? 'ko' : 'en');
  return (
    <div className={styles['note']} data-layer>
      <span className={styles['dots']} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <p role="status">{t('computing.now')}</p>
      {knownNs !== null && <span className={styles['time']}>{t('computing.until', { time })}</span>}
      <Button onClick={() => void stop(session)}>{t('computing.stop')}</Button>
    </div>
  );
}

async function stop(session: Session): Promise<void> {
  const { stoppedRun } = await import('./stoppedRun');
  session.stopComputing(stoppedRun);
}

/** Whether something has been so for a while. */
function useIsLong(isSo: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isSo) return undefined;
    const timer = setTimeout(() => setLong(true), SHOWN_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isSo]);
  return isLong;
}
