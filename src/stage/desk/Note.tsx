import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Box, TownPlan } from '../plan';
import { sameFields, type SceneStore, useSceneRewrite } from '../sceneStore';
import type { Scene } from '../sceneTypes';
import { fitText, guessWidth } from '../textFit';

interface NoteProps {
  readonly store: SceneStore;
  /** What is written on it and where it lies; null: there is none. */
  readonly read: (scene: Scene) => NoteView | null;
  readonly plan: TownPlan;
}

/** The notices worth a note on the desk; the name plate says the rest. */
export const NOTICES = [
  'connectionRefused',
  'connectionReset',
  'gaveUp',
  'appGaveUp',
  'portUnreachable',
  'hostUnreachable',
  'closed',
] as const;

export interface NoteView extends Box {
  readonly told: (typeof NOTICES)[number];
}

const NO_NOTE = { x: 0, y: 0, width: 0, height: 0, told: null };

/** What the app was told: a slip on its desk. */
export function Note({ store, read, plan }: NoteProps) {
  const { t } = useTranslation();
  const { unit, font } = plan;
  const group = useRef<SVGGElement>(null);
  useSceneRewrite<NoteView | typeof NO_NOTE>(
    store,
    (scene) => read(scene) ?? NO_NOTE,
    ({ x, y, width, height, told }) => {
      const [slip, words] = group.current!.children;
      group.current!.style.display = told === null ? 'none' : '';
      const fitted = told === null ? '' : fitText(t(`stage.told.${told}`), font.small, width - 12 * unit);
      group.current!.setAttribute('transform', `translate(${x} ${y})`);
      slip!.setAttribute('width', String(Math.min(width, guessWidth(fitted, font.small) + 14 * unit)));
      slip!.setAttribute('height', String(Math.max(0, height - 3 * unit)));
      words!.setAttribute('y', String(height / 2));
      words!.textContent = fitted;
    },
    sameFields,
  );
  return (
    <g ref={group}>
      <rect
        y={unit}
        rx={3 * unit}
        fill="var(--surface)"
        stroke="var(--icmp)"
        strokeWidth={1.6 * unit}
        strokeDasharray={`${4 * unit} ${3 * unit}`}
      />
      <text x={7 * unit} dy="0.34em" fontSize={font.small} fontWeight={600} fill="var(--ink)" />
    </g>
  );
}
