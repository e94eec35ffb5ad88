/** What two fingers do between two moments. */
export interface Pinch {
  /** How much farther apart they are: above 1 they spread. */
  readonly factor: number;
  /** The middle between them, in the window, and how far it has come sideways. CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly movedX: number;
}

/** The fingers that came down on the element; others may lie elsewhere on the page. */
export function touchesOn(element: HTMLElement, { touches }: TouchEvent): readonly Touch[] {
  return [...touches].filter(({ target }) => element.contains(target as Node));
}

/** Tells how two fingers on an element move, which the browser would else take for itself; gives what ends that. */
export function addPinch(element: HTMLElement, onPinch: (pinch: Pinch) => void): () => void {
  let before: { readonly apart: number; readonly x: number } | null = null;
  const touched = (event: TouchEvent): void => {
    const [one, two] = touchesOn(element, event);
    // One that cannot be taken back is the browser's already: the page scrolls.
    if (!one || !two || !event.cancelable) {
      before = null;
      return;
    }
    event.preventDefault();
    const apart = Math.max(1, Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY));
    const [x, y] = [(one.clientX + two.clientX) / 2, (one.clientY + two.clientY) / 2];
    if (before) onPinch({ factor: apart / before.apart, x, y, movedX: x - before.x });
    before = { apart, x };
  };
  const ending = new AbortController();
  const options = { passive: false, signal: ending.signal };
  for (const kind of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    element.addEventListener(kind, touched, options);
  }
  return () => ending.abort();
}
