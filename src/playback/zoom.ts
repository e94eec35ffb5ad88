import { createStore, type StoreApi } from 'zustand/vanilla';

/** A stretch of time, in virtual nanoseconds. */
type Stretch = readonly [fromNs: number, toNs: number];

/** The stretch of time that the timeline and the charts show; null: the whole run. */
export interface Zoom {
  readonly range: Stretch | null;
}

/** One for the timeline and all charts, so that they show the same stretch. */
export type ZoomStore = StoreApi<Zoom>;

/** A run is looked at no closer than this. */
const LEAST_NS = 1000;
/** Where a moment comes to stand when the stretch is moved after it: this far from the end it came from. */
const LEAD = 0.1;

/** Everything shows the whole run. */
export function createZoomStore(): ZoomStore {
  return createStore<Zoom>(() => ({ range: null }));
}

/** Shows this stretch, as far as the run goes; all of it is as good as no zoom. */
export function zoomTo(store: ZoomStore, endNs: number, fromNs: number, toNs: number): void {
  const from = Math.max(0, fromNs);
  const to = Math.min(endNs, toNs);
  const isWhole = from <= 0 && to >= endNs;
  if (!isWhole && to - from < LEAST_NS) return;
  const { range } = store.getState();
  if (isWhole ? range === null : range?.[0] === from && range[1] === to) return;
  store.setState({ range: isWhole ? null : [from, to] });
}

/** Shows `factor` times as much around a moment, which keeps its place. */
export function zoomAround(store: ZoomStore, endNs: number, momentNs: number, factor: number): void {
  const [from, to] = store.getState().range ?? [0, endNs];
  const middle = Math.min(Math.max(momentNs, from), to);
  zoomTo(store, endNs, middle - (middle - from) * factor, middle + (to - middle) * factor);
}

/** Moves the stretch by so much, as far as the run goes; its length stays. */
export function panBy(store: ZoomStore, endNs: number, byNs: number): void {
  const { range } = store.getState();
  if (!range) return;
  const length = range[1] - range[0];
  const from = Math.min(Math.max(0, range[0] + byNs), Math.max(0, endNs - length));
  if (from !== range[0]) store.setState({ range: [from, from + length] });
}

/**
 * Moves the stretch after the playhead, which went from one time to another: page by page while it plays out of sight,
 * and wherever a hand puts it. A stretch that was chosen ahead of the playhead waits for it.
 */
export function followPlayhead(
  store: ZoomStore,
  { beforeNs, nowNs, isPlaying }: { beforeNs: number; nowNs: number; isPlaying: boolean },
  endNs: number,
): void {
  const { range } = store.getState();
  if (!range || beforeNs === nowNs || isIn(range, nowNs)) return;
  if (isPlaying && !isIn(range, beforeNs)) return;
  const length = range[1] - range[0];
  const lead = nowNs > range[1] ? LEAD : 1 - LEAD;
  const latest = Math.max(0, Math.max(endNs, nowNs) - length);
  const from = Math.min(Math.max(0, nowNs - length * lead), latest);
  store.setState({ range: [from, from + length] });
}

/** A stretch that reaches beyond a shorter run is given up. */
export function keepWithin(store: ZoomStore, endNs: number): void {
  const { range } = store.getState();
  if (range && range[1] > endNs) store.setState({ range: null });
}

function isIn([from, to]: Stretch, timeNs: number): boolean {
  return timeNs >= from && timeNs <= to;
}
