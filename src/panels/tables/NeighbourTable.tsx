import { type Neighbour, neighboursAt } from '../../trace/neighbourCache';
import { useWords } from '../useWords';
import { AgeRing } from './AgeRing';
import styles from './Tables.module.css';
import type { TablesProps } from './tablesProps';

interface NeighbourTableProps extends TablesProps {
  /** The machine's number in the run. */
  readonly node: number;
  readonly nowNs: number;
}

/** Whose hardware addresses a machine knows at the playhead, each with the time that it is still believed. */
export function NeighbourTable(props: NeighbourTableProps) {
  const { run, node, nowNs } = props;
  const { t } = useWords();
  // An entry runs out between two events, too: its ring is empty then, and it goes with the next one.
  const known = neighboursAt(run, 0, node, nowNs);
  return (
    <section aria-label={t('tables.neighbours')}>
      <h3>{t('tables.neighbours')}</h3>
      <p className={styles['note']}>
        {t(known.length === 0 ? 'tables.knowsNobody' : 'tables.neighboursAbout')}
      </p>
      {known.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('tables.address')}</th>
              <th scope="col">{t('tables.hardware')}</th>
              <th scope="col">{t('tables.believed')}</th>
            </tr>
          </thead>
          <tbody>
            {known.map((neighbour) => (
              <NeighbourRow key={neighbour.address} {...props} neighbour={neighbour} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function NeighbourRow({
  neighbour,
  playhead,
  hovered,
  onSelect,
  onHover,
}: NeighbourTableProps & { readonly neighbour: Neighbour }) {
  const { t } = useWords();
  const { address, hardware, link, packet, asked, sinceNs } = neighbour;
  const ref = { lane: 0, packet };
  const isLit = hovered?.lane === 0 && hovered.packet === packet;
  return (
    <tr data-lit={isLit || undefined} data-asked={hardware === null || undefined}>
      <th scope="row">
        <button
          type="button"
          className={styles['address']}
          title={t('tables.showMessage')}
          onClick={() => onSelect(ref)}
          onPointerEnter={() => onHover(ref)}
          onPointerLeave={() => onHover(null)}
        >
          {address}
        </button>
      </th>
      <td className={styles['hardware']}>
        {hardware ?? t('tables.asks', { nth: asked })}
        {link !== null && <span className={styles['link']}>{link}</span>}
      </td>
      <td>{hardware !== null && <AgeRing playhead={playhead} sinceNs={sinceNs} />}</td>
    </tr>
  );
}
