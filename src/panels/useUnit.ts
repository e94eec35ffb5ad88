import { useSyncExternalStore } from 'react';

/** Type grows with the screen; below its usual size it does not shrink (`--text-s`). */
const USUAL_ROOT_PX = 16;

/** How much larger type is than usual: what is drawn around type in pixels is multiplied by it. */
export function useUnit(): number {
  return useSyncExternalStore(subscribe, readUnit);
}

function subscribe(changed: () => void): () => void {
  globalThis.addEventListener('resize', changed);
  return () => globalThis.removeEventListener('resize', changed);
}

function readUnit(): number {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.max(1, root / USUAL_ROOT_PX);
}
