import { type CSSProperties, useRef } from 'react';
import type { Box, TownPlan } from './plan';
import { type SceneStore, useSceneWrite } from './sceneStore';
import type { Scene } from './sceneTypes';
import styles from './Tiles.module.css';
import type { TrayCard } from './trays';

/** A card at its place on a shelf or in the receive buffer. */
export interface Tile extends Box {
  readonly look: TrayCard['look'];
  /** From 0. */
  readonly piece: number;
  readonly text: string;
}

interface TilesProps {
  readonly store: SceneStore;
  /** The same array as long as nothing has changed. */
  readonly read: (scene: Scene) => readonly Tile[];
  /** So many find room at the same time. */
  readonly most: number;
  /** Text of a piece, and of a hole. */
  readonly sizes: { readonly piece: number; readonly hole: number };
  /** Of its place a tile leaves so much free, in px. */
  readonly inset: number;
  readonly colours: { readonly fill: string; readonly ink: string; readonly text: string };
  readonly plan: TownPlan;
}

/** A pool of cards that the loop writes: React renders none of them again. */
export function Tiles({ store, read, most, sizes, inset, colours, plan }: TilesProps) {
  const group = useRef<SVGGElement>(null);
  const written = useRef<readonly Tile[] | null>(null);
  useSceneWrite(store, (scene) => {
    const tiles = read(scene);
    if (tiles === written.current) return;
    written.current = tiles;
    [...group.current!.children].forEach((node, i) => {
      const tile = tiles[i];
      if (tile) show(node as SVGSVGElement, tile, tile.look === 'hole' ? sizes.hole : sizes.piece);
      else hide(node as SVGSVGElement);
    });
  });
  const { unit } = plan;
  const style = {
    '--tile': colours.fill,
    '--tile-ink': colours.ink,
    '--tile-text': colours.text,
    '--dash': `${3.5 * unit}px ${2.5 * unit}px`,
  } as CSSProperties;
  const inner = { width: `calc(100% - ${2 * inset}px)`, height: `calc(100% - ${inset}px)` };
  return (
    <g ref={group} style={style}>
      {Array.from({ length: most }, (_, i) => (
        <svg key={i} className={styles['tile']}>
          <rect x={inset} y={inset} style={inner} rx={3 * unit} strokeWidth={1.6 * unit} />
          <text x="50%" y="50%" dy="0.36em" />
          <Marks unit={unit} />
        </svg>
      ))}
    </g>
  );
}

function show(node: SVGSVGElement, { x, y, width, height, look, piece, text }: Tile, size: number): void {
  const box = { x, y, width, height };
  for (const [name, value] of Object.entries(box)) node.setAttribute(name, value.toFixed(2));
  node.dataset['card'] = look;
  node.dataset['piece'] = String(piece);
  const words = node.querySelector('text')!;
  words.setAttribute('font-size', String(size));
  if (words.textContent !== text) words.textContent = text;
}

/** Nothing of what it was may be told from the picture. */
function hide(node: SVGSVGElement): void {
  for (const name of ['x', 'y', 'width', 'height', 'data-card', 'data-piece']) node.removeAttribute(name);
  const words = node.querySelector('text')!;
  words.removeAttribute('font-size');
  words.textContent = '';
}

/** A tick: the other side has it for certain. Came after a later piece: arrow back; a second time: two sheets. */
function Marks({ unit }: { readonly unit: number }) {
  const line = { fill: 'none', stroke: '#17233b', strokeLinejoin: 'round' } as const;
  return (
    <>
      <svg className={styles['corner']} x="100%" y="100%">
        <g className={styles['tick']} transform={`translate(${-3.5 * unit} ${-5 * unit}) scale(${unit})`}>
          <circle cx="2" cy="2" r="4.6" fill="var(--ack)" />
          <path
            d="M-0.4 2.2l1.8 1.9l3-3.8"
            fill="none"
            stroke="#000"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        </g>
      </svg>
      <svg className={styles['corner']} x="100%">
        <g className={styles['late']} transform={`translate(${-unit} ${unit}) scale(${unit})`}>
          <circle r="6.5" fill="var(--card)" stroke="#17233b" strokeWidth="1.3" />
          <path
            {...line}
            d="M3 2.6v-3a2 2 0 0 0-2-2h-4m1.8-2L-3-2.4l1.8 2"
            strokeWidth="1.4"
            strokeLinecap="round"
          />
        </g>
        <g className={styles['twin']} transform={`translate(${-unit} ${unit}) scale(${unit})`}>
          <circle r="6.5" fill="var(--card)" stroke="#17233b" strokeWidth="1.3" />
          <path {...line} d="M-3-1.5h4v4h-4zM-1-1.5v-2h4v4h-2" strokeWidth="1.2" />
        </g>
      </svg>
    </>
  );
}
