import type { SequenceMarks } from '../../trace/seriesSequence';
import type { TimedRange } from '../../trace/seriesConnection';

/** How a line is drawn, so that no two of a chart differ by colour alone. */
export type LineLook =
  | 'solid'
  | 'dashed'
  | 'dotted'
  | 'dashDot'
  | 'longDash'
  | 'dashDotDot'
  | 'sparse'
  | 'pairs'
  | 'points';

/** One line of a chart: each value holds until the next one's time, points stand for themselves. */
export interface ChartLine {
  readonly id: string;
  readonly label: string;
  readonly look: LineLook;
  /** A colour of `ui/tokens.css`. */
  readonly color: string;
  /** CSS pixels. */
  readonly width: number;
  /** Of the future that did not happen: thin and pale. */
  readonly isOther: boolean;
  readonly times: readonly number[];
  readonly values: readonly (number | null)[];
}

/** What a sequence–time diagram draws beside its lines. */
export interface SequenceDrawing extends SequenceMarks {
  readonly sacked: readonly TimedRange[];
}

/** The charts there are, in the order in which they stand. */
export const CHARTS = ['flows', 'window', 'rtt', 'sequence', 'queue', 'rate', 'flowRate'] as const;
/** One of them. */
export type ChartId = (typeof CHARTS)[number];

/** A chart as plain data. */
export interface ChartSpec {
  readonly id: ChartId;
  readonly lines: readonly ChartLine[];
  readonly drawing: SequenceDrawing | null;
  /** A value in words; axis, readout and table use the same. */
  readonly format: (value: number) => string;
}

/** Dashes of each look, in CSS pixels. */
const DASHES: Readonly<Record<LineLook, readonly number[]>> = {
  solid: [],
  dashed: [9, 5],
  dotted: [2, 4],
  dashDot: [10, 4, 2, 4],
  longDash: [20, 5],
  dashDotDot: [10, 3, 2, 3, 2, 3],
  sparse: [2, 9],
  pairs: [6, 3, 6, 10],
  points: [],
};

/** Unbroken lines of the other future are broken by this. */
const OTHER_SOLID = [6, 2] as const;

/** The dashes of a line, in CSS pixels: of the other future no two are alike either, and none is unbroken. */
export function dashesOf({ look, isOther }: Pick<ChartLine, 'look' | 'isOther'>): readonly number[] {
  return isOther && look === 'solid' ? OTHER_SOLID : DASHES[look];
}
