import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showPiece } from '../letters';
import { type Message, pieceRange } from '../message';
import type { Box, TownPlan } from '../plan';
import { NOTHING_CAME } from '../rooms';
import { lastOf, sameFields, type SceneStore, useSceneRewrite, useSceneWrite } from '../sceneStore';
import type { BufferView, ReceiverView, Scene } from '../sceneTypes';
import { mostOnShelf, shelve } from '../shelf';
import styles from '../Stage.module.css';
import { guessWidth } from '../textFit';
import { type Tile, Tiles } from '../Tiles';

interface BucketProps {
  readonly store: SceneStore;
  readonly lane: number;
  readonly message: Message;
  readonly box: Box;
  readonly plan: TownPlan;
}

/** TCP's receive buffer: early pieces behind the gap they wait for, and how much it would still take (rwnd). */
export function Bucket(props: BucketProps) {
  const { store, lane, box, plan } = props;
  const { t } = useTranslation();
  const { unit, font } = plan;
  const bucket = useRef<SVGSVGElement>(null);
  useSceneWrite(store, ({ lanes }) => {
    const isThere = lanes[lane] !== undefined && lanes[lane].serverDesk.buffer !== null;
    bucket.current!.style.display = isThere ? '' : 'none';
  });
  const label = t('stage.held');
  const labelWidth = guessWidth(label, font.small) + 8 * unit;
  return (
    <svg ref={bucket} overflow="visible" data-part="bucket">
      <path
        d={`M${box.x} ${box.y}v${box.height - 4 * unit}q0 ${4 * unit} ${4 * unit} ${4 * unit}h${box.width - 8 * unit}q${4 * unit} 0 ${4 * unit} ${-4 * unit}v${-(box.height - 4 * unit)}`}
        fill="var(--buffer)"
        fillOpacity="0.22"
        stroke="var(--buffer)"
        strokeWidth={2 * unit}
      />
      <Level store={store} lane={lane} box={box} unit={unit} />
      <text
        x={box.x + 6 * unit}
        y={box.y + box.height / 2}
        dy="0.36em"
        fontSize={font.small}
        fontWeight={700}
        fill="var(--ink)"
      >
        {label}
      </text>
      <Held {...props} x={box.x + labelWidth} />
      <Free store={store} lane={lane} box={box} from={labelWidth} plan={plan} />
    </svg>
  );
}

/** What is in it, along its bottom: unread bytes, the gap (left empty), bytes beyond it; all of it when the window is shut. */
function Level({
  store,
  lane,
  box,
  unit,
}: Pick<BucketProps, 'store' | 'lane' | 'box'> & { readonly unit: number }) {
  const path = useRef<SVGPathElement>(null);
  useSceneRewrite(
    store,
    ({ lanes }) => lanes[lane]?.serverDesk.buffer ?? null,
    (buffer) => {
      path.current!.setAttribute('d', buffer ? levelPath(buffer, box, unit) : '');
      path.current!.setAttribute('fill', buffer?.windowBytes === 0 ? 'var(--loss)' : 'var(--tcp)');
    },
    (a, b) => a === b || (a !== null && b !== null && sameFields(a, b)),
  );
  return <path ref={path} />;
}

function levelPath(
  { windowBytes, readableBytes, gapBytes, heldBytes }: BufferView,
  box: Box,
  unit: number,
): string {
  const height = 3.4 * unit;
  const inner = { x: box.x + 2 * unit, width: box.width - 4 * unit, y: box.y + box.height - height - unit };
  const all = Math.max(1, readableBytes + Math.max(windowBytes, gapBytes + heldBytes));
  const strip = (from: number, bytes: number): string => {
    const width = (bytes / all) * inner.width;
    // A byte of a window of thousands would not be seen.
    const seen = bytes > 0 ? Math.max(1.5 * unit, width) : 0;
    const x = inner.x + (from / all) * inner.width;
    return seen === 0
      ? ''
      : `M${x.toFixed(1)} ${inner.y.toFixed(1)}h${seen.toFixed(1)}v${height.toFixed(1)}h${(-seen).toFixed(1)}z`;
  };
  return strip(0, readableBytes) + strip(readableBytes + gapBytes, heldBytes);
}

