import type { TFunction } from 'i18next';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type SceneStore, useSceneRewrite } from '../sceneStore';
import styles from '../Stage.module.css';
import { leftWithin } from '../separate';
import { guessWidth } from '../textFit';
import type { MapScene } from './mapScene';
import type { MapPlan } from './mapTypes';
import { type MapNote, MOST_NOTES } from './notesAt';
import { tailOf } from './tail';

interface MapNotesProps {
  readonly store: SceneStore<MapScene>;
  readonly plan: MapPlan;
}

/** Notes of what machines do with packets (a new label, cut, put together), black on white: a pool that the loop writes. */
export function MapNotes({ store, plan }: MapNotesProps) {
  const { t } = useTranslation();
  const group = useRef<SVGGElement>(null);
  const size = plan.font.small;
  useSceneRewrite(
    store,
    (scene: MapScene) => scene.notes,
    (notes) => {
      [...group.current!.children].forEach((node, i) => write(node, notes[i], plan, t));
    },
    isSame,
  );
  return (
    <g ref={group}>
      {Array.from({ length: MOST_NOTES }, (_, i) => (
        <g key={i} display="none">
          <path fill="#ffffff" stroke="#17233b" strokeWidth={1.4} strokeLinejoin="round" />
          <rect
            y={-size * 0.75}
            height={size * 1.5}
            rx={3}
            fill="#ffffff"
            stroke="#17233b"
            strokeWidth={1.4}
          />
          <text dy="0.36em" textAnchor="middle" fontSize={size} className={styles['mono']} fill="#17233b" />
        </g>
      ))}
    </g>
  );
}

function write(node: Element, note: MapNote | undefined, plan: MapPlan, t: TFunction): void {
  const size = plan.font.small;
  const [tail, rect, text] = node.children;
  if (!note) {
    node.setAttribute('display', 'none');
    for (const name of ['transform', 'opacity']) node.removeAttribute(name);
    for (const name of ['x', 'width']) rect!.removeAttribute(name);
    tail!.removeAttribute('d');
    text!.removeAttribute('x');
    text!.textContent = '';
    return;
  }
  const words = wordsOf(note, t);
  const width = guessWidth(words, size) + size;
  node.removeAttribute('display');
  node.setAttribute('transform', `translate(${note.x.toFixed(1)} ${note.y.toFixed(1)})`);
  node.setAttribute('opacity', String(steps(note)));
  const left = leftWithin(note.x, width, plan) - note.x;
  const plate = { x: left, y: -size * 0.75, width, height: size * 1.5 };
  tail!.setAttribute('d', tailOf(plate, { x: note.tip.x - note.x, y: note.tip.y - note.y }, size * 0.7));
  rect!.setAttribute('x', String(left));
  rect!.setAttribute('width', String(width));
  text!.setAttribute('x', String(left + width / 2));
  text!.textContent = words;
}

function wordsOf({ kind, from, to }: MapNote, t: TFunction): string {
  return kind === 'rewritten' ? `:${from}→:${to}` : t(`map.note.${kind}`, { count: from });
}

/** Fading goes in a few steps: more would not be seen. */
function steps({ opacity }: MapNote): number {
  return Math.ceil(Math.max(0, opacity) * 5) / 5;
}

function isSame(a: readonly MapNote[], b: readonly MapNote[]): boolean {
  return (
    a.length === b.length && a.every((note, i) => note.key === b[i]!.key && steps(note) === steps(b[i]!))
  );
}
