import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showPiece } from '../letters';
import { type Message, pieceRange } from '../message';
import type { Box, TownPlan } from '../plan';
import { type SceneStore, useSceneFact, useSceneWrite } from '../sceneStore';
import type { BufferView } from '../sceneTypes';
import { shelve } from '../shelf';
import styles from '../Stage.module.css';
import { guessWidth } from '../textFit';

interface BucketProps {
  readonly store: SceneStore;
  readonly lane: number;
  readonly message: Message;
  /** Pieces in order that the app has not read. */
  readonly unread: readonly number[];
  /** Pieces that are kept until what comes before them is there. */
  readonly held: readonly number[];
  /** The piece that they wait for. */
  readonly gap: number;
  readonly box: Box;
  readonly plan: TownPlan;
}

/** TCP's receive buffer: early pieces behind the gap they wait for, and how much it would still take (rwnd). */
export function Bucket(props: BucketProps) {
  const { store, lane, unread, held, box, plan } = props;
  const { t } = useTranslation();
  const { unit, font } = plan;
  const isThere = useSceneFact(store, ({ lanes }) => lanes[lane]?.serverDesk.buffer !== null);
  if (!isThere) return null;
  const label = t('stage.held');
  const labelWidth = guessWidth(label, font.small) + 8 * unit;
  return (
    <g data-part="bucket">
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
      {unread.length + held.length > 0 ? (
        <Held {...props} x={box.x + labelWidth} />
      ) : (
        <Free store={store} lane={lane} box={box} from={labelWidth} plan={plan} />
      )}
    </g>
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
  useSceneWrite(store, ({ lanes }) => {
    const buffer = lanes[lane]?.serverDesk.buffer;
    path.current?.setAttribute('d', buffer ? levelPath(buffer, box, unit) : '');
    path.current?.setAttribute('fill', buffer?.windowBytes === 0 ? 'var(--loss)' : 'var(--tcp)');
  });
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

/** `rwnd` in figures; shut, it is a bar and the word for it. */
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
    const words = bytes === 0 ? `│ ${shut}` : `rwnd ${bytes}`;
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

/** The pieces in it at their places: unread ones first, then an empty slot for the one that the others wait for. */
function Held({ message, unread, held, gap, box, plan, x: left }: BucketProps & { readonly x: number }) {
  const { unit, font } = plan;
  const cards = [...unread, ...(held.length > 0 ? [gap] : []), ...held].map((piece) => {
    const isGap = piece === gap;
    const text =
      message.kind === 'text' && !isGap
        ? showPiece(message.letters, pieceRange(message, piece)).text.trim()
        : '';
    const words = text === '' ? `${piece + 1}` : `${piece + 1}·${text}`;
    return { piece, words, isGap, width: guessWidth(words, font.small) + font.small * 0.7 };
  });
  const inner = {
    x: left,
    y: box.y + 2 * unit,
    width: box.x + box.width - left - 4 * unit,
    height: box.height - 7 * unit,
  };
  const counter = font.small * 2.2;
  const shown = shelve(
    cards,
    0,
    { ...inner, width: inner.width - counter },
    { cardHeight: inner.height, gap: 3 * unit, rowGap: 0, counter },
  );
  const last = shown.placed.at(-1);
  return (
    <g>
      {shown.placed.map(({ item, x, y, width, height }) => (
        <g key={item.piece}>
          <rect
            x={x}
            y={y}
            width={width}
            height={height}
            rx={3 * unit}
            fill={item.isGap ? 'none' : 'var(--buffer)'}
            stroke={item.isGap ? 'var(--loss)' : 'none'}
            strokeWidth={1.5 * unit}
            strokeDasharray={`${3 * unit} ${2.2 * unit}`}
          />
          <text
            x={x + width / 2}
            y={y + height / 2}
            dy="0.36em"
            textAnchor="middle"
            fontSize={font.small}
            fontWeight={700}
            fill={item.isGap ? 'var(--loss-text)' : 'var(--buffer-ink)'}
            className={styles['cardText']}
          >
            {item.words}
          </text>
        </g>
      ))}
      {shown.after > 0 && last && (
        <text
          x={last.x + last.width + 4 * unit}
          y={box.y + box.height / 2}
          dy="0.36em"
          fontSize={font.small}
          className={styles['mono']}
          fill="var(--ink)"
        >
          +{shown.after}
        </text>
      )}
    </g>
  );
}