/** `rwnd` in figures while no pieces lie there; shut, it is a bar and the word for it. */
function Free({
  store,
  lane,
  box,
  from,
  plan,
}: Pick<BucketProps, 'store' | 'lane' | 'box' | 'plan'> & { readonly from: number }) {
  const { t } = useTranslation();
  const { font, unit } = plan;
  const text = useRef<SVGTextElement>(null);
  const shut = t('stage.zeroWindow');
  useSceneWrite(store, ({ lanes }) => {
    const bytes = lanes[lane]?.serverDesk.buffer?.windowBytes ?? 0;
    const isInUse = hasPieces(lanes[lane]?.receiver ?? NOTHING_CAME);
    const words = isInUse ? '' : bytes === 0 ? `│ ${shut}` : `rwnd ${bytes}`;
    if (!text.current) return;
    if (text.current.textContent !== words) text.current.textContent = words;
    text.current.setAttribute('fill', bytes === 0 ? 'var(--loss-text)' : 'var(--ink)');
  });
  if (from + font.small * 6.4 > box.width) return null;
  return (
    <text
      ref={text}
      x={box.x + box.width - 6 * unit}
      y={box.y + box.height / 2}
      dy="0.36em"
      textAnchor="end"
      fontSize={font.small}
      className={styles['mono']}
      data-part="rwnd"
    />
  );
}

function hasPieces({ unread, held }: ReceiverView): boolean {
  return unread.length + held.length > 0;
}

/** The pieces in it at their places: unread ones first, then an empty slot for the one that the others wait for. */
function Held({ store, lane, message, box, plan, x }: BucketProps & { readonly x: number }) {
  const { unit, font } = plan;
  const counter = useRef<SVGTextElement>(null);
  const inner = useMemo(() => {
    const width = box.x + box.width - x - 4 * unit - font.small * 2.2;
    return { x, y: box.y + 2 * unit, width, height: box.height - 7 * unit };
  }, [box.x, box.y, box.width, box.height, x, unit, font]);
  const sizes = { cardHeight: inner.height, gap: 3 * unit, rowGap: 0, counter: font.small * 2.2 };
  const read = useMemo(() => {
    const held = lastOf((receiver: ReceiverView) => heldIn(receiver, message, inner, plan));
    return ({ lanes }: Scene) => held(lanes[lane]?.receiver ?? NOTHING_CAME);
  }, [lane, message, inner, plan]);
  useSceneWrite(store, (scene) => {
    const { tiles, after } = read(scene);
    const last = tiles.at(-1);
    const words = after > 0 && last ? `+${after}` : '';
    const node = counter.current!;
    if (node.textContent !== words) node.textContent = words;
    node.setAttribute('x', last ? (last.x + last.width + 4 * unit).toFixed(2) : '0');
  });
  return (
    <g data-part="held">
      <Tiles
        store={store}
        read={(scene) => read(scene).tiles}
        most={mostOnShelf(inner, sizes, guessWidth('1', font.small) + font.small * 0.7)}
        sizes={{ piece: font.small, hole: font.small }}
        inset={0}
        colours={{ fill: 'var(--buffer)', ink: 'var(--buffer-ink)', text: 'var(--buffer-ink)' }}
        plan={plan}
      />
      <text
        ref={counter}
        y={box.y + box.height / 2}
        dy="0.36em"
        fontSize={font.small}
        className={styles['mono']}
        fill="var(--ink)"
      />
    </g>
  );
}

interface HeldView {
  readonly tiles: readonly Tile[];
  /** Pieces that find no room. */
  readonly after: number;
}

function heldIn(receiver: ReceiverView, message: Message, inner: Box, { font, unit }: TownPlan): HeldView {
  if (!hasPieces(receiver)) return { tiles: [], after: 0 };
  const { unread, held } = receiver;
  const gap = receiver.received.length + unread.length;
  const cards = [...unread, ...(held.length > 0 ? [gap] : []), ...held].map((piece) => {
    const isGap = piece === gap;
    const shown =
      message.kind === 'text' && !isGap
        ? showPiece(message.letters, pieceRange(message, piece)).text.trim()
        : '';
    const text = shown === '' ? `${piece + 1}` : `${piece + 1}·${shown}`;
    const look = isGap ? ('hole' as const) : ('received' as const);
    return { piece, text, look, width: guessWidth(text, font.small) + font.small * 0.7 };
  });
  const sizes = { cardHeight: inner.height, gap: 3 * unit, rowGap: 0, counter: font.small * 2.2 };
  const { placed, after } = shelve(cards, 0, inner, sizes);
  return { tiles: placed.map(({ item, ...box }) => ({ ...item, ...box })), after };
}
