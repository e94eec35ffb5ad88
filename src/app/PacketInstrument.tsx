import { lazy, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { canTouch, touchesOf } from '../panels/hands/touches';
import { useFact } from '../panels/useFact';
import { isSamePacket } from '../trace/run';
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
  const taught = useStore(
    session.lesson,
    ({ room }) => room?.player.store.getState().lesson.visibleFields ?? null,
  );
  const hands = useMemo(() => handsOn(session), [session]);
  const shown = hovered ?? selected;
  const canFlip = useFact(
    playhead,
    (timeNs) => selected !== null && isSamePacket(shown, selected) && canTouch(run, selected, timeNs, 'flip'),
  );
  const flip = (bit: number): void => {
    if (selected) hands.perform(touchesOf(run, selected, playhead.get(), { kind: 'flip', bit }, false));
  };
  if (!shown) return <p className={styles['quiet']}>{t('app.nothingSelected')}</p>;
  return (
    <>
      {selected && <Surgery run={run} playhead={playhead} packet={selected} hands={hands} look="row" />}
      <Inspector
        run={run}
        playhead={playhead}
        selected={shown}
        onSeek={onSeek}
        taught={taught}
        onFlip={canFlip ? flip : undefined}
      />
    </>
  );
}
