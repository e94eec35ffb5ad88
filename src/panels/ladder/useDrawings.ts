import { useMemo } from 'react';
import type { Run } from '../../trace/run';
import { packetLabelOf } from '../packetLabel';
import { useWords } from '../useWords';
import { arrowsOf } from './arrows';
import { drawLane, type LaneDrawing } from './drawing';
import { nameWidths } from './nameWidths';
import { type LadderScale, ladderScale } from './scale';

export interface Drawings {
  readonly scale: LadderScale;
  /** One per lane shown. */
  readonly drawings: readonly LaneDrawing[];
  readonly lifelines: { readonly left: number; readonly right: number };
  /** Little room between the lifelines: names are short. */
  readonly isTight: boolean;
}

/** Scale and arrows of the lanes shown, made anew only when a trace has grown or the size has changed. */
export function useDrawings(run: Run, lanes: readonly number[], laneWidth: number, unit: number): Drawings {
  const { t } = useWords();
  const shown = lanes.join();
  return useMemo(() => {
    const names = nameWidths(t, run, laneWidth / unit);
    const lifelines = { left: names.left * unit, right: laneWidth - names.right * unit };
    const numbers = shown.split(',').map(Number);
    const arrows = numbers.map((lane) => [...arrowsOf(run.traces[lane]!, run.experiment.town)]);
    const scale = ladderScale(arrows, unit);
    const drawings = numbers.map((lane, i) =>
      drawLane(
        arrows[i]!,
        scale.starts[i]!,
        scale,
        (packet) => packetLabelOf(run, { lane, packet }),
        lifelines,
      ),
    );
    return { scale, drawings, lifelines, isTight: names.isTight };
  }, [t, run, shown, laneWidth, unit]);
}
