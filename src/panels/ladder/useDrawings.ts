import { useMemo } from 'react';
import { useWords } from '../useWords';
import { type DrawnLane, type DrawnLanes, drawLaid, layLanes } from './drawLanes';
import type { LadderLook } from './look';
import { columnWidths, nameWidths } from './nameWidths';

export interface Drawings extends DrawnLanes {
  readonly lifelines: { readonly left: number; readonly right: number };
  /** Little room between the lifelines: names are short. */
  readonly isTight: boolean;
}

/** Scale and arrows of the lanes drawn, made anew only when a trace has grown or the look has changed. */
export function useDrawings(
  lanes: readonly DrawnLane[],
  laneWidth: number,
  unit: number,
  look: LadderLook,
): Drawings {
  const { t } = useWords();
  const { hasNotes } = look;
  const laid = useMemo(() => layLanes(lanes, hasNotes), [lanes, hasNotes]);
  return useMemo(() => {
    const { run, columns } = lanes[0]!;
    const names = columns
      ? columnWidths(columns.length, laneWidth / unit)
      : nameWidths(t, run, laneWidth / unit);
    const lifelines = { left: names.left * unit, right: laneWidth - names.right * unit };
    return { ...drawLaid(laid, lifelines, unit, look), lifelines, isTight: names.isTight };
  }, [t, lanes, laid, laneWidth, unit, look]);
}
