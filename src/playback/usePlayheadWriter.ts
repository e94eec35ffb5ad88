import { cancelFrame, frame } from 'framer-motion';
import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatMoment } from '../ui/format';
import type { Playback } from './playback';
import { shareOf, trackOf } from './track';

const WIDEST_CHARACTER = 0.68;
const END_GAP_PX = 8;

/** Writes the playhead straight to the DOM, once per render step in which it moved. */
export function usePlayheadWriter(
  rootRef: RefObject<HTMLElement | null>,
  playback: Playback,
  width: number,
): void {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const course = useStore(playback.store, (state) => state.course);
  const range = useStore(playback.zoom, (state) => state.range);
  useEffect(() => {
    const root = rootRef.current;
    if (!root || !course) return undefined;
    const parts = partsOf(root);
    const track = trackOf(course.map, range);
    // The way back to the whole stands where the times end.
    const room = width - parts.whole.offsetWidth;
    const startWidth = range ? parts.start.offsetWidth : 0;
    const endWidth = parts.end.offsetWidth;
    const endX = shareOf(track, course.map.toPosition(course.storyEndNs)) * width;
    const endLeft = Math.max(0, Math.min(endX, room) - endWidth);
    parts.end.style.left = `${endLeft}px`;
    // The readout's font is monospaced, but Hangul is as wide as two letters.
    const charWidth = Number.parseFloat(getComputedStyle(parts.now).fontSize) * WIDEST_CHARACTER;
    const write = (): void => {
      const timeNs = playback.playhead.get();
      const position = course.map.toPosition(timeNs);
      const now = formatMoment(timeNs, language === 'ko' ? 'ko' : 'en');
      const share = shareOf(track, position);
      const seen = Math.min(1, Math.max(0, share));
      const x = seen * width;
      parts.past.style.transform = `scaleX(${seen})`;
      parts.knob.toggleAttribute('data-outside', share !== seen);
      parts.knob.style.transform = `translateX(${x}px)`;
      parts.handle.value = String(position);
      parts.handle.setAttribute('aria-valuetext', now);
      parts.now.textContent = now;
      const nowWidth = now.length * charWidth;
      const left = Math.min(Math.max(0, x - nowWidth / 2), Math.max(0, room - nowWidth));
      parts.now.style.transform = `translateX(${left}px)`;
      // Only one of them is read where they would lie on each other.
      parts.start.style.visibility = left < Math.max(2 * charWidth, startWidth) ? 'hidden' : '';
      const gap = Math.max(endLeft - (left + nowWidth), left - (endLeft + endWidth));
      parts.end.style.visibility = gap < END_GAP_PX ? 'hidden' : '';
    };
    write();
    const writeSoon = (): void => void frame.render(write);
    const stops = [playback.playhead.on('change', writeSoon), playback.store.subscribe(writeSoon)];
    return () => {
      for (const stop of stops) stop();
      cancelFrame(write);
    };
  }, [rootRef, playback, course, range, width, language]);
}

interface Parts {
  readonly past: HTMLElement;
  readonly knob: HTMLElement;
  readonly now: HTMLElement;
  readonly start: HTMLElement;
  readonly end: HTMLElement;
  readonly whole: HTMLElement;
  readonly handle: HTMLInputElement;
}

function partsOf(root: HTMLElement): Parts {
  const part = (name: string): HTMLElement => root.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  const handle = root.querySelector('input')!;
  return {
    past: part('past'),
    knob: part('knob'),
    now: part('now'),
    start: part('start'),
    end: part('end'),
    whole: part('whole'),
    handle,
  };
}
