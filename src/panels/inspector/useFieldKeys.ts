import type { KeyboardEvent, RefObject } from 'react';
import type { Lit } from './lit';

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Layers and fields are one stop of the Tab key; the arrow keys walk among them. Escape puts the light out. */
export function useFieldKeys(
  frameRef: RefObject<HTMLElement | null>,
  keys: readonly string[],
  lit: Lit,
  onLight: (lit: Lit) => void,
): { readonly onKeyDown: (event: KeyboardEvent) => void } {
  return {
    onKeyDown(event) {
      const step = STEPS[event.key];
      if (event.key === 'Escape' && lit !== null) onLight(null);
      else if (step !== undefined) {
        const at = Math.max(0, lit === null ? 0 : keys.indexOf(lit));
        const next = keys[Math.max(0, Math.min(keys.length - 1, at + step))]!;
        onLight(next);
        frameRef.current?.querySelector<HTMLElement>(`[data-part="${next}"]`)?.focus();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
