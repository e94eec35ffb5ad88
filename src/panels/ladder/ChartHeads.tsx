import { useWords } from '../useWords';
import { ColumnHeads } from './ColumnHeads';
import styles from './Ladder.module.css';
import type { ChartProps } from './LadderChart';
import { LaneHead } from './LaneHead';
import type { LadderHosts } from './hosts';

/** The addresses over all life lines, and which lane or which future each ladder is of. */
export function ChartHeads({
  run,
  columns,
  axisWidth,
  lifelines,
  hosts,
  isTown,
}: Pick<ChartProps, 'run' | 'columns'> & {
  readonly axisWidth: number;
  readonly lifelines: { readonly left: number; readonly right: number };
  readonly hosts: LadderHosts;
  readonly isTown: boolean;
}) {
  const { t } = useWords();
  if (isTown) return <ColumnHeads run={run} hosts={hosts} lifelines={lifelines} axisWidth={axisWidth} />;
  return (
    <div className={styles['heads']} style={{ paddingLeft: axisWidth }}>
      {columns.map(({ lane, isOther }) => {
        const transport = run.traces[lane]!.lane;
        const future = isOther ? t('panels.ladderTools.other') : t('panels.ladderTools.here');
        const isCompared = columns.some((column) => column.isOther);
        const isNamed = columns.length > 1 || run.traces.length === 1;
        return (
          <LaneHead
            key={`${lane}.${isOther}`}
            transport={transport}
            name={isNamed ? `${transport.toUpperCase()}${isCompared ? ` · ${future}` : ''}` : ''}
            isStacked={isCompared}
            lifelines={lifelines}
            addresses={hosts.addresses}
          />
        );
      })}
    </div>
  );
}
