import type { KeyboardEvent } from 'react';
import type { LaneDrawing } from './drawing';
import type { LaneLadderProps } from './laneLadderProps';

/** How far each key moves among the arrows; packets are numbered in the order of their arrows. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The keys of a lane's list box: they select arrows one by one, bring them into view and go to their moment. */
export function useArrowKeys(props: LaneLadderProps): (event: KeyboardEvent) => void {
  const { lane, drawing, playhead, selected } = props;
  const moveBy = (step: number): void => {
    const { arrows } = drawing;
    const at = selected >= 0 ? selected + step : lastSent(drawing, playhead.get());
    const next = arrows[Math.max(0, Math.min(arrows.length - 1, at))];
    if (!next) return;
    props.onReveal(next.y1);
    props.onSelect({ lane, packet: next.arrow.packet });
  };
  return (event) => {
    const step = STEPS[event.key];
    if (step !== undefined) moveBy(step);
    else if (event.key === 'Enter' && selected >= 0) props.onSeek(drawing.arrows[selected]!.arrow.startNs);
    else if (event.key === 'Escape' && selected >= 0) props.onSelect(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function lastSent({ arrows }: LaneDrawing, timeNs: number): number {
  return Math.max(
    0,
    arrows.findLastIndex(({ arrow }) => arrow.startNs <= timeNs),
  );
}
