import uPlot from 'uplot';
import { formatTime, type FormatLanguage } from '../../ui/format';
import { type ChartLine, type ChartSpec, dashesOf } from './chartSpec';
import { type ColorOf, drawMarks } from './drawMarks';

/** Room above the greatest value. */
const HEADROOM = 1.08;
/** Room below and above a sequence. */
const MARGIN = 0.06;
const POWERS = Array.from({ length: 15 }, (_, power) => 10 ** power);
/** Ticks of time stand at 1, 2 or 5 times a power of ten nanoseconds. */
const TIME_STEPS = POWERS.flatMap((power) => [power, 2 * power, 5 * power]);

export interface ChartLook {
  readonly width: number;
  readonly height: number;
  /** How much larger type is than usual. */
  readonly unit: number;
  readonly language: FormatLanguage;
  readonly colorOf: ColorOf;
}

/** What uPlot needs to draw a chart; `specNow` is asked at each drawing, since a run grows. */
export function chartOptions(
  specNow: () => ChartSpec,
  endNow: () => number,
  look: ChartLook,
): Omit<uPlot.Options, 'hooks'> & { hooks: { draw: ((chart: uPlot) => void)[] } } {
  const { width, height, colorOf } = look;
  const spec = specNow();
  return {
    width,
    height,
    // On the right as wide as half of a time: the last one may stand at the edge.
    padding: [8, 22, 0, 0],
    legend: { show: false },
    // A drag chooses a stretch; less than that is a click.
    cursor: { y: false, points: { show: false }, drag: { x: true, y: false, dist: 5 } },
    scales: {
      x: { time: false, auto: false, min: 0, max: Math.max(1, endNow()) },
      y: { range: (chart, min, max) => [...valueRange(specNow(), chart, min, max)] },
    },
    axes: axesOf(specNow, look),
    series: [{}, ...spec.lines.map((line) => lineOptions(line, colorOf))],
    hooks: {
      draw: [
        (chart) => {
          const { drawing } = specNow();
          if (drawing) drawMarks(chart, drawing, colorOf);
        },
      ],
    },
  };
}

function axesOf(specNow: () => ChartSpec, { unit, language, colorOf }: ChartLook): uPlot.Axis[] {
  const font = `${Math.round(13 * unit)}px ${colorOf('--font-text')}`;
  const common = {
    font,
    stroke: colorOf('--ink-soft'),
    grid: { stroke: colorOf('--line'), width: 1 },
    ticks: { stroke: colorOf('--line'), width: 1, size: 4 },
  };
  return [
    {
      ...common,
      incrs: TIME_STEPS,
      space: 70 * unit,
      size: 26 * unit,
      values: (_, ticks) => ticks.map((tick) => formatTime(tick, language)),
    },
    {
      ...common,
      incrs: TIME_STEPS,
      space: 30 * unit,
      size: 66 * unit,
      values: (_, ticks) => ticks.map((tick) => specNow().format(tick)),
    },
  ];
}

function lineOptions(line: ChartLine, colorOf: ColorOf): uPlot.Series {
  const { look, color, width, isOther } = line;
  const stroke = colorOf(color);
  const isPoints = look === 'points';
  const stepped = uPlot.paths.stepped!({ align: 1 });
  return {
    stroke,
    width: isOther ? Math.max(1, width / 2) : width,
    alpha: isOther ? 0.7 : 1,
    dash: [...dashesOf(line)],
    paths: isPoints ? () => null : stepped,
    points: { show: isPoints, size: 7, fill: isOther ? colorOf('--surface') : stroke, stroke },
  };
}

/** From nothing to a little above the greatest; a sequence keeps to what was sent, however far the window reaches. */
function valueRange(
  { drawing }: ChartSpec,
  chart: uPlot,
  min: number | null,
  max: number | null,
): readonly [number, number] {
  if (!drawing) return [0, max === null || max <= 0 ? 1 : max * HEADROOM];
  const { min: from, max: to } = chart.scales['x'] ?? {};
  let [least, greatest] = [Infinity, -Infinity];
  for (const { timeNs, start, end } of drawing.sent) {
    if (timeNs < (from ?? 0) || timeNs > (to ?? Infinity)) continue;
    least = Math.min(least, start);
    greatest = Math.max(greatest, end);
  }
  if (least > greatest) [least, greatest] = [min ?? 0, max ?? 1];
  const margin = Math.max(1, (greatest - least) * MARGIN);
  return [Math.max(0, least - margin), greatest + margin];
}
