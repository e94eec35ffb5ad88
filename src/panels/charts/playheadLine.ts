import type { MotionValue } from 'framer-motion';
import type uPlot from 'uplot';

/** What the line does with the pointer and looks like: class names. */
export interface PlayheadLook {
  readonly line: string;
  readonly future: string;
}

/**
 * The playhead over a chart, straight in the document: what is still to come stands back behind it. It can be dragged.
 * Gives what puts it in its place again (the chart was zoomed) and what takes it away.
 */
export function addPlayhead(
  chart: uPlot,
  playhead: MotionValue<number>,
  onSeek: (timeNs: number) => void,
  look: PlayheadLook,
): { readonly place: () => void; readonly remove: () => void } {
  const line = document.createElement('div');
  const future = document.createElement('div');
  line.className = look.line;
  future.className = look.future;
  chart.over.append(future, line);
  const place = (): void => {
    const { clientWidth: width } = chart.over;
    const x = chart.valToPos(playhead.get(), 'x');
    line.hidden = !(x >= 0 && x <= width);
    line.style.transform = `translateX(${x}px)`;
    future.style.left = `${Math.min(width, Math.max(0, x))}px`;
  };
  const ending = new AbortController();
  const { signal } = ending;
  line.addEventListener(
    'pointerdown',
    (event) => {
      event.preventDefault();
      line.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  // The chart would take the press for the start of a stretch.
  line.addEventListener('mousedown', (event) => event.stopPropagation(), { signal });
  line.addEventListener('click', (event) => event.stopPropagation(), { signal });
  line.addEventListener(
    'pointermove',
    (event) => {
      if (!line.hasPointerCapture(event.pointerId)) return;
      onSeek(Math.max(0, momentAt(chart, event.clientX)));
    },
    { signal },
  );
  const stop = playhead.on('change', place);
  return {
    place,
    remove: () => {
      stop();
      ending.abort();
    },
  };
}

/** The moment under a place of the screen. */
export function momentAt(chart: uPlot, clientX: number): number {
  return Math.round(chart.posToVal(clientX - chart.over.getBoundingClientRect().left, 'x'));
}
