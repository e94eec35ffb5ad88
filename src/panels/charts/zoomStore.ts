import { createStore, type StoreApi } from 'zustand/vanilla';

/** The stretch of time that all charts show; null: the whole run. */
export interface Zoom {
  readonly range: readonly [fromNs: number, toNs: number] | null;
}

/** One for all charts, so that they show the same stretch. */
export type ZoomStore = StoreApi<Zoom>;

/** A run is looked at no closer than this. */
const LEAST_NS = 1000;

/** All charts show the whole run. */
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
