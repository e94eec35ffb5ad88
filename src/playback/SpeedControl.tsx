import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Slider } from '../ui/Slider';
import type { Playback } from './playback';
import styles from './SpeedControl.module.css';
import { NAMED_SPEEDS, speedIndex, SPEEDS } from './speeds';

const NOTCHES = NAMED_SPEEDS.map(({ speed }) => speedIndex(speed));

/** From 0.02× or slower to 100× on a logarithmic slider, with notches at the speeds that have a name. */
export function SpeedControl({ playback }: { readonly playback: Playback }): ReactNode {
  const { t } = useTranslation();
  const speed = useStore(playback.store, (state) => state.speed);
  const slowest = useStore(playback.store, (state) => state.slowest);
  const named = NAMED_SPEEDS.find((candidate) => candidate.speed === speed);
  const inWords = t('playback.speedValue', { speed: String(speed) });
  return (
    <div className={styles['speed']}>
      <span className={styles['value']} aria-hidden="true">
        {speed}×{named && <small className={styles['name']}>{t(`playback.speedName.${named.name}`)}</small>}
      </span>
      <Slider
        label={t('playback.speed')}
        value={speedIndex(speed)}
        min={speedIndex(slowest)}
        max={SPEEDS.length - 1}
        step={1}
        valueText={named ? `${inWords}, ${t(`playback.speedName.${named.name}`)}` : inWords}
        notches={NOTCHES}
        onChange={(index) => playback.setSpeed(SPEEDS[index] ?? speed)}
      />
    </div>
  );
}
