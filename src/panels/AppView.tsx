import type { ReactNode } from 'react';
import { appCallCountAt, appCallsOf } from '../trace/appCalls';
import { CallList } from './app/CallList';
import { Held } from './app/Held';
import styles from './app/AppView.module.css';
import type { PointingProps } from './panelProps';
import { useFact } from './useFact';
import { useWords } from './useWords';

/** What the programs see of it: their calls, one by one, and what the receiving one has in its hands. */
export function AppView(props: PointingProps): ReactNode {
  return (
    <div className={styles['frame']}>
      {props.run.traces.map((trace, lane) => (
        <Lane key={trace.lane} {...props} lane={lane} />
      ))}
    </div>
  );
}

function Lane(props: PointingProps & { readonly lane: number }): ReactNode {
  const { run, lane, playhead } = props;
  const { t } = useWords();
  const transport = run.traces[lane]!.lane;
  const count = useFact(playhead, (timeNs) => appCallCountAt(run, lane, timeNs));
  const calls = appCallsOf(run, lane).slice(0, count);
  const writes = calls.filter(({ kind }) => kind === 'send').length;
  const reads = calls.filter(({ kind }) => kind === 'recv').length;
  return (
    <section className={styles['lane']} data-lane={transport} aria-label={t(`appView.lane.${transport}`)}>
      <h3 className={styles['name']}>{t(`appView.lane.${transport}`)}</h3>
      <p className={styles['match']}>
        {t(transport === 'tcp' ? 'appView.stream' : 'appView.datagrams', { writes, reads })}
      </p>
      <Held {...props} />
      <CallList {...props} calls={calls} />
    </section>
  );
}
