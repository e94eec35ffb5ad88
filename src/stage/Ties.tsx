import { useRef } from 'react';
import type { TownPlan } from './plan';
import { type SceneStore, useSceneWrite } from './sceneStore';

/** Thin dashed lines from each retransmission to the ✕ where the sending before it died. */
export function Ties({ store, plan }: { readonly store: SceneStore; readonly plan: TownPlan }) {
  const lines = useRef<SVGPathElement>(null);
  const ends = useRef<SVGPathElement>(null);
  const { unit } = plan;
  useSceneWrite(store, ({ ties }) => {
    const line = ties.map(({ from, to }) => {
      // A bow, so that it does not hide in the middle of the road.
      const bend = 26 * unit;
      const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - bend };
      return `M${from.x.toFixed(1)} ${from.y.toFixed(1)}Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
    });
    lines.current?.setAttribute('d', line.join(''));
    const arm = 7 * unit;
    const crosses = ties.map(
      ({ to: { x, y } }) =>
        `M${(x - arm).toFixed(1)} ${(y - arm).toFixed(1)}l${2 * arm} ${2 * arm}m${-2 * arm} 0l${2 * arm} ${-2 * arm}`,
    );
    ends.current?.setAttribute('d', crosses.join(''));
  });
  return (
    <g fill="none" strokeLinecap="round" data-part="ties">
      <path ref={ends} stroke="var(--loss)" strokeOpacity="0.55" strokeWidth={3 * unit} />
      <path
        ref={lines}
        stroke="var(--tie)"
        strokeWidth={2 * unit}
        strokeDasharray={`${5 * unit} ${4 * unit}`}
      />
    </g>
  );
}
