import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useSize } from '../../ui/useSize';
import { useUnit } from '../useUnit';
import { useWords } from '../useWords';
import { makePlot, type Plot, type PlotProps } from './makePlot';
import { useTheme } from './useTheme';

const HEIGHT = 190;

/**
 * Keeps a chart in an element: made anew for another size, theme or set of lines, given new data as the run grows. The
 * playhead moves over it and redraws nothing.
 */
export function usePlot(frame: RefObject<HTMLDivElement | null>, props: PlotProps): void {
  const { spec, endNs, zoom, playhead, onSeek, hovered, flight, onHover } = props;
  const { language } = useWords();
  const theme = useTheme();
  const unit = useUnit();
  const width = useSize(frame)?.width ?? 0;
  const plot = useRef<Plot | null>(null);
  const latest = useRef(props);
  const lines = spec.lines.map(({ id }) => id).join();

  useLayoutEffect(() => {
    latest.current = { spec, endNs, zoom, playhead, onSeek, hovered, flight, onHover };
    plot.current?.point();
  }, [spec, endNs, zoom, playhead, onSeek, hovered, flight, onHover]);

  useLayoutEffect(() => plot.current?.update(), [spec, endNs]);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || width === 0) return undefined;
    const root = getComputedStyle(document.documentElement);
    const colorOf = (token: string): string => root.getPropertyValue(token).trim();
    const look = { width, height: Math.round(HEIGHT * unit), unit, language, colorOf };
    const made = makePlot(element, () => latest.current, look);
    plot.current = made;
    return () => {
      plot.current = null;
      made.remove();
    };
  }, [frame, width, unit, language, theme, lines, playhead, onSeek, zoom]);
}
