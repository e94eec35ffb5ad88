import type { MouseEvent, PointerEvent } from 'react';
import type { PacketRef } from '../trace/run';

interface Pointing {
  /** The packet under the pointer, or null. */
  readonly refAt: (event: MouseEvent<HTMLCanvasElement>) => PacketRef | null;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
}

/** What a canvas does to let its packets be pointed at and pressed. */
export function pointing({ refAt, onSelect, onHover }: Pointing) {
  return {
    onPointerMove: (event: PointerEvent<HTMLCanvasElement>): void => onHover(refAt(event)),
    onPointerLeave: ({ relatedTarget }: PointerEvent<HTMLCanvasElement>): void => {
      if (!isOnCard(relatedTarget)) onHover(null);
    },
    onClick: (event: MouseEvent<HTMLCanvasElement>): void => {
      const ref = refAt(event);
      // Beside the packets it is the ground that was pressed.
      if (!ref) return;
      event.stopPropagation();
      onSelect(ref);
    },
  };
}

/** Whether the pointer went from the picture to a card: that of the packet it pointed at comes up right under it. */
function isOnCard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-packet], [data-scar]') !== null;
}
