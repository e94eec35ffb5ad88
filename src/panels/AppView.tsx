import type { ReactNode } from 'react';
import { senderOf } from '../experiment/pieces';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { appCallCountAt, appCallsOf } from '../trace/appCalls';
import { CallList } from './app/CallList';
import { Held } from './app/Held';
import styles from './app/AppView.module.css';
import type { PointingProps } from './panelProps';
import { useFact } from './useFact';
import { useWords } from './useWords';

interface AppViewProps extends PointingProps {
  /** Sends a live call in place of what is sent now. */
  readonly onCall: () => void;
}

/** What the programs see of it: their calls, one by one, and what the receiving one has in its hands. */
export function AppView({ onCall, ...props }: AppViewProps): ReactNode {
  const { t } = useWords();
  const isCall = senderOf(props.run.experiment)?.payload.kind === 'call';
  return (
    <div className={styles['frame']}>
      {!isCall && (
        <p className={styles['offer']}>
          <Button onClick={onCall}>
            <Icon name="call" />
            {t('appView.startCall')}
          </Button>
          <span className={styles['quiet']}>{t('appView.startCallHint')}</span>
        </p>
      )}
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
