import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import type { Session } from './session';
import styles from './TownBar.module.css';
import { TownFutures } from './TownFutures';
import { openTownFile, saveTownFile } from './townFiles';
import { townName } from './townName';

/** Above a town: what it is called, and what can be done with it as a whole. */
export function TownBar({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const town = useStore(session.experiment, (state) => state.town);
  const canUndo = useStore(session.experiment, ({ history }) => history.past.length > 0);
  const canRedo = useStore(session.experiment, ({ history }) => history.future.length > 0);
  if (!town) return null;
  const name = townName(town, t);
  return (
    <section className={styles['bar']} aria-label={t('builder.bar')}>
      <h2 className={styles['name']}>{name}</h2>
      <TownFutures session={session} />
      <div className={styles['tools']}>
        <Button onClick={() => openBuilder(session)}>
          <Icon name="build" /> {t('builder.build')}
        </Button>
        <span className={styles['group']}>
          <Step icon="undo" label={t('builder.undo')} isOn={canUndo} onPress={() => session.undo()} />
          <Step icon="redo" label={t('builder.redo')} isOn={canRedo} onPress={() => session.redo()} />
        </span>
        <span className={styles['group']}>
          <IconButton icon="download" label={t('builder.save')} onPress={() => saveTownFile(town, name)} />
          <OpenButton session={session} />
        </span>
        <Button title={t('builder.back')} onClick={() => session.closeTown()}>
          <Icon name="house" /> <span className={styles['backWord']}>{t('builder.back')}</span>
        </Button>
      </div>
    </section>
  );
}

/** Before a class the instruments are out of sight until they are asked for. */
function openBuilder(session: Session): void {
  session.showTab('build');
  if (session.view.getState().isProjected) session.view.setState({ isWide: true });
}

interface StepProps {
  readonly icon: 'undo' | 'redo';
  readonly label: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

/** Keeps its place, and the focus, while there is nothing to take back. */
function Step({ icon, label, isOn, onPress }: StepProps): ReactNode {
  return (
    <Button
      look="quiet"
      shape="icon"
      aria-label={label}
      title={label}
      aria-disabled={!isOn}
      onClick={() => isOn && onPress()}
    >
      <Icon name={icon} />
    </Button>
  );
}

function OpenButton({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton icon="folder" label={t('builder.open')} onPress={() => chooser.current?.click()} />
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('builder.open')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void openTownFile(session, file);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
