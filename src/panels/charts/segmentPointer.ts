import type uPlot from 'uplot';
import type { SequenceMark } from '../../trace/seriesSequence';
import type { SequenceDrawing } from './chartSpec';

/** A mark is meant from so near. CSS pixels. */
const REACH = 10;

/** What pointing at segments needs of the chart around it. */
export interface SegmentPointing {
  readonly drawingNow: () => SequenceDrawing | null;
  /** The packet that is pointed at anywhere, or -1. */
  readonly hoveredNow: () => number;
  readonly onHover: (packet: number | null) => void;
}

/**
 * Pointing at a segment's mark lights its packet elsewhere, and the mark of one that is pointed at elsewhere is framed,
 * straight in the document. Gives what frames anew (the chart was zoomed, another packet is pointed at).
 */
export function addSegmentPointer(
  chart: uPlot,
  { drawingNow, hoveredNow, onHover }: SegmentPointing,
  litClass: string,
): { readonly place: () => void; readonly remove: () => void } {
  const lit = document.createElement('div');
  lit.className = litClass;
  chart.over.append(lit);
  const place = (): void => {
    const mark = drawingNow()?.sent.find(({ packet }) => packet === hoveredNow());
    lit.hidden = mark === undefined;
    if (!mark) return;
    lit.dataset['lit'] = String(mark.packet);
    const { x, top, bottom } = placeOf(chart, mark);
    lit.style.transform = `translate(${x}px, ${top}px)`;
    lit.style.height = `${bottom - top}px`;
  };
  const ending = new AbortController();
  const { signal } = ending;
  const moved = (event: PointerEvent): void => {
    const { left, top } = chart.over.getBoundingClientRect();
    const sent = drawingNow()?.sent ?? [];
    const packet = nearestMark(chart, sent, event.clientX - left, event.clientY - top)?.packet ?? null;
    if ((packet ?? -1) !== hoveredNow()) onHover(packet);
  };
  chart.over.addEventListener('pointermove', moved, { signal });
  chart.over.addEventListener('pointerleave', () => onHover(null), { signal });
  return { place, remove: () => ending.abort() };
}

function nearestMark(
  chart: uPlot,
  marks: readonly SequenceMark[],
  atX: number,
  atY: number,
): SequenceMark | undefined {
  let nearest: SequenceMark | undefined;
  let least = REACH;
  for (const mark of marks) {
    const { x, top, bottom } = placeOf(chart, mark);
    const distance = Math.hypot(x - atX, Math.max(0, top - atY, atY - bottom));
    if (distance >= least) continue;
    least = distance;
    nearest = mark;
  }
  return nearest;
}

function placeOf(chart: uPlot, { timeNs, start, end }: SequenceMark) {
  return {
    x: chart.valToPos(timeNs, 'x'),
    top: chart.valToPos(end, 'y'),
    bottom: chart.valToPos(start, 'y'),
  };
}
