import { useDeferredValue } from 'react';
import type { NodeId } from '../experiment/experiment';
import type { Zone } from '../experiment/nameApps';
import { Caches } from './names/Caches';
import styles from './names/Names.module.css';
import { Walk } from './names/Walk';
import { Zones } from './names/Zones';
import type { PointingProps } from './panelProps';

interface NamesProps extends PointingProps {
  /** Other zones for the name server on that host; left out: they cannot be changed. */
  readonly onZones?: ((host: NodeId, zones: readonly Zone[]) => void) | undefined;
}

/** How a name is found: the walk from the root down, what resolvers remember, and who is in charge of what. */
export function Names({ run: latestRun, onZones, ...pointing }: NamesProps) {
  // While a long run streams in, reading it all anew for each batch can wait.
  const run = useDeferredValue(latestRun);
  return (
    <div className={styles['frame']}>
      <Walk {...pointing} run={run} lane={0} />
      <Caches {...pointing} run={run} lane={0} />
      <Zones experiment={run.experiment} onZones={onZones} />
    </div>
  );
}
