import type uPlot from 'uplot';
import type { TimedRange } from '../../trace/seriesConnection';
import type { SequenceDrawing } from './chartSpec';

/** Reads a colour of `ui/tokens.css`. */
export type ColorOf = (token: string) => string;

/** A mark's place on the canvas, and how large a CSS pixel is there. */
interface Place {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly ratio: number;
}

type Shape = (path: Path2D, place: Place) => void;

/** Half the width of a segment's feet, the arms of a loss, the ring of a resend. CSS pixels. */
const FOOT = 3;
const ARM = 5;
const RING = 4.5;

/**
 * In tcptrace's manner: a bar with feet for a segment sent, with a ring where it went out again, a cross where it was
 * lost, and a thick bar for what a SACK block reported.
 */
export function drawMarks(chart: uPlot, { sent, lost, sacked }: SequenceDrawing, colorOf: ColorOf): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  const { min, max } = chart.scales['x'] ?? {};
  const stroke = (marks: readonly TimedRange[], shape: Shape, width: number, color: string): void => {
    const path = new Path2D();
    for (const { timeNs, start, end } of marks) {
      if (timeNs < (min ?? 0) || timeNs > (max ?? Infinity)) continue;
      shape(path, {
        x: chart.valToPos(timeNs, 'x', true),
        top: chart.valToPos(end, 'y', true),
        bottom: chart.valToPos(start, 'y', true),
        ratio,
      });
    }
    ctx.lineWidth = width * ratio;
    ctx.strokeStyle = colorOf(color);
    ctx.stroke(path);
  };
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.setLineDash([]);
  stroke(sacked, bar, 5, '--ack');
  stroke(sent, barWithFeet, 2, '--tcp-text');
  const again = sent.filter(({ isAgain }) => isAgain);
  stroke(again, ring, 2, '--ink');
  stroke(lost, cross, 3, '--loss');
  ctx.restore();
}

const bar: Shape = (path, { x, top, bottom }) => {
  path.moveTo(x, top);
  path.lineTo(x, bottom);
};

const barWithFeet: Shape = (path, place) => {
  const { x, top, bottom, ratio } = place;
  bar(path, place);
  for (const y of [top, bottom]) {
    path.moveTo(x - FOOT * ratio, y);
    path.lineTo(x + FOOT * ratio, y);
  }
};

const ring: Shape = (path, { x, top, bottom, ratio }) => {
  const y = (top + bottom) / 2;
  path.moveTo(x + RING * ratio, y);
  path.arc(x, y, RING * ratio, 0, 2 * Math.PI);
};

const cross: Shape = (path, { x, top, bottom, ratio }) => {
  const y = (top + bottom) / 2;
  const arm = ARM * ratio;
  for (const slope of [1, -1]) {
    path.moveTo(x - arm, y - slope * arm);
    path.lineTo(x + arm, y + slope * arm);
  }
};
