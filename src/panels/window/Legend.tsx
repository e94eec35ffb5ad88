import { useWords } from '../useWords';
import styles from './Window.module.css';

const SEND = ['acknowledged', 'inFlight', 'allowed', 'notYet'] as const;
const RECEIVE = ['read', 'readable', 'gap', 'held', 'free'] as const;

/** What the bands of the ruler mean. */
export function Legend() {
  const { t } = useWords();
  return (
    <ul className={styles['legend']}>
      {[...SEND, ...RECEIVE].map((band) => (
        <li key={band}>
          <svg width="22" height="14" aria-hidden="true">
            <rect className={styles['band']} data-band={band} x="1" y="1" width="20" height="12" />
          </svg>
          {t(`windowPanel.band.${band}`)}
        </li>
      ))}
    </ul>
  );
}
