/** A press of this length is a long one; browsers on phones take about as long. */
const LONG_PRESS_MS = 500;
/** A finger that moves further than this many px means something else. */
const SLACK = 10;

/** Makes of a long press of a finger what the other button of a mouse does, as not every browser does by itself. */
export function followLongPresses(): { readonly stop: () => void } {
  const ending = new AbortController();
  const { signal } = ending;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let finger: { readonly x: number; readonly y: number } | null = null;
  let isLong = false;
  const forget = (): void => {
    clearTimeout(timer);
    finger = null;
  };
  const put = ({ pointerType, clientX, clientY, target }: PointerEvent): void => {
    forget();
    isLong = false;
    if (pointerType !== 'touch') return;
    finger = { x: clientX, y: clientY };
    timer = setTimeout(() => {
      if (isLong) return;
      target?.dispatchEvent(
        new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }),
      );
    }, LONG_PRESS_MS);
  };
  const move = ({ clientX, clientY }: PointerEvent): void => {
    if (finger && Math.hypot(clientX - finger.x, clientY - finger.y) > SLACK) forget();
  };
  // The finger presses nothing else when it goes up.
  const lift = (event: TouchEvent): void => {
    if (isLong && event.cancelable) event.preventDefault();
    isLong = false;
    forget();
  };
  addEventListener('pointerdown', put, { signal });
  addEventListener('pointermove', move, { signal });
  addEventListener('pointercancel', forget, { signal });
  addEventListener('contextmenu', () => (isLong = finger !== null), { signal, capture: true });
  addEventListener('touchend', lift, { signal, passive: false });
  return {
    stop() {
      forget();
      ending.abort();
    },
  };
}
