import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Point } from '../plan';
import type { SceneStore } from '../sceneStore';
import type { PacketScene } from '../sceneTypes';

/**
 * Moves a group by `step` in each `periodNs` of virtual time and starts again: with a pattern that repeats after
 * `step` it flows on without a seam. In slow motion rain hangs in the air; a pause stops it.
 */
export function useDrift(
  store: SceneStore<PacketScene>,
  periodNs: number,
  step: Point,
): RefObject<SVGGElement | null> {
  const group = useRef<SVGGElement>(null);
  const { x, y } = step;
  useLayoutEffect(() => {
    const write = (): void => {
      const part = (store.get().timeNs / periodNs) % 1;
      group.current?.setAttribute(
        'transform',
        `translate(${(part * x).toFixed(2)} ${(part * y).toFixed(2)})`,
      );
    };
    write();
    return store.subscribe(write);
  }, [store, periodNs, x, y]);
  return group;
}
