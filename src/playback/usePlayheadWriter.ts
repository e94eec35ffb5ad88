import { cancelFrame, frame } from 'framer-motion';
import { type RefObject, useEffect, useRef } from 'react';
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
  const widths = useRef<Widths>({ start: 0, end: 0, whole: 0, character: 0 });
  useEffect(() => {
    const root = rootRef.current;
    if (!root || !course) return undefined;
    const parts = partsOf(root);
    const track = trackOf(course.map, range);
    const endX = shareOf(track, course.map.toPosition(course.storyEndNs)) * width;
    const write = (): void => {
      const timeNs = playback.playhead.get();
      const position = course.map.toPosition(timeNs);
      parts.handle.value = String(position);
      const now = formatMoment(timeNs, language === 'ko' ? 'ko' : 'en');
      const share = shareOf(track, position);
      writePlayhead(parts, { now, share, endX, width, isZoomed: range !== null }, widths.current);
    };
    write();
    const stopMeasuring = measure(parts, (measured) => {
      widths.current = measured;
      write();
    });
    const writeSoon = (): void => void frame.render(write);
    const stops = [playback.playhead.on('change', writeSoon), playback.store.subscribe(writeSoon)];
    return () => {
      for (const stop of stops) stop();
      stopMeasuring();
      cancelFrame(write);
    };
  }, [rootRef, playback, course, range, width, language]);
}

interface Moment {
  /** In words. */
  readonly now: string;
  /** Where it is, from 0 at the beginning of the track to 1 at its end. */
  readonly share: number;
  /** Where the story ends, in CSS pixels. */
  readonly endX: number;
  /** Of the track. */
  readonly width: number;
  readonly isZoomed: boolean;
}

function writePlayhead(parts: Parts, { now, share, endX, width, isZoomed }: Moment, widths: Widths): void {
  const { whole, end: endWidth, character: charWidth } = widths;
  // The way back to the whole stands where the times end.
  const room = width - whole;
  const startWidth = isZoomed ? widths.start : 0;
  const endLeft = Math.max(0, Math.min(endX, room) - endWidth);
  const seen = Math.min(1, Math.max(0, share));
  const x = seen * width;
  parts.past.style.transform = `scaleX(${seen})`;
  parts.knob.toggleAttribute('data-outside', share !== seen);
  parts.knob.style.transform = `translateX(${x}px)`;
  parts.handle.setAttribute('aria-valuetext', now);
  parts.now.textContent = now;
  const nowWidth = now.length * charWidth;
  const left = Math.min(Math.max(0, x - nowWidth / 2), Math.max(0, room - nowWidth));
  parts.now.style.transform = `translateX(${left}px)`;
  // Only one of them is read where they would lie on each other.
  parts.start.style.visibility = left < Math.max(2 * charWidth, startWidth) ? 'hidden' : '';
  const gap = Math.max(endLeft - (left + nowWidth), left - (endLeft + endWidth));
  parts.end.style.visibility = gap < END_GAP_PX ? 'hidden' : '';
  parts.end.style.left = `${endLeft}px`;
}

/** In CSS pixels. */
interface Widths {
  readonly start: number;
  readonly end: number;
  readonly whole: number;
  readonly character: number;
}

/** Says how wide the parts are before they are next painted: asked sooner, they would have the whole page laid out once more. */
function measure(parts: Parts, onWidths: (widths: Widths) => void): () => void {
  const { start, end, whole, now } = parts;
  const observer = new ResizeObserver(() =>
    onWidths({
      start: start.offsetWidth,
      end: end.offsetWidth,
      whole: whole.offsetWidth,
      // The readout's font is monospaced, but Hangul is as wide as two letters.
      character: Number.parseFloat(getComputedStyle(now).fontSize) * WIDEST_CHARACTER,
    }),
  );
  for (const part of [start, end, whole]) observer.observe(part);
  return () => observer.disconnect();
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
