import { hostCondition, isPortClosed } from '../../experiment/conditions';
import { appSockets, type AppSocket } from '../../experiment/appSockets';
import type { Experiment, NodeId } from '../../experiment/experiment';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import type { HandActions } from './handActions';
import styles from './Hands.module.css';
import type { MomentProps } from '../panelProps';
import { useFact } from '../useFact';
import { useWords } from '../useWords';

interface HostHandsProps extends MomentProps {
  readonly host: NodeId;
  readonly hands: Pick<HandActions, 'perform'>;
}

/** What can be done to one host from the playhead on: power it off, close its ports, keep its app from reading. */
export function HostHands({ run, playhead, host, hands }: HostHandsProps) {
  const { t } = useWords();
  const { commands } = run.experiment;
  const ports = portsOf(run.experiment, host);
  const isOff = useFact(playhead, (timeNs) => hostCondition(commands, host, timeNs).isOff);
  const isReading = useFact(playhead, (timeNs) => hostCondition(commands, host, timeNs).isReading);
  const open = useFact(playhead, (timeNs) =>
    ports.flatMap((port, i) => (isPortClosed(commands, { host, ...port }, timeNs) ? [] : [i])).join(' '),
  );
  if (isOff) return <p className={styles['hint']}>{t('hands.isOff', { host })}</p>;
  const at = (): { readonly atNs: number; readonly host: string } => ({
    atNs: Math.ceil(playhead.get()),
    host,
  });
  const receives = run.experiment.apps.some((app) => app.kind === 'receive' && app.host === host);
  const read = isReading ? 'stopReading' : 'resumeReading';
  return (
    <fieldset className={styles['surgery']} aria-label={t('hands.hostHands', { host })}>
      <div className={styles['acts']}>
        <Button data-act="powerOff" onClick={() => hands.perform([{ kind: 'powerOff', ...at() }])}>
          <Icon name="power" />
          {t('hands.act.powerOff')}
        </Button>
        {receives && (
          <Button data-act={read} onClick={() => hands.perform([{ kind: read, ...at() }])}>
            <Icon name="read" />
            {t(`hands.act.${read}`)}
          </Button>
        )}
        {ports.map(({ transport, port }, i) => (
          <Button
            key={`${transport} ${port}`}
            data-act="closePort"
            disabled={!open.split(' ').includes(String(i))}
            onClick={() => hands.perform([{ kind: 'closePort', ...at(), transport, port }])}
          >
            <Icon name="doorClosed" />
            {t('hands.act.closePort', { transport: t(`panels.lane.${transport}`), port })}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** The sockets that apps of the host bind, each once. */
function portsOf({ apps, lanes }: Experiment, host: NodeId): readonly AppSocket[] {
  const own = apps.filter((app) => app.host === host);
  const sockets = lanes.flatMap((lane) => own.flatMap((app) => appSockets(app, lane)));
  return [...new Map(sockets.map((socket) => [`${socket.transport} ${socket.port}`, socket])).values()];
}
