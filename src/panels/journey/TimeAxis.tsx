import { roundStretch } from '../../trace/seriesRate';
import { formatTime } from '../../ui/format';
import { useWords } from '../useWords';
import styles from './Journey.module.css';

/** About so many parts. */
const PARTS = 4;
/** A mark nearer to the right edge than this has no number: it would not fit. */
const LAST = 0.8;

/** Times since the page was asked for, as thin lines through its steps. */
export function TimeAxis({ spanNs }: { readonly spanNs: number }) {
  const { language } = useWords();
  const stepNs = roundStretch(spanNs, PARTS);
  const marks = Array.from({ length: Math.floor(spanNs / stepNs) + 1 }, (_, i) => i * stepNs);
  return (
    <div className={styles['axis']} aria-hidden="true">
      {marks.map((timeNs) => (
        <span key={timeNs} style={{ left: `${(timeNs / spanNs) * 100}%` }}>
          {timeNs / spanNs <= LAST && (timeNs === 0 ? '0' : formatTime(timeNs, language))}
        </span>
      ))}
    </div>
  );
}
