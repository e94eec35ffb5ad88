import type { Host } from '../../experiment/experiment';
import { concernsSocket } from '../../trace/packetSockets';
import type { Socket } from '../../trace/sockets';
import { useWords } from '../useWords';
import styles from './Sockets.module.css';

/** The sockets of one host, as `ss` or `netstat` would list them, with words for what a room of each kind is. */
export function SocketTable({
  host,
  sockets,
  lit,
}: {
  readonly host: Host;
  readonly sockets: readonly Socket[];
  /** The packet that is pointed at anywhere. */
  readonly lit: Uint8Array | null;
}) {
  const { t } = useWords();
  return (
    <section className={styles['host']} aria-label={t('socketsPanel.of', { host: host.id })}>
      <h3>
        {host.id} <span>{host.address}</span>
      </h3>
      {sockets.length === 0 ? (
        <p>{t('socketsPanel.none')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('socketsPanel.protocol')}</th>
              <th scope="col">{t('socketsPanel.pair')}</th>
              <th scope="col">{t('socketsPanel.state')}</th>
            </tr>
          </thead>
          <tbody>
            {sockets.map((socket) => (
              <Row
                key={keyOf(socket)}
                socket={socket}
                address={host.address}
                isLit={lit !== null && concernsSocket(lit, socket, host.address)}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface RowProps {
  readonly socket: Socket;
  readonly address: string;
  /** The packet that is pointed at is from it or for it. */
  readonly isLit: boolean;
}

function Row({ socket, address, isLit }: RowProps) {
  const { t } = useWords();
  const { transport, localPort, remote, state } = socket;
  return (
    <tr data-lane={transport} data-socket={keyOf(socket)} data-state={state} data-lit={isLit || undefined}>
      <th scope="row">{t(`panels.lane.${transport}`)}</th>
      <td className={styles['pair']}>
        <span>{remote ? `${address}:${localPort}` : `*:${localPort}`}</span>{' '}
        <span>{remote ? `→ ${remote.address}:${remote.port}` : t('socketsPanel.anyone')}</span>
      </td>
      <td>
        <b>{state === 'bound' ? t('socketsPanel.bound') : state}</b>
      </td>
    </tr>
  );
}

function keyOf({ transport, localPort, remote, end }: Socket): string {
  const to = remote ? `${remote.address}:${remote.port}` : '*';
  return `${transport} ${localPort} ${to}${end ? ` ${end.connection}` : ''}`;
}
