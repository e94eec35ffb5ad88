import { useEffect, useRef } from 'react';

/** Something over the page that Back closes. */
interface Layer {
  readonly close: () => void;
}

/**
 * What Back closes, the latest last. Each layer has an entry in the browser's history with the address of the page
 * under it; an entry's state says how deep it lies.
 */
const layers: Layer[] = [];
/** How deep the entry lies on which the first layer was opened. */
let base: number | null = null;
/** Where a way back that was taken by closing a layer on the page ends; null: none is under way. */
let wanted: number | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The address that a way back among layers led to: it is an old one of what is shown. */
let passedUrl: string | null = null;

/** Lets Back close something, for as long as it is open and mounted. */
export function useBack(isOpen: boolean, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => (isOpen ? openLayer(() => latest.current()) : undefined), [isOpen]);
}

/** Whether a change of the address came from a layer that was closed: the page then is what it was, and not that. */
export function isPassedAddress(url: string): boolean {
  return url === passedUrl;
}

function openLayer(close: () => void): () => void {
  if (base === null) {
    base = depthOf(history.state) ?? 0;
    addEventListener('popstate', onMove);
  }
  const layer = { close };
  layers.push(layer);
  settleSoon();
  return () => {
    const at = layers.indexOf(layer);
    if (at < 0) return;
    layers.splice(at, 1);
    settleSoon();
  };
}

/** One layer may open as another closes: the history follows when both have. */
function settleSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(settle);
}

function settle(): void {
  if (wanted !== null || base === null) return;
  let depth = depthOf(history.state) ?? base;
  const due = base + layers.length;
  if (depth > due) {
    wanted = due;
    history.go(due - depth);
    return;
  }
  if (depth === due) return;
  history.replaceState({ depth }, '');
  for (; depth < due; depth += 1) history.pushState({ depth: depth + 1 }, '');
}

function onMove(): void {
  const depth = depthOf(history.state);
  passedUrl = null;
  base ??= 0;
  if (depth === null) {
    // Another address was typed: nothing is closed by that, and what is closed later does not lead back before it.
    base += layers.length;
    history.replaceState({ depth: base }, '');
  } else if (depth === wanted) {
    passedUrl = location.href;
  } else if (depth < base + layers.length && layers.length > 0) {
    passedUrl = location.href;
    const closing = layers.splice(Math.max(0, depth - base));
    base = Math.min(base, depth);
    for (const { close } of closing.toReversed()) close();
  } else {
    // Forward onto the entry of a layer that was closed: its address is an old one of what is shown.
    if (depth > base + layers.length) passedUrl = location.href;
    base = depth - layers.length;
  }
  wanted = null;
  settleSoon();
}

function depthOf(state: unknown): number | null {
  const depth = (state as { readonly depth?: unknown } | null)?.depth;
  return typeof depth === 'number' ? depth : null;
}
