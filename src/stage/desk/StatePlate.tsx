import { useRef } from 'react';
import type { TownPlan } from '../plan';
import { type SceneStore, useSceneRewrite } from '../sceneStore';
import type { DeskView, Scene } from '../sceneTypes';
import styles from '../Stage.module.css';

interface StatePlateProps {
  readonly store: SceneStore;
  readonly pick: (scene: Scene) => DeskView;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** The desk is so wide: longer names are set narrower. */
  readonly most: number;
  readonly plan: TownPlan;
}

/** How wide the name plate of a state is, in px. */
export function statePlateWidth(text: string, { font, unit }: TownPlan): number {
  return text === '' ? 0 : text.length * font.small * 0.6 + 20 * unit;
}

/** The name plate on a desk: the state of its connection. */
export function StatePlate({ store, pick, x, y, height, most, plan }: StatePlateProps) {
  const { unit, font } = plan;
  const plate = useRef<SVGPathElement>(null);
  const words = useRef<SVGTextElement>(null);
  useSceneRewrite(
    store,
    (scene) => pick(scene).state ?? '',
    (state) => {
      const natural = statePlateWidth(state, plan);
      const width = Math.min(natural, most) - 8 * unit;
      const d = `M${x} ${y + height - 2 * unit}l${4 * unit} ${-(height - 3 * unit)}h${width}l${4 * unit} ${height - 3 * unit}z`;
      plate.current!.setAttribute('d', state === '' ? '' : d);
      words.current!.setAttribute('x', String(x + width / 2 + 4 * unit));
      words.current!.textContent = state;
      if (natural > most) words.current!.setAttribute('textLength', String(width - 4 * unit));
      else words.current!.removeAttribute('textLength');
    },
  );
  return (
    <g>
      <path ref={plate} fill="var(--sign)" />
      <text
        ref={words}
        y={y + height / 2}
        dy="0.34em"
        textAnchor="middle"
        lengthAdjust="spacingAndGlyphs"
        fontSize={font.small}
        className={styles['mono']}
        fill="var(--sign-ink)"
      />
    </g>
  );
}
