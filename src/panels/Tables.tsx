import { useMemo } from 'react';
import type { Place } from '../experiment/townEdits';
import { townIndex } from '../trace/townIndex';
import { HostTable } from './tables/HostTable';
import { NeighbourTable } from './tables/NeighbourTable';
import { RouterTable } from './tables/RouterTable';
import styles from './tables/Tables.module.css';
import type { TablesProps } from './tables/tablesProps';
import { useEventMoment } from './useEventMoment';
import { useWords } from './useWords';

/** What one machine knows: the routing table of a router or host, and whose hardware addresses it has learnt. */
export function Tables(props: TablesProps) {
  const { run, town, playhead } = props;
  const { t } = useWords();
  const nowNs = useEventMoment(playhead, run.traces[0]!);
  const place = placeOf(props);
  const nodes = useMemo(() => townIndex(run.experiment).nodes, [run.experiment]);
  if (!place) return <p className={styles['quiet']}>{t('tables.empty')}</p>;
  const router = town.routers.find(({ id }) => id === place.id);
  const host = town.hosts.find(({ id }) => id === place.id);
  // What is just being built is not in the run yet.
  const node = nodes.indexOf(place.id);
  const resolves = town.links.some(
    ({ from, to, resolves: asks }) => asks && (from === place.id || to === place.id),
  );
  return (
    <div className={styles['frame']}>
      <NodeSelect {...props} place={place} />
      {router && <RouterTable key={router.id} {...props} router={router} node={node} nowNs={nowNs} />}
      {host && <HostTable town={town} host={host} />}
      {resolves && node >= 0 && <NeighbourTable {...props} node={node} nowNs={nowNs} />}
    </div>
  );
}

/** What is chosen on the map; a link stands for nothing here, so that the first router is shown. */
function placeOf({ chosen, town: { hosts, routers } }: TablesProps): Place | null {
  const isThere = [...hosts, ...routers].some(({ id }) => id === chosen?.id);
  if (chosen && chosen.kind !== 'link' && isThere) return chosen;
  const [router] = routers;
  const [host] = hosts;
  if (router) return { kind: 'router', id: router.id };
  return host ? { kind: 'host', id: host.id } : null;
}

function NodeSelect({ town, place, onChoose }: TablesProps & { readonly place: Place }) {
  const { t } = useWords();
  return (
    <label className={styles['choose']}>
      <span>{t('tables.of')}</span>
      <select
        value={`${place.kind} ${place.id}`}
        onChange={({ target }) => {
          const kind = target.value.startsWith('router ') ? 'router' : 'host';
          onChoose({ kind, id: target.value.slice(kind.length + 1) });
        }}
      >
        <optgroup label={t('tables.routers')}>
          {town.routers.map(({ id, address }) => (
            <option key={id} value={`router ${id}`}>{`${id} · ${address}`}</option>
          ))}
        </optgroup>
        <optgroup label={t('tables.hosts')}>
          {town.hosts.map(({ id, address }) => (
            <option key={id} value={`host ${id}`}>{`${id} · ${address}`}</option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}
