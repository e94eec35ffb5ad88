import type uPlot from 'uplot';
import { panBy, type ZoomStore, zoomAround } from '../../playback/zoom';
import { addPinch } from '../../ui/addPinch';
import { momentAt } from './playheadLine';

const WHEEL_FACTOR = 1.25;
/** A pointer that moved no more than this pressed and did not drag. */
const STILL = 4;

/**
 * A press goes to its moment; the wheel zooms with a key held, or while focus is on the charts; two fingers zoom and
 * move; a double press shows all again.
 */
export function followPointer(
  chart: uPlot,
  zoom: ZoomStore,
  endNow: () => number,
  onSeek: (timeNs: number) => void,
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let pressedX = 0;
  const clicked = (event: MouseEvent): void => {
    if (Math.abs(event.clientX - pressedX) <= STILL) onSeek(Math.max(0, momentAt(chart, event.clientX)));
  };
  const turned = (event: WheelEvent): void => {
    // The wheel scrolls the panel, unless it is clear that the chart is meant.
    const hasFocus = chart.root.closest('section')?.contains(document.activeElement) ?? false;
    if (!event.ctrlKey && !event.metaKey && !hasFocus) return;
    event.preventDefault();
    const factor = event.deltaY > 0 ? WHEEL_FACTOR : 1 / WHEEL_FACTOR;
    zoomAround(zoom, endNow(), momentAt(chart, event.clientX), factor);
  };
  chart.over.addEventListener('mousedown', (event) => (pressedX = event.clientX), { signal });
  chart.over.addEventListener('click', clicked, { signal });
  chart.over.addEventListener('dblclick', () => zoom.setState({ range: null }), { signal });
  chart.over.addEventListener('wheel', turned, { signal, passive: false });
  const stopPinch = addPinch(chart.over, ({ factor, x, movedX }) => {
    zoomAround(zoom, endNow(), momentAt(chart, x), 1 / factor);
    panBy(zoom, endNow(), momentAt(chart, x - movedX) - momentAt(chart, x));
  });
  return () => {
    ending.abort();
    stopPinch();
  };
}
