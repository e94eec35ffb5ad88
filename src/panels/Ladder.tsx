import { useDeferredValue, useRef, useState } from 'react';
import type { Run } from '../trace/run';
import { useSize } from '../ui/useSize';
import styles from './ladder/Ladder.module.css';
import { LadderChart } from './ladder/LadderChart';
import { LaneSwitch } from './ladder/LaneSwitch';
import type { LadderColumn, LadderLook } from './ladder/look';
import type { PointingProps } from './panelProps';
import { useUnit } from './useUnit';

/** From this width on two ladders stand side by side; below, one at a time. */
const WIDE_ENOUGH_FOR_BOTH = 620;

interface LadderProps extends PointingProps {
  readonly look: LadderLook;
  readonly onLook: (look: LadderLook) => void;
  /** The run of another future, to be drawn beside this one: one lane of both, on one scale of time. */
  readonly other?: Run | null;
}

/** The sequence diagram in step with the playhead: two lifelines per lane, time downwards, an arrow per packet. */
export function Ladder({ run: latestRun, other = null, look, ...props }: LadderProps) {
  // While a long run streams in, drawing it all anew for each batch can wait; so can a turn of the wheel.
  const run = useDeferredValue(latestRun);
  const { selected } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useSize(frame)?.width ?? 0;
  const [chosen, setChosen] = useState(selected?.lane ?? 0);
  const [seen, setSeen] = useState(selected);
  // A packet selected elsewhere brings its lane to the front.
  if (seen !== selected) {
    setSeen(selected);
    if (selected) setChosen(selected.lane);
  }
  const isWide = width >= WIDE_ENOUGH_FOR_BOTH * useUnit();
  const lane = Math.min(chosen, run.traces.length - 1);
  const isBoth = isWide && !other;
  const columns: readonly LadderColumn[] = isBoth
    ? run.traces.map((_, i) => ({ lane: i, isOther: false }))
    : [{ lane, isOther: false }, ...(other?.traces[lane] ? [{ lane, isOther: true }] : [])];
  const laneSwitch = !isBoth && run.traces.length > 1 && (
    <LaneSwitch lanes={run.traces.map((trace) => trace.lane)} chosen={lane} onChoose={setChosen} />
  );
  return (
    <div ref={frame} className={styles['frame']}>
      {width > 0 && (
        <LadderChart {...props} run={run} other={other} columns={columns} width={width} look={look}>
          {laneSwitch}
        </LadderChart>
      )}
    </div>
  );
}
