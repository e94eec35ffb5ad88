import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import styles from './Header.module.css';
import { LessonButton } from './LessonButton';
import { MessageComposer } from './MessageComposer';
import { notice } from './notice';
import { keepPreferences, type Preferences } from './preferences';
import type { Session } from './session';
import { TownsButton } from './TownsButton';

/** The name, what is sent, and how to look at it. */
export function Header({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const isLesson = useStore(session.lesson, ({ room }) => room !== null);
  const isTown = useStore(session.experiment, ({ town }) => town !== null);
  return (
    <header className={styles['header']}>
      <div className={styles['brand']}>
        <img src="./favicon.svg" alt="" width="32" height="32" />
        <h1 className={styles['name']}>{t('app.name')}</h1>
        <p className={styles['subtitle']}>{t('app.subtitle')}</p>
      </div>
      {isLesson || isTown ? <span /> : <MessageComposer session={session} />}
      <ViewButtons session={session} />
    </header>
  );
}

function ViewButtons({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const { view } = session;
  const language = useStore(view, (state) => state.language);
  const theme = useStore(view, (state) => state.theme);
  const other = language === 'ko' ? 'en' : 'ko';
  // What is chosen here is remembered; what a link asks for is not.
  const choose = (choice: Preferences): void => {
    view.setState(choice);
    keepPreferences(choice);
  };
  const themeLabel = theme === 'dark' ? t('app.themeLight') : t('app.themeDark');
  return (
    <div className={styles['buttons']}>
      <TownsButton session={session} />
      <LessonButton session={session} />
      <Button look="quiet" lang={other} onClick={() => choose({ language: other })}>
        {t('app.otherLanguage')}
      </Button>
      <IconButton
        icon={theme === 'dark' ? 'sun' : 'moon'}
        label={themeLabel}
        onPress={() => choose({ theme: theme === 'dark' ? 'light' : 'dark' })}
      />
      <ProjectorButton session={session} />
      <ShareButton session={session} />
    </div>
  );
}

function ProjectorButton({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const isProjected = useStore(session.view, (state) => state.isProjected);
  const label = isProjected ? t('app.unproject') : t('app.project');
  return (
    <IconButton
      icon="projector"
      className={styles['projector']}
      label={label}
      isPressed={isProjected}
      onPress={() => session.view.setState({ isProjected: !isProjected })}
    />
  );
}

/** How long the button says that it has worked. */
const SAID_MS = 2500;

function ShareButton({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const [said, setSaid] = useState<'share' | 'shared' | 'shareFailed'>('share');
  const share = async (): Promise<void> => {
    const { writeAddress } = await import('./addressBar');
    await writeAddress(session);
    const { town } = session.experiment.getState();
    if (town && !(await import('./townAddress')).travels(town)) session.notify(notice('townTooLong'));
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid('shared');
    } catch {
      // Pages over plain http may not write to the clipboard; the address bar holds the same link.
      setSaid('shareFailed');
    }
    setTimeout(() => setSaid('share'), SAID_MS);
  };
  return (
    <Button look="quiet" title={t('app.share')} onClick={() => void share()}>
      <Icon name={said === 'shared' ? 'check' : 'share'} />
      <span className={styles['shareText']} aria-live="polite">
        {t(`app.${said}`)}
      </span>
    </Button>
  );
}
