import { useState } from 'react';
import type { Router } from '../../experiment/experiment';
import { longestMatch } from '../../experiment/routeLead';
import { packetFactsOf } from '../../trace/packetFacts';
import { rowUsedBy, rowUses } from '../../trace/routeUse';
import { formatAddress } from '../../wire/address';
import { destinationOf, IPV4_HEADER_BYTES } from '../../wire/ipv4';
import { Button } from '../../ui/Button';
import { useWords } from '../useWords';
import { RouteEditor } from './RouteEditor';
import { RouteRow } from './RouteRow';
import styles from './Tables.module.css';
import { tableRows } from './tableRows';
import type { TablesProps } from './tablesProps';

interface RouterTableProps extends TablesProps {
  readonly router: Router;
  /** Its number in the run, -1 while it has none. */
  readonly node: number;
  readonly nowNs: number;
}

/** The routing table of a router: which rows fit the packet that is pointed at, and which one it took. */
export function RouterTable(props: RouterTableProps) {
  const { t } = useWords();
  const { town, router, run, node, nowNs } = props;
  const [isEditing, setEditing] = useState(false);
  const rows = tableRows(town, router);
  const asked = askedAddress(props);
  const best = asked === null ? undefined : longestMatch(router.routes, asked);
  const pointed = props.hovered ?? props.selected;
  const used = pointed && rowUsedBy(run.traces[pointed.lane]!, node, pointed.packet, nowNs);
  const uses = rowUses(run.traces[0]!, node, nowNs);
  return (
    <section aria-label={t('tables.tableOf', { name: router.id })}>
      <div className={styles['head']}>
        <h3>{t('tables.title')}</h3>
        <Button aria-pressed={isEditing} onClick={() => setEditing(!isEditing)}>
          {t(isEditing ? 'tables.done' : 'tables.edit')}
        </Button>
      </div>
      {asked !== null && (
        <p className={styles['note']} data-none={!best || undefined}>
          {t(matchKey(best !== undefined, router), {
            address: formatAddress(asked),
            bits: rows.find(({ prefix }) => prefix === best?.prefix)?.bits ?? 0,
          })}
        </p>
      )}
      {isEditing ? (
        <RouteEditor {...props} />
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('tables.prefix')}</th>
              <th scope="col">{t('tables.next')}</th>
              <th scope="col">{t('tables.uses')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RouteRow
                key={row.prefix}
                row={row}
                asked={asked}
                isBest={row.prefix === best?.prefix}
                isUsed={row.prefix === used}
                uses={uses.get(row.prefix) ?? 0}
              />
            ))}
          </tbody>
        </table>
      )}
      {rows.length === 0 && !isEditing && <p className={styles['note']}>{t('tables.noRows')}</p>}
      {router.silent && <p className={styles['note']}>{t('tables.silent')}</p>}
    </section>
  );
}

function matchKey(isFound: boolean, { silent }: Router) {
  if (isFound) return 'tables.match';
  return silent ? 'tables.noMatchSilent' : 'tables.noMatch';
}

/** Where the packet that is pointed at is to go; null where there is none, or one that no router reads. */
function askedAddress({ run, hovered, selected }: RouterTableProps): number | null {
  const ref = hovered ?? selected;
  const facts = ref && packetFactsOf(run, ref);
  if (!facts || facts.sort === 'arp' || facts.sort === 'unreadable') return null;
  const { bytes } = run.traces[ref.lane]!.packet(ref.packet);
  return bytes.length < IPV4_HEADER_BYTES ? null : destinationOf(bytes);
}
