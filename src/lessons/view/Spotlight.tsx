import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useToldBeat } from './useToldBeat';
import styles from './StageCaption.module.css';
import type { StageCaptionProps } from './StageCaption';

/** Dims the stage but for what is pointed at or has the focus, or else for what is told of. */
export function Spotlight({ player, playhead, spots }: StageCaptionProps): ReactNode {
  const isOn = useStore(player.store, (state) => state.showsSpotlight);
  const moment = useStore(player.store, (state) => state.moments)[useToldBeat(player, playhead)];
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const light = root.current;
    if (!light) return undefined;
    const shineAt = (x: number, y: number): void => {
      light.style.setProperty('--x', `${x}px`);
      light.style.setProperty('--y', `${y}px`);
    };
    const shineOn = (clientX: number, clientY: number): void => {
      const { left, top, right, bottom } = light.getBoundingClientRect();
      const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
      if (isInside) shineAt(clientX - left, clientY - top);
    };
    const told = moment && spots.seenAt(moment);
    if (told) shineAt(told.x, told.y);
    const ending = new AbortController();
    const { signal } = ending;
    addEventListener('pointermove', ({ clientX, clientY }) => shineOn(clientX, clientY), { signal });
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      const { left, top, width, height } = target.getBoundingClientRect();
      shineOn(left + width / 2, top + height / 2);
    };
    addEventListener('focusin', onFocus, { signal });
    return () => ending.abort();
  }, [isOn, moment, spots]);
  return isOn && <div ref={root} className={styles['spotlight']} data-spotlight aria-hidden="true" />;
}
