import { useRef } from 'react';
import type { Box, TownPlan } from './plan';
import { type SceneStore, useSceneRewrite } from './sceneStore';
import type { QueueView, Scene } from './sceneTypes';
import styles from './Stage.module.css';

interface QueuesProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
}

/** Countable slots at the offices: how many packets wait there for a road. */
export function Queues({ store, plan }: QueuesProps) {
  return plan.offices.flatMap((office, router) =>
    office.racks.map((rack, lane) => (
      <Rack
        key={`${router}:${lane}`}
        box={rack}
        read={({ lanes }) => fullestOf(lanes[lane]?.queues ?? [], router)}
        store={store}
        plan={plan}
      />
    )),
  );
}

/** The longer of the two queues of an office; null when nobody waits. */
function fullestOf(queues: readonly QueueView[], router: number): QueueView | null {
  return queues
    .filter((queue) => queue.router === router)
    .reduce<QueueView | null>((most, queue) => (most && most.waiting >= queue.waiting ? most : queue), null);
}

const SLOTS = 10;

/** How many of the slots are taken: each stands for one packet while the queue has no more places than there are slots. */
export function takenSlots({ waiting, limit }: Pick<QueueView, 'waiting' | 'limit'>): number {
  if (limit <= 0) return 0;
  return Math.ceil((Math.min(waiting, limit) / Math.max(limit, SLOTS)) * SLOTS);
}

interface RackProps extends QueuesProps {
  readonly box: Box;
  readonly read: (scene: Scene) => QueueView | null;
}

function Rack({ box, read, store, plan }: RackProps) {
  const slots = useRef<SVGGElement>(null);
  const text = useRef<SVGTextElement>(null);
  const { unit, font } = plan;
  useSceneRewrite(
    store,
    read,
    (queue) => {
      const taken = queue ? takenSlots(queue) : 0;
      const places = queue && queue.limit > 0 ? Math.min(SLOTS, queue.limit) : SLOTS;
      [...slots.current!.children].forEach((slot, i) => {
        slot.setAttribute('fill', i < taken ? 'var(--ink)' : 'var(--slot)');
        slot.setAttribute('opacity', i < places ? '1' : '0');
      });
      if (text.current) text.current.textContent = queue ? `${queue.waiting}/${queue.limit}` : '';
    },
    (a, b) => a?.waiting === b?.waiting && a?.limit === b?.limit,
  );
  const step = box.width / SLOTS;
  const height = Math.min(box.height * 0.5, 10 * unit);
  const y = box.y + box.height - height;
  return (
    <g>
      <g ref={slots}>
        {Array.from({ length: SLOTS }, (_, slot) => (
          <rect
            key={slot}
            x={box.x + slot * step + step * 0.12}
            y={y}
            width={step * 0.76}
            height={height}
            rx={unit}
          />
        ))}
      </g>
      {plan.shape === 'wide' && (
        <text
          ref={text}
          x={box.x + box.width / 2}
          y={y - 4 * unit}
          textAnchor="middle"
          fontSize={font.small}
          className={styles['mono']}
          fill="var(--ink)"
        />
      )}
    </g>
  );
}
