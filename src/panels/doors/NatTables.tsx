import type { MotionValue } from 'framer-motion';
import type { Nanoseconds } from '../../experiment/experiment';
import { type NatRow, natTableAt } from '../../trace/natMappings';
import type { Run } from '../../trace/run';
import { townIndex } from '../../trace/townIndex';
import { formatAddress } from '../../wire/address';
import { PROTOCOL } from '../../wire/ipv4';
import { useWords } from '../useWords';
import styles from './Doors.module.css';
import { ExpiryRing } from './ExpiryRing';

interface NatTablesProps {
  readonly run: Run;
  readonly nowNs: Nanoseconds;
  readonly playhead: MotionValue<number>;
  readonly onSeek: (timeNs: Nanoseconds) => void;
}

/** The table of every router that translates addresses, its rows running down. */
export function NatTables({ run, nowNs, playhead, onSeek }: NatTablesProps) {
  const { t } = useWords();
  const places = townIndex(run.experiment);
  const routers = run.experiment.town.routers.filter(({ nat }) => nat);
  return routers.map(({ id, address }) => {
    const rows = natTableAt(run.traces[0]!, places.node(id), nowNs);
    return (
      <section key={id} className={styles['nat']} aria-label={t('doors.nat.title', { router: id })}>
        <h3>
          {t('doors.nat.title', { router: id })} <span>{address}</span>
        </h3>
        {rows.length === 0 ? (
          <p>{t('doors.nat.empty')}</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">{t('doors.nat.protocol')}</th>
                <th scope="col">{t('doors.nat.inside')}</th>
                <th scope="col">{t('doors.nat.outside')}</th>
                <th scope="col">{t('doors.nat.lasts')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.mapping.number} row={row} playhead={playhead} onSeek={onSeek} />
              ))}
            </tbody>
          </table>
        )}
      </section>
    );
  });
}

const NAMES: Readonly<Record<number, string>> = {
  [PROTOCOL.icmp]: 'ICMP',
  [PROTOCOL.tcp]: 'TCP',
  [PROTOCOL.udp]: 'UDP',
};

function Row({
  row: { mapping, usedNs, deadlineNs, packets },
  playhead,
  onSeek,
}: Pick<NatTablesProps, 'playhead' | 'onSeek'> & { readonly row: NatRow }) {
  const { t } = useWords();
  const { number, protocol, inside, outside, isFixed, madeNs } = mapping;
  return (
    <tr data-nat={number} data-fixed={isFixed || undefined}>
      <th scope="row">{NAMES[protocol]}</th>
      <td>
        <button type="button" onClick={() => onSeek(madeNs)}>
          {formatAddress(inside.address)}
          <wbr />
          {`:${inside.port}`}
        </button>
      </td>
      <td>
        <span>{`:${outside.port}`}</span> <small>{t('doors.nat.packets', { count: packets })}</small>
      </td>
      <td>
        {isFixed && t('doors.nat.fixed')}
        {!isFixed && deadlineNs === Infinity && t('doors.nat.held')}
        {deadlineNs < Infinity && <ExpiryRing fromNs={usedNs} untilNs={deadlineNs} playhead={playhead} />}
      </td>
    </tr>
  );
}
