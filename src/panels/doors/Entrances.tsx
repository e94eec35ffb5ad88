import type { Host, Transport } from '../../experiment/experiment';
import type { DoorView } from '../../trace/doors';
import { useWords } from '../useWords';
import { DoorCard, type OnFilter } from './DoorCard';
import styles from './Doors.module.css';

/** The two entrances of a host, each with room numbers of its own, and every room that anything is known of. */
export function Entrances({
  host,
  doors,
  onFilter,
}: {
  readonly host: Host;
  readonly doors: readonly DoorView[];
  readonly onFilter: OnFilter | null;
}) {
  const { t } = useWords();
  return (
    <section className={styles['house']} aria-label={t('doors.of', { host: host.id })}>
      {(['tcp', 'udp'] as const).map((transport) => (
        <Entrance
          key={transport}
          transport={transport}
          doors={doors.filter((door) => door.transport === transport)}
          address={host.address}
          onFilter={onFilter}
        />
      ))}
    </section>
  );
}

interface EntranceProps {
  readonly transport: Transport;
  readonly doors: readonly DoorView[];
  readonly address: string;
  readonly onFilter: OnFilter | null;
}

function Entrance({ transport, doors, address, onFilter }: EntranceProps) {
  const { t } = useWords();
  return (
    <div className={styles['entrance']} data-lane={transport}>
      <h3>{t(`doors.entrance.${transport}`)}</h3>
      {doors.length === 0 ? (
        <p>{t('doors.nobody')}</p>
      ) : (
        <ul>
          {doors.map((door) => (
            <DoorCard key={door.port} door={door} address={address} onFilter={onFilter} />
          ))}
        </ul>
      )}
    </div>
  );
}
