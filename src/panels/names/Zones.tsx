import { useState } from 'react';
import type { Experiment, NodeId } from '../../experiment/experiment';
import type { NameServerApp, Zone } from '../../experiment/nameApps';
import { Button } from '../../ui/Button';
import { useWords } from '../useWords';
import styles from './Names.module.css';
import { ZoneForm } from './ZoneForm';

interface ZonesProps {
  readonly experiment: Experiment;
  readonly onZones: ((host: NodeId, zones: readonly Zone[]) => void) | undefined;
}

/** The zones of each name server, as tables and, on request, as a form. */
export function Zones({ experiment, onZones }: ZonesProps) {
  const { t } = useWords();
  const servers = experiment.apps.filter((app): app is NameServerApp => app.kind === 'nameServer');
  return (
    <section aria-label={t('names.zones')}>
      <h3>{t('names.zones')}</h3>
      {servers.map((server) => (
        <Server key={server.host} server={server} onZones={onZones} />
      ))}
    </section>
  );
}

function Server({ server, onZones }: { readonly server: NameServerApp } & Pick<ZonesProps, 'onZones'>) {
  const { t } = useWords();
  const [isEdited, setEdited] = useState(false);
  const { host, zones } = server;
  return (
    <div className={styles['server']} data-server={host}>
      <div className={styles['serverHead']}>
        <h4>{t('names.zonesOf', { host })}</h4>
        {onZones && !isEdited && (
          <Button onClick={() => setEdited(true)} aria-label={t('names.editOf', { host })}>
            {t('names.edit')}
          </Button>
        )}
      </div>
      {isEdited && onZones ? (
        <ZoneForm
          zones={zones}
          onDone={(changed) => {
            setEdited(false);
            if (changed) onZones(host, changed);
          }}
        />
      ) : (
        zones.map((zone) => <ZoneTable key={zone.origin} zone={zone} />)
      )}
    </div>
  );
}

function ZoneTable({ zone }: { readonly zone: Zone }) {
  const { t } = useWords();
  return (
    <table>
      <caption>
        {t('names.zone')} <b>{zone.origin}</b>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('names.column.name')}</th>
          <th scope="col">TTL</th>
          <th scope="col">{t('names.column.type')}</th>
          <th scope="col">{t('names.column.data')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{zone.origin}</th>
          <td>{zone.soaTtlSeconds}</td>
          <td>SOA</td>
          <td>{t('names.minimumIs', { seconds: zone.soaMinimumSeconds })}</td>
        </tr>
        {zone.records.map(({ name, type, ttlSeconds, data }) => (
          <tr key={`${name} ${type} ${data}`}>
            <th scope="row">{name}</th>
            <td>{ttlSeconds}</td>
            <td>{type}</td>
            <td>
              {/* A long text is whole in the form, and in the packets. */}
              <span className={styles['data']} title={data} data-clip-ok>
                {data}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
