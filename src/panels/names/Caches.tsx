import type { Host } from '../../experiment/experiment';
import { cacheChangesBy, cacheEntriesAt, type CacheEntry } from '../../trace/dnsCaches';
import type { PointingProps } from '../panelProps';
import { useFact } from '../useFact';
import { useWords } from '../useWords';
import styles from './Names.module.css';
import { TtlRing } from './TtlRing';

/** What each resolver remembers at the playhead, and for how long still. */
export function Caches({ run, lane, ...pointing }: PointingProps & { readonly lane: number }) {
  const { t } = useWords();
  const trace = run.traces[lane]!;
  // What is in the caches changes only now and then; how full the rings are is drawn without React.
  useFact(pointing.playhead, (timeNs) => cacheChangesBy(trace, timeNs));
  const entries = cacheEntriesAt(trace, pointing.playhead.get());
  const { apps, town } = run.experiment;
  const resolvers = town.hosts.filter(({ id }) =>
    apps.some((app) => app.kind === 'resolver' && app.host === id),
  );
  return (
    <section aria-label={t('names.caches')}>
      <h3>{t('names.caches')}</h3>
      {resolvers.map((host) => (
        <Cache
          key={host.id}
          host={host}
          entries={entries.filter(({ filled }) => town.hosts[filled.place] === host)}
          {...pointing}
          {...{ run, lane }}
        />
      ))}
    </section>
  );
}

interface CacheProps extends PointingProps {
  readonly lane: number;
  readonly host: Host;
  readonly entries: readonly CacheEntry[];
}

function Cache({ host, entries, lane, playhead, hovered, onHover, onSelect }: CacheProps) {
  const { t } = useWords();
  const inOrder = entries.toSorted((a, b) => a.filled.expiresNs - b.filled.expiresNs);
  return (
    <div className={styles['cache']} data-cache={host.id}>
      <h4>
        {host.id} <span>{host.address}</span>
      </h4>
      {inOrder.length === 0 && <p className={styles['quiet']}>{t('names.nothingCached')}</p>}
      <ul>
        {inOrder.map(({ filled, what }) => {
          const ref = { lane, packet: filled.packet };
          return (
            <li key={filled.entry} data-lit={isAt(hovered, ref) || undefined}>
              <button
                type="button"
                title={t('names.broughtBy')}
                onClick={() => onSelect(ref)}
                onPointerEnter={() => onHover(ref)}
                onPointerLeave={() => onHover(null)}
              >
                <TtlRing filledNs={filled.timeNs} expiresNs={filled.expiresNs} playhead={playhead} />
                <span className={styles['entry']}>
                  <b>{what.name}</b>{' '}
                  {what.kind === 'recordsCached' ? (
                    <span>
                      <i>{what.type}</i> {what.data}
                    </span>
                  ) : (
                    <em>
                      {what.type === '' ? t('names.noSuchName') : t('names.noSuchData', { type: what.type })}
                    </em>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function isAt(
  one: PointingProps['hovered'],
  other: { readonly lane: number; readonly packet: number },
): boolean {
  return one?.lane === other.lane && one.packet === other.packet;
}
