import { useLayoutEffect, useRef } from 'react';
import type { Point, TownPlan } from './plan';
import { roomInside } from './roomPlan';
import { type SceneStore, useSceneFact } from './sceneStore';

/** Pieces on their way from the door up into the app's tray. */
export function Drops({ store, plan }: { readonly store: SceneStore; readonly plan: TownPlan }) {
  const group = useRef<SVGGElement>(null);
  const drops = useSceneFact(
    store,
    ({ drops: all }) => all,
    (a, b) => a.length === b.length && a.every((drop, i) => drop.key === b[i]!.key),
  );
  useLayoutEffect(() => {
    const write = (): void => {
      const nodes = group.current?.children;
      if (!nodes) return;
      store.get().drops.forEach((drop, i) => {
        const node = nodes[i];
        const from = startOf(plan, drop.lane);
        const to = endOf(plan, drop.lane);
        if (!node || !from || !to) return;
        const eased = 1 - (1 - drop.progress) ** 2;
        const x = from.x + (to.x - from.x) * eased;
        const y = from.y + (to.y - from.y) * eased - Math.sin(eased * Math.PI) * 18 * plan.unit;
        node.setAttribute(
          'transform',
          `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${(1 - 0.35 * eased).toFixed(3)})`,
        );
        node.setAttribute('opacity', (1 - eased).toFixed(3));
      });
    };
    write();
    return store.subscribe(write);
  }, [store, plan, drops]);
  const size = plan.font.medium * 1.5;
  return (
    <g ref={group}>
      {drops.map((drop) => (
        <rect
          key={drop.key}
          x={-size / 2}
          y={-size / 2}
          width={size}
          height={size}
          rx={4 * plan.unit}
          fill={`var(--${plan.roads[drop.lane]?.transport ?? 'udp'})`}
          stroke="var(--card)"
          strokeWidth={2 * plan.unit}
        />
      ))}
    </g>
  );
}

function startOf(plan: TownPlan, lane: number): Point | undefined {
  const door = plan.server.rooms.find((room) => room.lane === lane)?.door;
  return door && { x: door.x + door.width / 2, y: door.y + door.height / 2 };
}

function endOf(plan: TownPlan, lane: number): Point | undefined {
  const room = plan.server.rooms.find(({ lane: of }) => of === lane);
  if (!room) return undefined;
  const { shelf } = roomInside(room, plan);
  return { x: shelf.x + shelf.width / 2, y: shelf.y + shelf.height / 2 };
}
