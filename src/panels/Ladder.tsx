import { useRef, useState } from 'react';
import type { Run } from '../trace/run';
import type { WhyQuestion } from '../trace/why';
import { useSize } from '../ui/useSize';
import { type Future, FutureSwitch } from './ladder/FutureSwitch';
import styles from './ladder/Ladder.module.css';
import { LadderChart } from './ladder/LadderChart';
import { LaneSwitch } from './ladder/LaneSwitch';
import type { LadderColumn, LadderLook } from './ladder/look';
import type { PointingProps } from './panelProps';
import { useUnit } from './useUnit';

/** From this width on two ladders stand side by side; below, one at a time. */
const WIDE_ENOUGH_FOR_BOTH = 500;

interface LadderProps extends PointingProps {
  readonly look: LadderLook;
  readonly onLook: (look: LadderLook) => void;
  /** What is asked, to be answered over the arrows. */
  readonly why?: WhyQuestion | null;
  /** The run of another future, to be drawn beside this one: one lane of both, on one scale of time. */
  readonly other?: Run | null;
  /** Makes room for two ladders beside each other; missing where there is none to be had. */
  readonly onSpread?: (() => void) | undefined;
}

/** The sequence diagram in step with the playhead: two lifelines per lane, time downwards, an arrow per packet. */
export function Ladder({ run, other = null, why = null, onSpread, ...props }: LadderProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useSize(frame)?.width ?? 0;
  const isWide = width >= WIDE_ENOUGH_FOR_BOTH * useUnit();
  const [chosen, setChosen] = useChosenLane(props.selected);
  const [wanted, setWanted] = useState<Future>('both');
  const lane = Math.min(chosen, run.traces.length - 1);
  const future: Future = !other?.traces[lane] || (wanted === 'both' && !isWide) ? 'here' : wanted;
  const areLanesBeside = isWide && future !== 'both';
  const lanes = areLanesBeside ? run.traces.map((_, i) => i) : [lane];
  const columns: readonly LadderColumn[] = lanes.flatMap((one) => [
    ...(future === 'other' ? [] : [{ lane: one, isOther: false }]),
    ...(future === 'here' ? [] : [{ lane: one, isOther: true }]),
  ]);
  const choose = (next: Future): void => {
    setWanted(next);
    if (next === 'both' && !isWide) onSpread?.();
  };
  return (
    <div ref={frame} className={styles['frame']}>
      {width > 0 && (
        <LadderChart {...props} run={run} other={other} why={why} columns={columns} width={width}>
          {!areLanesBeside && run.traces.length > 1 && (
            <LaneSwitch lanes={run.traces.map((trace) => trace.lane)} chosen={lane} onChoose={setChosen} />
          )}
          {other && <FutureSwitch future={future} hasBoth={isWide || !!onSpread} onChoose={choose} />}
        </LadderChart>
      )}
    </div>
  );
}

/** The lane in front; a packet selected elsewhere brings its own there. */
function useChosenLane(selected: PointingProps['selected']): [number, (lane: number) => void] {
  const [chosen, setChosen] = useState(selected?.lane ?? 0);
  const [seen, setSeen] = useState(selected);
  if (seen !== selected) {
    setSeen(selected);
    if (selected) setChosen(selected.lane);
  }
  return [chosen, setChosen];
}
