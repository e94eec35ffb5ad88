import { type RefObject, useId, useRef } from 'react';
import type { Box, TownPlan } from '../plan';
import { sameFields, type SceneStore, useSceneRewrite } from '../sceneStore';
import type { RulerView } from '../sceneTypes';
import styles from '../Stage.module.css';

interface RulerProps {
  readonly store: SceneStore;
  readonly lane: number;
  readonly box: Box;
  readonly plan: TownPlan;
  /** The most bytes of the message that there can be. */
  readonly length: number;
}

/**
 * The front edge of the sender's desk is a ruler of its sequence space: acknowledged (solid), in flight (striped),
 * allowed (white), not yet (grey). Green bars above it are what SACK reported; of the two brackets the one that limits
 * is bold: cwnd is dashed and black, rwnd sky blue. At its edges stand the numbers of its first and last byte.
 */
export function Ruler({ store, lane, box: edge, plan, length }: RulerProps) {
  const id = useId();
  const group = useRef<SVGGElement>(null);
  const first = useRef<SVGTextElement>(null);
  const last = useRef<SVGTextElement>(null);
  const { unit, font } = plan;
  const hasNumbers = edge.height > font.small * 0.8;
  const number = hasNumbers ? (byteNumber(length).length * 0.61 + 0.35) * font.small : 0;
  const box = { ...edge, x: edge.x + number, width: edge.width - 2 * number };
  // Clear of the room's frame, which is drawn over the floor line.
  const bar = { y: box.y + box.height * 0.36, height: box.height * 0.5 };
  const write = (ruler: RulerView | null): void => {
    const parts = group.current?.children;
    if (!group.current || !parts) return;
    group.current.style.display = ruler ? '' : 'none';
    writeNumber(first.current, ruler && hasNumbers ? byteNumber(ruler.from + 1) : '');
    writeNumber(last.current, ruler && hasNumbers ? byteNumber(ruler.to) : '');
    if (ruler) rulerPaths(ruler, box, bar).forEach((path, i) => parts[i]?.setAttribute('d', path));
    const isCwnd = ruler !== null && ruler.cwndEnd <= ruler.rwndEnd;
    parts[CWND]?.setAttribute('stroke-width', String((isCwnd ? 2.6 : 1.2) * unit));
    parts[RWND]?.setAttribute('stroke-width', String((isCwnd ? 1.2 : 2.6) * unit));
    parts[RWND]?.setAttribute('stroke', ruler && isShut(ruler) ? 'var(--loss)' : 'var(--buffer)');
  };
  useSceneRewrite(
    store,
    ({ lanes }) => lanes[lane]?.ruler ?? null,
    write,
    (a, b) => a === b || (a !== null && b !== null && sameFields(a, b)),
  );
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
      <EdgeNumber node={first} x={edge.x} y={edge.y + edge.height * 0.45} anchor="start" size={font.small} />
      <EdgeNumber
        node={last}
        x={edge.x + edge.width}
        y={edge.y + edge.height * 0.45}
        anchor="end"
        size={font.small}
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

interface EdgeNumberProps {
  readonly node: RefObject<SVGTextElement | null>;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly size: number;
}

function EdgeNumber({ node, x, y, anchor, size }: EdgeNumberProps) {
  return (
    <text
      ref={node}
      x={x}
      y={y}
      dy="0.36em"
      textAnchor={anchor}
      fontSize={size}
      className={styles['mono']}
      fill="var(--desk-ink)"
      data-part="edge"
    />
  );
}

/** The number of a byte counted from the SYN, as short as a desk's edge needs it. */
function byteNumber(byte: number): string {
  const rounded = Math.round(byte);
  return rounded < 10_000 ? String(rounded) : `${Math.round(rounded / 1000)}k`;
}

function writeNumber(node: SVGTextElement | null, words: string): void {
  if (node && node.textContent !== words) node.textContent = words;
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
