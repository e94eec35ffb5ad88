import { useRef } from 'react';
import { type SceneStore, useSceneRewrite } from '../sceneStore';
import styles from '../Stage.module.css';
import type { MapQueue, MapScene } from './mapScene';
import type { MapPlan } from './mapTypes';
import { slotHeight, STACK_SLOTS } from './queueStack';

interface MapQueuesProps {
  readonly store: SceneStore<MapScene>;
  readonly plan: MapPlan;
}

/** So many stacks are shown at once. */
const MOST = 16;

/** The trays under the stacks of waiting packets, with how many wait and how many may: a pool that the loop writes. */
export function MapQueues({ store, plan }: MapQueuesProps) {
  const group = useRef<SVGGElement>(null);
  const { unit, card, font, tier } = plan;
  const width = card.dot * 1.35;
  const height = slotHeight(plan) * STACK_SLOTS + 3 * unit;
  const figures = { above: -height - 3 * unit, below: font.small + 2 * unit };
  useSceneRewrite(
    store,
    (scene: MapScene) => scene.queues,
    (queues) => {
      [...group.current!.children].forEach((node, i) => write(node, queues[i], figures));
    },
    isSame,
  );
  return (
    <g ref={group}>
      {Array.from({ length: MOST }, (_, i) => (
        <g key={i} display="none">
          <path
            d={`M${-width / 2} ${-height}V0H${width / 2}V${-height}`}
            fill="var(--slot)"
            fillOpacity="0.75"
            stroke="var(--ink)"
            strokeWidth={1.4 * unit}
            strokeLinejoin="round"
          />
          <text
            x={0}
            textAnchor="middle"
            fontSize={tier === 'mark' ? 13 : font.small}
            fontWeight={700}
            className={styles['onGround']}
          />
        </g>
      ))}
    </g>
  );
}

function write(
  node: Element,
  queue: MapQueue | undefined,
  figures: { readonly above: number; readonly below: number },
): void {
  const text = node.querySelector('text')!;
  if (!queue) {
    node.setAttribute('display', 'none');
    node.removeAttribute('transform');
    text.removeAttribute('y');
    text.textContent = '';
    return;
  }
  node.removeAttribute('display');
  node.setAttribute('transform', `translate(${queue.foot.x.toFixed(1)} ${queue.foot.y.toFixed(1)})`);
  text.setAttribute('y', String(queue.isBelowRoad ? figures.below : figures.above));
  text.textContent = `${queue.waiting}/${queue.limit}`;
}

function isSame(a: readonly MapQueue[], b: readonly MapQueue[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ way, waiting, limit }, i) => {
      const other = b[i]!;
      return way === other.way && waiting === other.waiting && limit === other.limit;
    })
  );
}
