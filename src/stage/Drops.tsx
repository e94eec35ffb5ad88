import { useRef } from 'react';
import type { Point, TownPlan } from './plan';
import { roomInside } from './roomPlan';
import { type SceneStore, useSceneWrite } from './sceneStore';

/** So many pieces are drawn at once on their way into a tray; more would be a blur. */
const MOST_AT_ONCE = 4;

/** Pieces on their way from the door up into the app's tray: one pool of papers for each lane. */
export function Drops({ store, plan }: { readonly store: SceneStore; readonly plan: TownPlan }) {
  return plan.roads.map(({ lane }) => <LaneDrops key={lane} lane={lane} store={store} plan={plan} />);
}

interface LaneDropsProps {
  readonly lane: number;
  readonly store: SceneStore;
  readonly plan: TownPlan;
}

function LaneDrops({ lane, store, plan }: LaneDropsProps) {
  const group = useRef<SVGGElement>(null);
  const from = startOf(plan, lane);
  const to = endOf(plan, lane);
  useSceneWrite(store, ({ drops }) => {
    const own = drops.filter((drop) => drop.lane === lane);
    [...(group.current?.children ?? [])].forEach((node, i) => {
      const drop = own[i];
      if (!drop || !from || !to) {
        // Where it was before must not be told from the picture.
        node.removeAttribute('transform');
        return node.setAttribute('opacity', '0');
      }
      const eased = 1 - (1 - drop.progress) ** 2;
      const x = from.x + (to.x - from.x) * eased;
      const y = from.y + (to.y - from.y) * eased - Math.sin(eased * Math.PI) * 18 * plan.unit;
      node.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
      node.setAttribute('opacity', (1 - eased).toFixed(3));
    });
  });
  const size = plan.font.medium * 1.5;
  return (
    <g ref={group}>
      {Array.from({ length: MOST_AT_ONCE }, (_, i) => (
        <rect
          key={i}
          x={-size / 2}
          y={-size / 2}
          width={size}
          height={size}
          rx={4 * plan.unit}
          fill={`var(--${plan.roads[lane]?.transport ?? 'udp'})`}
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
