import { type FocusEvent, useCallback, useRef } from 'react';

interface KeptFocus {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
  /** To be told whenever packets may have come or gone, with the layer's tab stop. */
  readonly keep: (stop: Element | null) => void;
}

/** Keeps the keyboard among the packets: when the focused one has left the road, the focus goes to the tab stop. */
export function useKeptFocus(): KeptFocus {
  const hasFocus = useRef(false);
  const keep = useCallback((stop: Element | null): void => {
    if (!hasFocus.current) return;
    const active = document.activeElement;
    if (active instanceof SVGElement && active.matches('[data-packet], [data-scar]')) return;
    hasFocus.current = false;
    if (stop instanceof SVGElement) stop.focus();
    else if (active instanceof SVGElement) active.blur();
  }, []);
  return {
    onFocus: () => {
      hasFocus.current = true;
    },
    onBlur: () => {
      hasFocus.current = false;
    },
    keep,
  };
}
