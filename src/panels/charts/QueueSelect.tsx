import type { Run } from '../../trace/run';
import { townIndex } from '../../trace/townIndex';
import { useWords } from '../useWords';
import { queuesByLength } from './townCharts';

/** Chooses the road before which the queue is shown; nothing where there is no choice. */
export function QueueSelect({
  run,
  chosen,
  onChoose,
}: {
  readonly run: Run;
  readonly chosen: number | null;
  readonly onChoose: (way: number | null) => void;
}) {
  const { t } = useWords();
  const trace = run.traces[0];
  const queues = trace ? queuesByLength(trace) : [];
  if (queues.length < 2) return null;
  const places = townIndex(run.experiment);
  return (
    <select
      aria-label={t('chartsPanel.queueChoice')}
      value={queues.some(({ way }) => way === chosen) ? chosen! : ''}
      onChange={({ target }) => onChoose(target.value === '' ? null : Number(target.value))}
    >
      <option value="">{t('chartsPanel.longestQueues')}</option>
      {queues.map(({ way }) => {
        const { from, to } = places.way(way);
        return (
          <option key={way} value={way}>
            {t('chartsPanel.queueBefore', { from, to })}
          </option>
        );
      })}
    </select>
  );
}
