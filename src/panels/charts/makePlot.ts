import type { MotionValue } from 'framer-motion';
import uPlot from 'uplot';
import { alignLines } from './alignLines';
import { type ChartLook, chartOptions } from './chartOptions';
import styles from './Charts.module.css';
import type { ChartSpec } from './chartSpec';
import { addFlightBand, type FlightSpan } from './flightBand';
import { addPlayhead } from './playheadLine';
import { addSegmentPointer } from './segmentPointer';
import { followPointer } from './plotPointer';
import { type ZoomStore, zoomTo } from '../../playback/zoom';

export interface PlotProps {
  readonly spec: ChartSpec;
  readonly endNs: number;
  readonly zoom: ZoomStore;
  readonly playhead: MotionValue<number>;
  readonly onSeek: (timeNs: number) => void;
  /** The packet of the connection's lane that is pointed at anywhere, or -1. */
  readonly hovered: number;
  /** When the packet that is pointed at, of any lane, is under way. */
  readonly flight: FlightSpan | null;
  readonly onHover: (packet: number | null) => void;
}

/** A chart in the document. */
export interface Plot {
  /** Draws it again with what there is now. */
  readonly update: () => void;
  /** Marks what is pointed at now. */
  readonly point: () => void;
  readonly remove: () => void;
}

/** Makes a chart in `element`; `now` is asked for the newest data, since a run grows. */
export function makePlot(element: HTMLElement, now: () => PlotProps, look: ChartLook): Plot {
  const { zoom, playhead, onSeek } = now();
  const endNow = (): number => now().endNs;
  const specNow = (): ChartSpec => now().spec;
  const chart = new uPlot(chartOptions(specNow, endNow, look), dataOf(now()), element);
  const line = addPlayhead(chart, playhead, onSeek, {
    line: styles['playhead']!,
    future: styles['future']!,
  });
  const placeFlight = addFlightBand(chart, () => now().flight, styles['flight']!);
  const segments = addSegmentPointer(
    chart,
    {
      drawingNow: () => now().spec.drawing,
      hoveredNow: () => now().hovered,
      onHover: (packet) => now().onHover(packet),
    },
    styles['lit']!,
  );
  const show = (): void => {
    const [min, max] = zoom.getState().range ?? [0, Math.max(1, endNow())];
    chart.setScale('x', { min, max });
  };
  (chart.hooks.setScale ??= []).push((_, scale) => {
    const { min, max } = chart.scales['x'] ?? {};
    if (scale !== 'x' || typeof min !== 'number' || typeof max !== 'number') return;
    zoomTo(zoom, endNow(), min, max);
  });
  const point = (): void => [segments.place, placeFlight].forEach((place) => place());
  (chart.hooks.draw ??= []).push(line.place, point);
  show();
  const stopZoom = zoom.subscribe(show);
  const stopPointer = followPointer(chart, zoom, endNow, onSeek);
  return {
    update: () => {
      chart.setData(dataOf(now()), false);
      show();
    },
    point,
    remove: () => {
      segments.remove();
      stopZoom();
      stopPointer();
      line.remove();
      chart.destroy();
    },
  };
}

function dataOf({ spec, endNs }: PlotProps): uPlot.AlignedData {
  const { times, values } = alignLines(spec.lines, Math.max(1, endNs));
  return [[...times], ...values.map((line) => [...line])];
}
