import type { MotionValue } from 'framer-motion';
import { useStore } from 'zustand';
import { formatTime } from '../../ui/format';
import { useWords } from '../useWords';
import styles from './Charts.module.css';
import { type ZoomStore, zoomAround } from '../../playback/zoom';

const STEP = 2;

/** Zooms all charts around the playhead, and says what they show. */
export function ZoomBar({
  zoom,
  endNs,
  playhead,
}: {
  readonly zoom: ZoomStore;
  readonly endNs: number;
  readonly playhead: MotionValue<number>;
}) {
  const { t, language } = useWords();
  const range = useStore(zoom, (state) => state.range);
  const [from, to] = range ?? [0, endNs];
  return (
    <div className={styles['zoom']} role="group" aria-label={t('chartsPanel.zoom')}>
      <button
        type="button"
        aria-label={t('chartsPanel.zoomIn')}
        onClick={() => zoomAround(zoom, endNs, playhead.get(), 1 / STEP)}
      >
        +
      </button>
      <button
        type="button"
        aria-label={t('chartsPanel.zoomOut')}
        onClick={() => zoomAround(zoom, endNs, playhead.get(), STEP)}
        disabled={range === null}
      >
        −
      </button>
      <button type="button" onClick={() => zoom.setState({ range: null })} disabled={range === null}>
        {t('chartsPanel.whole')}
      </button>
      <output>
        {t('chartsPanel.shown', { from: formatTime(from, language), to: formatTime(to, language) })}
      </output>
    </div>
  );
}
