import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../ui/format';
import styles from './Timeline.module.css';
import { shareOf, type Track } from './track';

interface FoldsProps {
  readonly track: Track;
  readonly width: number;
}

const TOOTH_PX = 4;
const HEIGHT_PX = 14;
/** A fold narrower than this is one tooth wide all the same. */
const NARROWEST_PX = 8;

/** Long silences: a zigzag in the track where time runs faster than it looks. */
export function Folds({ track, width }: FoldsProps): ReactNode {
  const { t, i18n } = useTranslation();
  return track.map.folds.map((fold) => {
    const left = Math.max(0, shareOf(track, fold.start)) * width;
    const right = Math.min(1, shareOf(track, fold.end)) * width;
    if (right <= 0 || left >= width) return null;
    const size = Math.max(NARROWEST_PX, right - left);
    const time = formatTime(fold.endNs - fold.startNs, i18n.language === 'ko' ? 'ko' : 'en');
    return (
      <svg key={fold.startNs} className={styles['fold']} style={{ left }} width={size} height={HEIGHT_PX}>
        <title>{t('playback.fold', { time })}</title>
        <path d={zigzag(size)} />
      </svg>
    );
  });
}

function zigzag(width: number): string {
  const teeth = Math.max(2, Math.round(width / TOOTH_PX));
  const points = Array.from({ length: teeth + 1 }, (_, tooth) => {
    const y = tooth % 2 === 0 ? 2 : HEIGHT_PX - 2;
    return `${((tooth / teeth) * width).toFixed(1)} ${y}`;
  });
  return `M${points.join('L')}`;
}
