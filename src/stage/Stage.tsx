import type { MotionValue } from 'framer-motion';
import { useMemo, useRef } from 'react';
import type { PacketRef, Run } from '../trace/run';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import styles from './Stage.module.css';
import { Town } from './Town';
import { useSize } from './useSize';

export interface StageProps {
  readonly run: Run;
  readonly playhead: MotionValue<number>;
  readonly selected: PacketRef | null;
  readonly hovered: PacketRef | null;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
}

/** The town at the playhead. */
export function Stage({ run }: StageProps) {
  const root = useRef<HTMLDivElement>(null);
  const size = useSize(root);
  const facts = townFacts(run.experiment);
  const plan = useMemo(() => (size ? layoutTown(facts, size) : null), [facts, size]);
  return (
    <div ref={root} className={styles['stage']}>
      {plan && (
        <svg className={styles['still']} viewBox={`0 0 ${plan.width} ${plan.height}`} aria-hidden="true">
          <Town plan={plan} />
        </svg>
      )}
    </div>
  );
}
