import type { PageLoad } from '../../trace/pageLoads';
import { formatBytes, formatTime } from '../../ui/format';
import type { PointingProps } from '../panelProps';
import { useWords } from '../useWords';
import styles from './Journey.module.css';
import { PlayheadLine } from './PlayheadLine';
import { tripShares } from './roundTrips';
import { StepRow } from './StepRow';
import { TimeAxis } from './TimeAxis';

interface LoadCardProps extends PointingProps {
  readonly page: PageLoad;
  readonly spanNs: number;
  readonly nowNs: number;
}

/** One page load: what it cost, and its steps over time. */
export function LoadCard({ page, spanNs, nowNs, ...props }: LoadCardProps) {
  const { run, playhead, selected, onSelect, onHover, onSeek } = props;
  const { t, language } = useWords();
  const { load, url, place, fromNs, steps } = page;
  const host = run.experiment.town.hosts[place]?.id ?? '';
  return (
    <li className={styles['card']} aria-label={t('journey.page', { nth: load + 1 })}>
      <header className={styles['head']}>
        <span className={styles['nth']}>{load + 1}</span>
        <h3 className={styles['url']} title={url}>
          {url}
        </h3>
        <p className={styles['facts']}>
          <span>{t('journey.by', { host })}</span>
          {page.reusedConnection && <span className={styles['badge']}>{t('journey.reused')}</span>}
          <Outcome page={page} nowNs={nowNs} language={language} />
        </p>
      </header>
      <div
        className={styles['steps']}
        data-names={steps.some(({ address }) => address !== '') ? 'wide' : 'short'}
      >
        <TimeAxis spanNs={spanNs} />
        {steps.map((step) => {
          const [packet] = step.packets;
          const ref = packet === undefined ? null : { lane: 0, packet };
          return (
            <StepRow
              key={`${step.kind} ${step.fromNs} ${step.target}`}
              {...{ step, fromNs, spanNs, nowNs }}
              isLit={selected !== null && step.packets.includes(selected.packet)}
              onPress={() => {
                onSeek(step.fromNs);
                if (ref) onSelect(ref);
              }}
              onPoint={(isOver) => onHover(isOver ? ref : null)}
            />
          );
        })}
        <div className={styles['nowArea']}>
          <PlayheadLine playhead={playhead} fromNs={fromNs} spanNs={spanNs} />
        </div>
      </div>
      <Sum page={page} nowNs={nowNs} />
    </li>
  );
}

function Outcome({
  page,
  nowNs,
  language,
}: {
  readonly page: PageLoad;
  readonly nowNs: number;
  readonly language: 'ko' | 'en';
}) {
  const { t } = useWords();
  const { untilNs, fromNs, failure, bytes } = page;
  if (untilNs === null || untilNs > nowNs) return <span>{t('journey.under')}</span>;
  if (failure) {
    const why = t(`panels.pageFailures.${failure}`);
    return <strong className={styles['failed']}>{t('journey.failed', { why })}</strong>;
  }
  const figures = { bytes: formatBytes(bytes), time: formatTime(untilNs - fromNs, language) };
  return <strong>{t('journey.done', figures)}</strong>;
}

/** The total, and what it is made of. */
function Sum({ page, nowNs }: { readonly page: PageLoad; readonly nowNs: number }) {
  const { t } = useWords();
  const { untilNs, roundTrips } = page;
  if (untilNs === null || untilNs > nowNs || roundTrips === 0) return null;
  const shares = tripShares(page);
  return (
    <p className={styles['sum']}>
      <strong>{t('journey.trips', { count: roundTrips })}</strong>
      {' = '}
      {shares.map(({ kind, roundTrips: trips }) => `${t(`journey.step.${kind}`)} ${trips}`).join(' + ')}
    </p>
  );
}
