import { lazy, memo, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isMessageRun } from '../trace/messageRun';
import type { Run } from '../trace/run';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { Switch } from '../ui/Switch';
import { CaptionLine } from './CaptionLine';
import type { Playback } from './playback';
import { SpeedControl } from './SpeedControl';
import type { KeySection } from './KeysDialog';
import { Timeline } from './Timeline';
import type { TownVoice } from './townVoice';
import styles from './TransportBar.module.css';
import { type KeyHandlers, useKeys } from './useKeys';
import { VerdictLine } from './VerdictLine';

const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog')).KeysDialog }));

interface TransportBarProps {
  readonly run: Run;
  readonly playback: Playback;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** Keys of other parts of the page, for the help. */
  readonly moreKeys: KeySection;
  /** Says what happens in a town; undefined until it has come. */
  readonly voice?: TownVoice | undefined;
}

/** Everything that moves virtual time, and the sentence that says what it has come to. */
export function TransportBar(props: TransportBarProps): ReactNode {
  const { run, playback, onUndo, onRedo, moreKeys } = props;
  const isTown = !isMessageRun(run.experiment);
  const voice = isTown ? props.voice : undefined;
  const { t } = useTranslation();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const hasEnded = useStore(playback.store, (state) => state.hasEnded);
  const isHeldBack = useStore(playback.store, (state) => state.isHeldBack);
  const help = useCallback(() => setHelpOpen(true), []);
  useKeys(
    useMemo(
      () => ({ ...timeKeys(playback), help, undo: onUndo, redo: onRedo }),
      [playback, help, onUndo, onRedo],
    ),
  );
  return (
    <section className={styles['bar']} aria-label={t('playback.timeline')}>
      <Buttons playback={playback} onHelp={help} />
      <Timeline run={run} playback={playback} />
      <div className={styles['saying']} data-part="saying">
        {isHeldBack ? (
          <p className={styles['caption']} role="status">
            {t('playback.held')}
          </p>
        ) : isTown && !voice ? null : hasEnded ? (
          <VerdictLine run={run} voice={voice} />
        ) : (
          <CaptionLine run={run} playback={playback} voice={voice} />
        )}
        {hasEnded && (
          <Button look="strong" className={styles['again'] ?? ''} onClick={() => playback.play()}>
            <Icon name="restart" />
            {t('playback.again')}
          </Button>
        )}
      </div>
      {isHelpOpen && (
        <Suspense>
          <KeysDialog more={moreKeys} onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}

function timeKeys(playback: Playback): KeyHandlers {
  return {
    togglePlay: () => playback.toggle(),
    nextEvent: () => playback.step(1),
    previousEvent: () => playback.step(-1),
    restart: () => playback.seek(0),
    halfSpeed: () => playback.scaleSpeed(0.5),
    normalSpeed: () => playback.scaleSpeed(1),
    doubleSpeed: () => playback.scaleSpeed(2),
  };
}

interface ButtonsProps {
  readonly playback: Playback;
  readonly onHelp: () => void;
}

const Buttons = memo(function Buttons({ playback, onHelp }: ButtonsProps): ReactNode {
  const { t } = useTranslation();
  const isPlaying = useStore(playback.store, (state) => state.isPlaying);
  const spacing = useStore(playback.store, (state) => state.spacing);
  return (
    <div className={styles['buttons']}>
      <Button
        look="strong"
        shape="round"
        className={styles['play'] ?? ''}
        aria-label={isPlaying ? t('playback.pause') : t('playback.play')}
        onClick={() => playback.toggle()}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </Button>
      <IconButton icon="restart" label={t('playback.restart')} onPress={() => playback.seek(0)} />
      <IconButton icon="previous" label={t('playback.previousEvent')} onPress={() => playback.step(-1)} />
      <IconButton icon="next" label={t('playback.nextEvent')} onPress={() => playback.step(1)} />
      <SpeedControl playback={playback} />
      <Switch
        checked={spacing === 'even'}
        className={styles['even'] ?? ''}
        onChange={(isEven) => playback.setSpacing(isEven ? 'even' : 'true')}
      >
        <Icon name="even" />
        <span className={styles['evenWord']}>{t('playback.spacingEven')}</span>
      </Switch>
      <span className={styles['help']}>
        <IconButton icon="help" label={t('playback.help')} onPress={onHelp} />
      </span>
    </div>
  );
});
