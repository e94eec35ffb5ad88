import { cancelFrame, frame, type MotionValue } from 'framer-motion';
import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { PacketScene, Scene } from './sceneTypes';

/** The scene that is drawn now: computed once per render step, read by every layer. */
export interface SceneStore<S extends PacketScene = Scene> {
  readonly get: () => S;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Keeps the scene in step with the playhead; another `sceneAt` makes a new store with its first scene ready. */
export function useSceneStore<S extends PacketScene>(
  sceneAt: (timeNs: number) => S,
  playhead: MotionValue<number>,
): SceneStore<S> {
  const store = useMemo(() => createStore(() => sceneAt(playhead.get())), [sceneAt, playhead]);
  useLayoutEffect(() => {
    const draw = (): void => store.refresh();
    // Whoever listens has just been rendered with what the store began with.
    if (playhead.get() !== store.get().timeNs) draw();
    const stop = playhead.on('change', () => frame.render(draw));
    return () => {
      stop();
      cancelFrame(draw);
    };
  }, [store, playhead]);
  return store;
}

function createStore<S extends PacketScene>(
  compute: () => S,
): SceneStore<S> & { readonly refresh: () => void } {
  const listeners = new Set<() => void>();
  let scene = compute();
  return {
    get: () => scene,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh() {
      scene = compute();
      for (const listener of listeners) listener();
    },
  };
}

/** A slow fact of the scene: the component renders again only when it differs from the last one by `isSame`. */
export function useSceneFact<T, S extends PacketScene = Scene>(
  store: SceneStore<S>,
  select: (scene: S) => T,
  isSame: (a: T, b: T) => boolean = Object.is,
): T {
  const last = useRef<{ readonly value: T } | null>(null);
  return useSyncExternalStore(store.subscribe, () => {
    const value = select(store.get());
    if (last.current && isSame(last.current.value, value)) return last.current.value;
    last.current = { value };
    return value;
  });
}

/** Lets `write` put what changes all the time straight into the picture, at each render step and after each render. */
export function useSceneWrite<S extends PacketScene>(store: SceneStore<S>, write: (scene: S) => void): void {
  useLayoutEffect(() => {
    const draw = (): void => write(store.get());
    draw();
    return store.subscribe(draw);
  });
}

/**
 * The same for what changes seldom: `write` is called when `select` gives another value than the last one, by `isSame`,
 * which is `before` then, and after each render, when that is null.
 */
export function useSceneRewrite<T, S extends PacketScene = Scene>(
  store: SceneStore<S>,
  select: (scene: S) => T,
  write: (value: T, before: T | null) => void,
  isSame: (a: T, b: T) => boolean = Object.is,
): void {
  useLayoutEffect(() => {
    let written = select(store.get());
    write(written, null);
    return store.subscribe(() => {
      const value = select(store.get());
      if (isSame(value, written)) return;
      const before = written;
      written = value;
      write(value, before);
    });
  });
}

/** Makes something anew only when the fields of what it is made from are others than last time. */
export function lastOf<A extends object, B>(make: (from: A) => B): (from: A) => B {
  let last: { readonly from: A; readonly made: B } | null = null;
  return (from) => {
    if (!last || !sameFields(last.from, from)) last = { from, made: make(from) };
    return last.made;
  };
}

/** Whether two records have equal values; arrays are compared element by element. */
export function sameFields<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => sameValue(a[key], b[key]));
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((value, i) => Object.is(value, b[i]));
}
