import type { TFunction } from 'i18next';
import type { AppSocket } from '../../experiment/appSockets';
import type { App } from '../../experiment/experiment';
import type { DoorView } from '../../trace/doors';
import { Button } from '../../ui/Button';
import { useWords } from '../useWords';
import { DoorPicture } from './DoorPicture';
import styles from './Doors.module.css';
import { usePortName } from './usePortNames';

/** Puts a firewall before a door, or takes it away. */
export type OnFilter = (door: AppSocket, isFiltered: boolean) => void;

/** One room: its door, its number, who lives there, and the visitors by both of their sockets. */
export function DoorCard({
  door,
  address,
  onFilter,
}: {
  readonly door: DoorView;
  readonly address: string;
  readonly onFilter: OnFilter | null;
}) {
  const { t } = useWords();
  const { transport, port, state, app, visitors } = door;
  const name = usePortName(transport, port);
  const program = app ? programWords(t, app) : state === 'calling' ? t('doors.borrowed') : '';
  return (
    <li className={styles['door']} data-state={state} data-door={`${transport} ${port}`}>
      <DoorPicture state={state} />
      <div>
        <p className={styles['number']}>
          <b>{port}</b> {name && <span>{t('doors.assigned', { name })}</span>}
        </p>
        <p>
          <strong>{t(`doors.state.${state}`)}</strong>
          {program && ` · ${program}`}
        </p>
        {visitors.length > 0 && (
          <ul className={styles['visitors']} aria-label={t('doors.visitors', { count: visitors.length })}>
            {visitors.map(({ remote, state: tcpState, end }) => (
              <li key={`${remote!.address}:${remote!.port} ${end?.connection}`}>
                <span>{`${address}:${port}`}</span> <span>{`↔ ${remote!.address}:${remote!.port}`}</span>{' '}
                <b>{tcpState}</b>
              </li>
            ))}
          </ul>
        )}
      </div>
      {onFilter && state !== 'calling' && (
        <Button
          className={styles['guard']}
          aria-pressed={state === 'filtered'}
          aria-label={t('doors.guardAt', { transport: t(`panels.lane.${transport}`), port })}
          onClick={() => onFilter(door, state !== 'filtered')}
        >
          {t('doors.guard')}
        </Button>
      )}
    </li>
  );
}

/** Who lives there; that the room is open is said already. */
function programWords(t: TFunction, app: App['kind']): string {
  return app === 'receive' || app === 'send' ? t(`doors.program.${app}`) : t(`builder.app.${app}`);
}
