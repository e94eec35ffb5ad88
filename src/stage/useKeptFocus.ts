import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import type { PacketRef } from '../trace/run';
import type { Slot } from './slots';

interface FocusProps {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/**
 * Keeps the keyboard among the packets: when the focused one has left the road, the focus goes to the layer's tab
 * stop, and when its slot shows another packet, that one is told to be pointed at.
 */
export function useKeptFocus(
  root: RefObject<Element | null>,
  slots: readonly (Slot | null)[],
  onHover: (ref: PacketRef | null) => void,
): FocusProps {
  const focused = useRef<string | null>(null);
  useLayoutEffect(() => {
    const before = focused.current;
    if (before === null || !root.current) return;
    const active = document.activeElement;
    if (active === document.body) {
      const stop = root.current.querySelector<SVGElement>('[data-packet][tabindex="0"]');
      focused.current = null;
      stop?.focus();
      return;
    }
    const now = keyOf(active);
    if (now === null || now === before) return;
    focused.current = now;
    const slot = slots.find((other) => other?.key === now);
    if (slot) onHover({ lane: slot.lane, packet: slot.packet });
  }, [root, slots, onHover]);
  return {
    onFocus: ({ target }) => {
      focused.current = keyOf(target);
    },
    onBlur: () => {
      focused.current = null;
    },
  };
}

function keyOf(element: Element | null): string | null {
  return element instanceof SVGElement ? (element.dataset['packet'] ?? null) : null;
}
