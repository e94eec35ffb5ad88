import { type RefObject, useEffect } from 'react';
import { addPinch, touchesOn } from '../ui/addPinch';
import type { Playback } from './playback';
import { timeAtShare, type Track, trackOf } from './track';
import { panBy, type ZoomStore, zoomTo } from './zoom';

/** How much of a wheel's way doubles or halves what is shown, in CSS pixels. */
const WHEEL_HALF = 240;

/** Zooms the timeline with the wheel and with two fingers; sideways both move along it. */
export function useTrackGestures(field: RefObject<HTMLElement | null>, playback: Playback): void {
  useEffect(() => {
    const element = field.current;
    if (!element) return undefined;
    const shareAt = (clientX: number): number => {
      const { left, width } = element.getBoundingClientRect();
      return Math.min(1, Math.max(0, (clientX - left) / Math.max(1, width)));
    };
    const pan = (pixels: number): void => panByShare(playback, pixels / Math.max(1, element.clientWidth));
    const wheel = (event: WheelEvent): void => {
      const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
      // There is nothing more to see: the page may scroll.
      if (playback.zoom.getState().range === null && (isSideways || event.deltaY > 0)) return;
      event.preventDefault();
      if (isSideways) pan(event.deltaX || event.deltaY);
      else zoomTrack(playback, shareAt(event.clientX), 2 ** (event.deltaY / WHEEL_HALF));
    };
    let touchedFromNs = 0;
    const touched = (event: TouchEvent): void => {
      // The first finger moved the playhead, which was not meant.
      const { length } = touchesOn(element, event);
      if (length === 1) touchedFromNs = playback.playhead.get();
      else if (length === 2) playback.seek(touchedFromNs);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('touchstart', touched, { capture: true, passive: true });
    const stopPinch = addPinch(element, ({ factor, x, movedX }) => {
      zoomTrack(playback, shareAt(x), 1 / factor);
      pan(-movedX);
    });
    return () => {
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('touchstart', touched, { capture: true });
      stopPinch();
    };
  }, [field, playback]);
}

const KEY_STEP = 2;

/** What `+`, `−` and `0` do while the timeline has focus; gives whether it was one of them. */
export function zoomByKey(key: string, playback: Playback): boolean {
  const { course } = playback.store.getState();
  if (!course) return false;
  if (key === '0') {
    playback.zoom.setState({ range: null });
    return true;
  }
  if (key !== '+' && key !== '=' && key !== '-') return false;
  const { start, end } = trackOf(course.map, playback.zoom.getState().range);
  const share = (course.map.toPosition(playback.playhead.get()) - start) / (end - start);
  zoomTrack(playback, Math.min(1, Math.max(0, share)), key === '-' ? KEY_STEP : 1 / KEY_STEP);
  return true;
}

/** Shows `factor` times as much of the track, around the place at `share`, which stays where it is. */
function zoomTrack(playback: Playback, share: number, factor: number): void {
  change(playback, (track, endNs, zoom) =>
    zoomTo(
      zoom,
      endNs,
      timeAtShare(track, share - share * factor),
      timeAtShare(track, share + (1 - share) * factor),
    ),
  );
}

function panByShare(playback: Playback, share: number): void {
  change(playback, (track, endNs, zoom) =>
    panBy(zoom, endNs, timeAtShare(track, share) - timeAtShare(track, 0)),
  );
}

/** Beyond the story's end are timers only: nobody looks closer there. */
function change(playback: Playback, by: (track: Track, endNs: number, zoom: ZoomStore) => void): void {
  const { course } = playback.store.getState();
  if (course) by(trackOf(course.map, playback.zoom.getState().range), course.storyEndNs, playback.zoom);
}
