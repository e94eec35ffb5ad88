import { type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatMoment, formatTime } from '../ui/format';
import type { Playback } from './playback';
import styles from './Timeline.module.css';
import type { Track } from './track';

interface TimelineTimesProps {
  readonly playback: Playback;
  readonly track: Track;
}

/** Below the track: where it begins and ends, where the playhead is, and the way back to the whole run. */
export function TimelineTimes({ playback, track }: TimelineTimesProps): ReactNode {
  const { i18n } = useTranslation();
  const language = i18n.language === 'ko' ? 'ko' : 'en';
  const range = useStore(playback.zoom, (state) => state.range);
  const storyEndNs = useStore(playback.store, (state) => state.course?.storyEndNs ?? 0);
  return (
    <div className={styles['times']} data-zoomed={range !== null || undefined}>
      <span className={styles['start']} data-part="start" aria-hidden="true">
        {range ? `‹ ${formatTime(range[0], language)}` : 0}
      </span>
      <span className={styles['now']} data-part="now" aria-hidden="true" />
      <span className={styles['end']} data-part="end" aria-hidden="true">
        {range ? `${formatTime(range[1], language)} ›` : formatMoment(storyEndNs, language)}
      </span>
      <span className={styles['wholePlace']} data-part="whole">
        {range && <WholeButton playback={playback} track={track} from={range[0]} to={range[1]} />}
      </span>
    </div>
  );
}

interface WholeButtonProps extends TimelineTimesProps {
  readonly from: number;
  readonly to: number;
}

/** A picture of the whole run with the stretch that is shown in it; pressing it shows all again. */
function WholeButton({ playback, track: { map, start, end }, from, to }: WholeButtonProps): ReactNode {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'ko' ? 'ko' : 'en';
  const label = t('playback.wholeOf', { from: formatTime(from, language), to: formatTime(to, language) });
  const place = { '--from': start / map.length, '--share': (end - start) / map.length };
  return (
    <button
      type="button"
      className={styles['whole']}
      aria-label={label}
      title={label}
      onClick={() => playback.zoom.setState({ range: null })}
    >
      <span className={styles['pill']}>
        <span className={styles['overview']} style={place as CSSProperties} />
        {t('playback.whole')}
      </span>
    </button>
  );
}
