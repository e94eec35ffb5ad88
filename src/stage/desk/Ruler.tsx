import { useId, useRef } from 'react';
import type { Box, TownPlan } from '../plan';
import { type SceneStore, useSceneWrite } from '../sceneStore';
import type { RulerView } from '../sceneTypes';

interface RulerProps {
  readonly store: SceneStore;
  readonly lane: number;
  readonly box: Box;
  readonly plan: TownPlan;
}

/**
 * The front edge of the sender's desk is a ruler of its sequence space: acknowledged (solid), in flight (striped),
 * allowed (white), not yet (grey). Green bars above it are what SACK reported; of the two brackets the one that limits
 * is bold: cwnd is dashed and black, rwnd sky blue.
 */
export function Ruler({ store, lane, box, plan }: RulerProps) {
  const id = useId();
  const group = useRef<SVGGElement>(null);
  const { unit } = plan;
  const bar = { y: box.y + box.height * 0.4, height: box.height * 0.6 };
  useSceneWrite(store, ({ lanes }) => {
    const ruler = lanes[lane]?.ruler ?? null;
    const parts = group.current?.children;
    if (!group.current || !parts) return;
    group.current.style.display = ruler ? '' : 'none';
    if (ruler) rulerPaths(ruler, box, bar).forEach((path, i) => parts[i]?.setAttribute('d', path));
    const isCwnd = ruler !== null && ruler.cwndEnd <= ruler.rwndEnd;
    parts[CWND]?.setAttribute('stroke-width', String((isCwnd ? 2.6 : 1.2) * unit));
    parts[RWND]?.setAttribute('stroke-width', String((isCwnd ? 1.2 : 2.6) * unit));
    parts[RWND]?.setAttribute('stroke', ruler && isShut(ruler) ? 'var(--loss)' : 'var(--buffer)');
  });
  return (
    <g data-part="ruler">
      <pattern
        id={id}
        width={5 * unit}
        height={5 * unit}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={5 * unit} height={5 * unit} fill="var(--card)" />
        <rect width={2.6 * unit} height={5 * unit} fill="var(--tcp)" />
      </pattern>
      <rect
        x={box.x}
        {...bar}
        width={box.width}
        rx={1.5 * unit}
        fill="var(--slot)"
        stroke="var(--wood-dark)"
        strokeWidth={unit}
      />
      <g ref={group}>
        <path fill="var(--card)" />
        <path fill="var(--tcp)" />
        <path fill={`url(#${id})`} />
        <path fill="var(--ack)" stroke="#17233b" strokeWidth={0.8 * unit} />
        <path
          fill="none"
          stroke="var(--ink)"
          strokeDasharray={`${2.4 * unit} ${1.6 * unit}`}
          strokeLinecap="butt"
        />
        <path fill="none" stroke="var(--buffer)" />
      </g>
    </g>
  );
}

/** Places of the brackets among the paths. */
const CWND = 4;
const RWND = 5;

function isShut({ acknowledged, rwndEnd }: RulerView): boolean {
  return rwndEnd <= acknowledged;
}

/** Allowed, acknowledged, in flight, SACK bars, cwnd bracket, rwnd bracket. */
function rulerPaths(
  ruler: RulerView,
  box: Box,
  bar: { readonly y: number; readonly height: number },
): readonly string[] {
  const { from, to, acknowledged, sent, cwndEnd, rwndEnd, sacked } = ruler;
  const at = (offset: number): number =>
    box.x + Math.min(1, Math.max(0, (offset - from) / (to - from))) * box.width;
  const strip = (start: number, end: number, y: number, height: number): string =>
    end <= start
      ? ''
      : `M${fixed(at(start))} ${fixed(y)}H${fixed(at(end))}v${fixed(height)}H${fixed(at(start))}z`;
  const bracket = (end: number, top: number): string =>
    `M${fixed(at(acknowledged))} ${fixed(bar.y)}V${fixed(top)}H${fixed(at(end))}${end <= to ? `V${fixed(bar.y + bar.height)}` : ''}`;
  return [
    strip(acknowledged, Math.min(cwndEnd, rwndEnd), bar.y, bar.height),
    strip(from, acknowledged, bar.y, bar.height),
    strip(acknowledged, sent, bar.y, bar.height),
    sacked.map(({ start, end }) => strip(start, end, box.y + box.height * 0.12, box.height * 0.28)).join(''),
    bracket(cwndEnd, box.y),
    bracket(rwndEnd, box.y + box.height * 0.2),
  ];
}

function fixed(value: number): string {
  return value.toFixed(1);
}
