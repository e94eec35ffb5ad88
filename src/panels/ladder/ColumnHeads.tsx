import type { Run } from '../../trace/run';
import { useUnit } from '../useUnit';
import styles from './Columns.module.css';
import type { LadderHosts } from './hosts';

/** With less between two columns, only names have room. */
const ROOM_FOR_ADDRESS = 122;

/** The names of a town's nodes over their columns, and their addresses where there is room. */
export function ColumnHeads({
  run,
  hosts: { ids, addresses },
  lifelines: { left, right },
  axisWidth,
}: {
  readonly run: Run;
  readonly hosts: LadderHosts;
  readonly lifelines: { readonly left: number; readonly right: number };
  readonly axisWidth: number;
}) {
  const unit = useUnit();
  const step = (right - left) / Math.max(1, ids.length - 1);
  const hasAddresses = step >= ROOM_FOR_ADDRESS * unit;
  const { hosts } = run.experiment.town;
  return (
    <div className={styles['heads']} data-ladder-heads data-addresses={hasAddresses || undefined}>
      {ids.map((id, i) => (
        <div
          key={id}
          style={{ left: axisWidth + left + i * step, maxWidth: step }}
          data-router={!hosts.some((host) => host.id === id) || undefined}
          title={addresses[i]}
        >
          <b>{id}</b>
          {hasAddresses && <small>{addresses[i]}</small>}
        </div>
      ))}
    </div>
  );
}
