import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import styles from './NoticeBar.module.css';
import type { Session } from './session';

const NO_VALUES = { where: '', limit: '', name: '', size: '', pieces: '', message: '' };

/** One sentence about something that could not be done, until it is dismissed. */
export function NoticeBar({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const told = useStore(session.experiment, (state) => state.notice);
  if (!told) return null;
  return (
    <div className={styles['notice']} role="alert" data-layer>
      <Icon name="warning" />
      <span className={styles['text']}>
        {t(`problems.${told.key}`, { ...NO_VALUES, ...told.values })}{' '}
        {told.showsDefaultTown && t('problems.defaultTown')}
      </span>
      <Button onClick={() => session.notify(null)}>{t('app.dismiss')}</Button>
    </div>
  );
}
