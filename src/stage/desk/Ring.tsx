import { useRef } from 'react';
import { type SceneStore, useSceneRewrite } from '../sceneStore';
import type { Scene, TimerView } from '../sceneTypes';
import styles from '../Stage.module.css';
import { ringLeft } from './ringLeft';

interface ReadingProps {
  readonly store: SceneStore;
  readonly read: (scene: Scene) => TimerView | undefined;
}

/** A ring in a row so high that empties clockwise. */
export function Ring({
  store,
  read,
  rowHeight,
  unit,
}: ReadingProps & { readonly rowHeight: number; readonly unit: number }) {
  const arc = useRef<SVGCircleElement>(null);
  const circle = { cx: rowHeight * 0.4, cy: rowHeight / 2, r: rowHeight * 0.32 };
  const length = 2 * Math.PI * circle.r;
  useSceneRewrite(
    store,
    (scene) => ringLeft(read(scene), scene.timeNs).share,
    (share) => {
      // Clockwise from the top: what is over is cut off at the start.
      arc.current!.setAttribute('stroke-dashoffset', (-(1 - share) * length).toFixed(2));
    },
  );
  return (
    <g transform={`rotate(-90 ${circle.cx} ${circle.cy})`}>
      <circle {...circle} fill="var(--surface)" stroke="var(--line)" strokeWidth={3.5 * unit} />
      <circle
        ref={arc}
        {...circle}
        fill="none"
        stroke="var(--ink)"
        strokeWidth={3.5 * unit}
        strokeDasharray={`${length} ${length}`}
      />
    </g>
  );
}

/** What is left, in ms; from ten seconds on in seconds. */
export function Remaining({
  store,
  read,
  y,
  size,
}: ReadingProps & { readonly y: number; readonly size: number }) {
  const text = useRef<SVGTextElement>(null);
  useSceneRewrite(
    store,
    (scene) => ringLeft(read(scene), scene.timeNs).words,
    (words) => {
      text.current!.textContent = words;
    },
  );
  return (
    <text
      ref={text}
      y={y}
      dy="0.36em"
      fontSize={size}
      className={styles['mono']}
      fill="var(--ink)"
      data-part="remaining"
    />
  );
}
