import { cancelFrame, frame } from 'framer-motion';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { marksOf } from '../trace/marks';
import type { Run } from '../trace/run';
import { formatMoment } from '../ui/format';
import { Folds } from './Folds';
import type { Playback } from './playback';
import styles from './Timeline.module.css';
import { TimelineMarks } from './TimelineMarks';
import { useWidth } from './useWidth';

interface TimelineProps {
  readonly run: Run;
  readonly playback: Playback;
}

/** Where the playhead is, what happened where, and a handle to drag it by. */
export function Timeline({ run, playback }: TimelineProps): ReactNode {
  const { t, i18n } = useTranslation();
  const course = useStore(playback.store, (state) => state.course);
  const [trackRef, width] = useWidth();
  const rootRef = useRef<HTMLDivElement>(null);
  usePlayheadWriter(rootRef, playback, width);
  const marks = marksOf(run);
  const lanes = useMemo(
    () => run.traces.map((_, lane) => marks.filter((mark) => mark.lane === lane)),
    [run, marks],
  );
  if (!course) return null;
  const { map, storyEndNs } = course;
  return (
    <div className={styles['timeline']} ref={rootRef}>
      {run.traces.map(({ lane }) => (
        <span key={lane} className={`${styles['lane']} ${styles[lane]}`} aria-hidden="true">
          {lane.toUpperCase()}
        </span>
      ))}
      <div className={styles['field']}>
        <TimelineMarks marks={lanes[0] ?? []} map={map} width={width} side="above" />
        <div className={styles['track']} ref={trackRef}>
          <div className={styles['past']} data-part="past" />
          <Folds map={map} width={width} />
        </div>
        <TimelineMarks marks={lanes[1] ?? []} map={map} width={width} side="below" />
        <input
          type="range"
          className={styles['handle']}
          aria-label={t('playback.timeline')}
          min={0}
          max={map.length}
          step="any"
          defaultValue={0}
          onInput={(event) => playback.seek(map.toTime(Number(event.currentTarget.value)))}
          onKeyDown={(event) => stepByKey(event, playback)}
        />
        <div className={styles['knob']} data-part="knob" />
      </div>
      <div className={styles['times']} aria-hidden="true">
        <span className={styles['start']} data-part="start">
          0
        </span>
        <span className={styles['now']} data-part="now" />
        <span className={styles['end']} data-part="end">
          {formatMoment(storyEndNs, i18n.language === 'ko' ? 'ko' : 'en')}
        </span>
      </div>
    </div>
  );
}

const WIDEST_CHARACTER = 0.68;
const END_GAP_PX = 8;

/** Arrows on the handle go from event to event, as they do everywhere else. */
function stepByKey(event: KeyboardEvent, playback: Playback): void {
  const moves: Partial<Record<string, () => void>> = {
    ArrowRight: () => playback.step(1),
    ArrowUp: () => playback.step(1),
    PageDown: () => playback.step(1),
    ArrowLeft: () => playback.step(-1),
    ArrowDown: () => playback.step(-1),
    PageUp: () => playback.step(-1),
    Home: () => playback.seek(0),
    End: () => playback.seek(playback.store.getState().course?.storyEndNs ?? 0),
  };
  const move = moves[event.code];
  if (!move) return;
  event.preventDefault();
  move();
}

/** Writes the playhead straight to the DOM, once per render step in which it moved. */
function usePlayheadWriter(rootRef: RefObject<HTMLElement | null>, playback: Playback, width: number): void {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const course = useStore(playback.store, (state) => state.course);
  useEffect(() => {
    const root = rootRef.current;
    if (!root || !course) return undefined;
    const parts = partsOf(root);
    const endWidth = parts.end.offsetWidth;
    const endX = (course.map.toPosition(course.storyEndNs) / course.map.length) * width;
    const endLeft = Math.max(0, endX - endWidth);
    parts.end.style.left = `${endLeft}px`;
    // The readout's font is monospaced, but Hangul is as wide as two letters.
    const charWidth = Number.parseFloat(getComputedStyle(parts.now).fontSize) * WIDEST_CHARACTER;
    const write = (): void => {
      const timeNs = playback.playhead.get();
      const position = course.map.toPosition(timeNs);
      const now = formatMoment(timeNs, language === 'ko' ? 'ko' : 'en');
      const x = (position / course.map.length) * width;
      parts.past.style.transform = `scaleX(${position / course.map.length})`;
      parts.knob.style.transform = `translateX(${x}px)`;
      parts.handle.value = String(position);
      parts.handle.setAttribute('aria-valuetext', now);
      parts.now.textContent = now;
      const nowWidth = now.length * charWidth;
      const left = Math.min(Math.max(0, x - nowWidth / 2), Math.max(0, width - nowWidth));
      parts.now.style.transform = `translateX(${left}px)`;
      // Only one of them is read where they would lie on each other.
      parts.start.style.visibility = left < 2 * charWidth ? 'hidden' : '';
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
  }, [rootRef, playback, course, width, language]);
}

interface Parts {
  readonly past: HTMLElement;
  readonly knob: HTMLElement;
  readonly now: HTMLElement;
  readonly start: HTMLElement;
  readonly end: HTMLElement;
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
    handle,
  };
}
