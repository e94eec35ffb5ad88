import { type KeyboardEvent, useState } from 'react';
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

export interface ArrowKeys {
  /** The packet that the keys have come to, or the selected one; -1 for none. */
  readonly active: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

/** The keys of a lane's list box walk from arrow to arrow, pointing at each as a mouse does; Enter opens the packet. */
export function useArrowKeys(props: LaneLadderProps): ArrowKeys {
  const { lane, drawing, playhead, selected } = props;
  const [walked, setWalked] = useState(-1);
  const active = walked >= 0 ? walked : selected;
  const walk = (step: number): void => {
    const { arrows, positions } = drawing;
    const now = positions.get(active);
    const at = now === undefined ? lastSent(drawing, playhead.get()) : now + step;
    const next = arrows[Math.max(0, Math.min(arrows.length - 1, at))];
    if (!next) return;
    setWalked(next.arrow.packet);
    props.onReveal(next.y1);
    props.onHover({ lane, packet: next.arrow.packet });
  };
  return {
    active,
    onKeyDown(event) {
      const step = STEPS[event.key];
      if (step !== undefined) walk(step);
      else if (event.key === 'Enter' && active >= 0) props.onSelect({ lane, packet: active });
      else if (event.key === 'Escape' && selected >= 0) props.onSelect(null);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    onBlur() {
      setWalked(-1);
      props.onHover(null);
    },
  };
}

function lastSent({ arrows }: LaneDrawing, timeNs: number): number {
  return Math.max(
    0,
    arrows.findLastIndex(({ arrow }) => arrow.startNs <= timeNs),
  );
}
