import type { KeyboardEvent, RefObject } from 'react';

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The fields are one stop of the Tab key; the arrow keys walk among them. Escape puts the light out. */
export function useFieldKeys(
  frameRef: RefObject<HTMLElement | null>,
  count: number,
  lit: number | null,
  onLight: (field: number | null) => void,
): { readonly onKeyDown: (event: KeyboardEvent) => void } {
  return {
    onKeyDown(event) {
      const step = STEPS[event.key];
      if (event.key === 'Escape' && lit !== null) onLight(null);
      else if (step !== undefined) {
        const next = Math.max(0, Math.min(count - 1, (lit ?? 0) + step));
        onLight(next);
        frameRef.current?.querySelector<HTMLElement>(`[data-field="${next}"]`)?.focus();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
