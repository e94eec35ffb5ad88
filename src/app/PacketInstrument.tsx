import { lazy, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './App.module.css';
import { handsOn } from './hands';
import type { InstrumentProps } from './instrumentProps';

const Inspector = lazy(async () => ({ default: (await import('../panels/Inspector')).Inspector }));
const Surgery = lazy(async () => ({ default: (await import('../panels/hands/Surgery')).Surgery }));

/** Pointing at another packet looks into that one for as long as it is pointed at; hands are on the chosen one. */
export function PacketInstrument({
  run,
  playhead,
  selected,
  hovered,
  onSeek,
  session,
}: InstrumentProps): ReactNode {
  const { t } = useTranslation();
  const hands = useMemo(() => handsOn(session), [session]);
  const shown = hovered ?? selected;
  if (!shown) return <p className={styles['quiet']}>{t('app.nothingSelected')}</p>;
  return (
    <>
      {selected && <Surgery run={run} playhead={playhead} packet={selected} hands={hands} look="row" />}
      <Inspector run={run} playhead={playhead} selected={shown} onSeek={onSeek} />
    </>
  );
}
