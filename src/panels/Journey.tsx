import { useDeferredValue } from 'react';
import { pageLoadsOf } from '../trace/pageLoads';
import { LoadCard } from './journey/LoadCard';
import styles from './journey/Journey.module.css';
import type { PointingProps } from './panelProps';
import { useEventMoment } from './useEventMoment';
import { useWords } from './useWords';

/** What each page waited for, from the URL to its last byte: names, connections, keys, answers, with round trips counted. */
export function Journey({ run: latestRun, ...props }: PointingProps) {
  // While a long run streams in, reading it all anew for each batch can wait.
  const run = useDeferredValue(latestRun);
  const trace = run.traces[0]!;
  const { t } = useWords();
  const nowNs = useEventMoment(props.playhead, trace);
  if (!run.experiment.apps.some(({ kind }) => kind === 'browse')) {
    return <p className={styles['empty']}>{t('journey.empty')}</p>;
  }
  const pages = pageLoadsOf(trace).filter(({ fromNs }) => fromNs <= nowNs);
  if (pages.length === 0) return <p className={styles['empty']}>{t('journey.waiting')}</p>;
  const spanNs = Math.max(1, ...pages.map(({ fromNs, untilNs }) => (untilNs ?? trace.endNs) - fromNs));
  return (
    <section className={styles['frame']} aria-label={t('journey.title')}>
      <p className={styles['scale']}>{t('journey.scale')}</p>
      <ol className={styles['list']}>
        {pages.map((page) => (
          <LoadCard key={page.load} {...props} {...{ run, page, spanNs, nowNs }} />
        ))}
      </ol>
    </section>
  );
}
