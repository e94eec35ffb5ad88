import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import type { Session } from './session';
import styles from './TownBar.module.css';
import { townName } from './townName';

/** Above a town: what it is called, and what can be done to it as a whole. */
export function TownBar({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const town = useStore(session.experiment, (state) => state.town);
  const canUndo = useStore(session.experiment, ({ history }) => history.past.length > 0);
  const canRedo = useStore(session.experiment, ({ history }) => history.future.length > 0);
  if (!town) return null;
  return (
    <section className={styles['bar']} aria-label={t('builder.bar')}>
      <h2 className={styles['name']}>{townName(town, t)}</h2>
      <div className={styles['tools']}>
        <Button onClick={() => session.showTab('build')}>
          <Icon name="join" /> {t('builder.build')}
        </Button>
        {canUndo && <IconButton icon="undo" label={t('builder.undo')} onPress={() => session.undo()} />}
        {canRedo && <IconButton icon="redo" label={t('builder.redo')} onPress={() => session.redo()} />}
        <Button onClick={() => session.closeTown()}>{t('builder.back')}</Button>
      </div>
    </section>
  );
}
