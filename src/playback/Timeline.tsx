import { type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isTrouble, type Mark, marksOf } from '../trace/marks';
import { isMessageRun } from '../trace/messageRun';
import type { Run } from '../trace/run';
import { Folds } from './Folds';
import type { Playback } from './playback';
import styles from './Timeline.module.css';
import { TimelineMarks } from './TimelineMarks';
import { TimelineTimes } from './TimelineTimes';
import type { TimeMap } from './timeMap';
import { type Track, trackOf } from './track';
import { usePlayheadWriter } from './usePlayheadWriter';
import { useTrackGestures, zoomByKey } from './useTrackGestures';
import { useWidth } from './useWidth';

interface TimelineProps {
  readonly run: Run;
  readonly playback: Playback;
}

/** Where the playhead is, what happened where, and a handle to drag it by: of the whole run, or of a stretch of it. */
export function Timeline(props: TimelineProps): ReactNode {
  const map = useStore(props.playback.store, ({ course }) => course?.map);
  return map && <MappedTimeline {...props} map={map} />;
}

function MappedTimeline({ run, playback, map }: TimelineProps & { readonly map: TimeMap }): ReactNode {
  const { t } = useTranslation();
  const range = useStore(playback.zoom, (state) => state.range);
  const [trackRef, width] = useWidth();
  const rootRef = useRef<HTMLDivElement>(null);
  const fieldRef = useRef<HTMLDivElement>(null);
  useTrackGestures(fieldRef, playback);
  usePlayheadWriter(rootRef, playback, width);
  const marks = marksOf(run);
  const isTown = !isMessageRun(run.experiment);
  const [above, below] = useMemo(() => {
    const isAbove = (mark: Mark): boolean => (isTown ? !isTrouble(mark) : mark.lane === 0);
    return [marks.filter(isAbove), marks.filter((mark) => !isAbove(mark))];
  }, [isTown, marks]);
  const track = useMemo(() => trackOf(map, range), [map, range]);
  return (
    <div className={styles['timeline']} ref={rootRef} data-town={isTown || undefined}>
      {(isTown ? [] : run.traces).map(({ lane }) => (
        <span key={lane} className={`${styles['lane']} ${styles[lane]}`} aria-hidden="true">
          {lane.toUpperCase()}
        </span>
      ))}
      <div className={styles['field']} ref={fieldRef}>
        <TimelineMarks marks={above} track={track} width={width} side="above" isTown={isTown} />
        <div className={styles['track']} ref={trackRef} data-more={moreOf(track)}>
          <div className={styles['past']} data-part="past" />
          <Folds track={track} width={width} />
        </div>
        <TimelineMarks marks={below} track={track} width={width} side="below" isTown={isTown} />
        <input
          type="range"
          className={styles['handle']}
          aria-label={t('playback.timeline')}
          min={track.start}
          max={track.end}
          step="any"
          defaultValue={0}
          onInput={(event) => playback.seek(track.map.toTime(Number(event.currentTarget.value)))}
          onKeyDown={(event) => stepByKey(event, playback)}
        />
        <div className={styles['knob']} data-part="knob" />
      </div>
      <TimelineTimes playback={playback} track={track} />
    </div>
  );
}

/** On which sides of the track more of the run lies. */
function moreOf({ map, start, end }: Track): string | undefined {
  const sides = [start > 0 ? 'before' : '', end < map.length ? 'after' : ''];
  return sides.join(' ').trim() || undefined;
}

/** Arrows on the handle go from event to event, as they do everywhere else; what zooms a picture zooms the timeline. */
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
  if (!move && (event.ctrlKey || event.metaKey || event.altKey || !zoomByKey(event.key, playback))) return;
  event.preventDefault();
  move?.();
}
