import { useRef } from 'react';
import type { TownPlan } from '../plan';
import { type SceneStore, useSceneRewrite } from '../sceneStore';
import type { DeskView, Scene } from '../sceneTypes';

interface DuplicateAcksProps {
  readonly store: SceneStore;
  readonly pick: (scene: Scene) => DeskView;
  readonly plan: TownPlan;
}

const PLACES = [1, 2, 3] as const;

/** Room that the three places take, in px. */
export function duplicatesWidth({ font }: TownPlan): number {
  return font.small * 2.4;
}

/** Three places that fill as the same ACK comes again: with the third the piece is sent once more. RFC 5681 §3.2. */
export function DuplicateAcks({ store, pick, plan }: DuplicateAcksProps) {
  const group = useRef<SVGGElement>(null);
  useSceneRewrite(
    store,
    (scene) => Math.min(PLACES.length, pick(scene).duplicateAcks),
    (count) => {
      group.current!.dataset['count'] = String(count);
      [...group.current!.children].forEach((place, i) => {
        place.setAttribute('fill', i < count ? 'var(--ack)' : 'none');
        place.setAttribute('stroke-opacity', count === 0 ? '0.25' : '1');
      });
    },
  );
  const radius = plan.font.small * 0.32;
  return (
    <g ref={group} data-part="duplicateAcks">
      {PLACES.map((place, i) => (
        <circle
          key={place}
          cx={radius + i * radius * 2.6}
          cy={0}
          r={radius}
          stroke="var(--ink)"
          strokeWidth={1.4 * plan.unit}
        />
      ))}
    </g>
  );
}
