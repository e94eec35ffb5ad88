import { townIndex } from '../../trace/townIndex';
import type { WhyQuestion } from '../../trace/why';
import { type AskedChange, changesBefore } from '../../trace/whyChanges';
import { formatTime } from '../../ui/format';
import { useFact } from '../useFact';
import { useWords } from '../useWords';
import { valueWords } from '../whyWords';
import styles from './Why.module.css';
import type { WhyProps } from './whyProps';

const MOST_CHANGES = 8;

/** The latest changes of both ends of the connection at the playhead: each can be asked about. */
export function RecentChanges({ run, playhead, asked, onAsk }: WhyProps & { readonly asked: WhyQuestion }) {
  const words = useWords();
  const { t, language } = words;
  const lane = run.traces.findIndex((trace) => trace.lane === 'tcp');
  const trace = run.traces[lane];
  const latest = useFact(playhead, (timeNs) =>
    trace ? (changesBefore(trace, timeNs, 1).map(({ event }) => event)[0] ?? -1) : -1,
  );
  if (!trace) return null;
  const changes = latest < 0 ? [] : changesBefore(trace, trace.timeAt(latest), MOST_CHANGES);
  const nodes = townIndex(run.experiment).nodes;
  const isAsked = ({ event, variable }: AskedChange): boolean =>
    asked.kind === 'changed' && asked.event === event && asked.variable === variable;
  return (
    <details className={styles['changes']} open>
      <summary>{t('why.changes')}</summary>
      {changes.length === 0 && <p className={styles['none']}>{t('why.noChanges')}</p>}
      <ul>
        {changes.map((change) => (
          <li key={`${change.event}-${change.variable}`}>
            <button
              type="button"
              className={styles['choice']}
              aria-pressed={isAsked(change)}
              onClick={() => onAsk({ kind: 'changed', lane, event: change.event, variable: change.variable })}
            >
              {t('why.change', {
                time: formatTime(change.timeNs, language),
                host: nodes[change.place] ?? '',
                variable: t(`why.variable.${change.variable}`),
                from: change.from === null ? 'CLOSED' : valueWords(words, change.variable, change.from),
                to: valueWords(words, change.variable, change.to),
              })}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
