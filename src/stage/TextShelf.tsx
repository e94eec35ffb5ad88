import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from './message';
import type { RoomPlan, TownPlan } from './plan';
import type { RoomInside } from './roomPlan';
import type { ReceiverView, SenderView } from './sceneTypes';
import { type Shelved, shelve, type ShelfPlan } from './shelf';
import styles from './Stage.module.css';
import { fitText } from './textFit';
import { holeCard, receiverCards, senderCards, type TrayCard } from './trays';

interface ShelfProps {
  readonly message: Message;
  readonly inside: RoomInside;
  readonly room: RoomPlan;
  readonly plan: TownPlan;
}

/** The message of the sending app, cut into pieces: those that went out are dim. */
export function SenderShelf({ sender, ...props }: ShelfProps & { readonly sender: SenderView }) {
  const { message, plan } = props;
  const { t } = useTranslation();
  const cards = useMemo(
    () => senderCards(message, sender.sent, sender.acknowledged, plan.font.medium),
    [message, sender, plan],
  );
  if (cards.length === 0) return <EmptyShelf {...props} text={t('stage.emptyMessage')} />;
  return <Shelf {...props} cards={cards} focus={Math.min(sender.sent + 3, cards.length - 1)} />;
}

/** What the receiving app has, in the order it got it. */
export function ReceiverShelf({ receiver, ...props }: ShelfProps & { readonly receiver: ReceiverView }) {
  const { message, plan } = props;
  const { t } = useTranslation();
  const cards = useMemo(() => {
    const got = receiverCards(message, receiver.received, plan.font.medium);
    // TCP gives nothing more until this one piece is there.
    const isWaiting = receiver.held.length > 0 && receiver.unread.length === 0;
    const waits = isWaiting ? [holeCard(receiver.received.length, 1, plan.font.medium)] : [];
    return [...got, ...waits];
  }, [message, receiver, plan]);
  if (cards.length === 0) return <EmptyShelf {...props} text={t('stage.nothingYet')} />;
  return <Shelf {...props} cards={cards} focus={cards.length - 1} />;
}

function EmptyShelf({ inside, plan, text }: ShelfProps & { readonly text: string }) {
  const { shelf, cardHeight } = inside;
  return (
    <g>
      <text
        x={shelf.x}
        y={shelf.y + cardHeight * 0.5}
        dy="0.36em"
        fontSize={plan.font.small}
        className={styles['soft']}
      >
        {fitText(text, plan.font.small, shelf.width)}
      </text>
      <Board x={shelf.x} y={shelf.y + cardHeight} width={shelf.width} unit={plan.unit} />
    </g>
  );
}

function Shelf({
  cards,
  focus,
  inside,
  room,
  plan,
}: ShelfProps & { readonly cards: readonly TrayCard[]; readonly focus: number }) {
  const { unit, font } = plan;
  const { shelf, cardHeight } = inside;
  const sizes = { cardHeight, gap: 3 * unit, rowGap: 7 * unit, counter: font.small * 2.4 };
  const placed: ShelfPlan<TrayCard> = shelve(cards, focus, shelf, sizes);
  const boards = placed.boards.length > 0 ? placed.boards : [shelf.y + cardHeight];
  return (
    <g>
      {boards.map((y) => (
        <Board key={y} x={shelf.x} y={y} width={shelf.width} unit={unit} />
      ))}
      {placed.before > 0 && (
        <text
          x={shelf.x}
          y={shelf.y + cardHeight / 2}
          dy="0.36em"
          fontSize={font.small}
          className={styles['mono']}
          fill="var(--ink-soft)"
        >
          +{placed.before}
        </text>
      )}
      {placed.placed.map((item) => (
        <Tile key={item.item.key} shelved={item} room={room} plan={plan} />
      ))}
    </g>
  );
}

function Board({
  x,
  y,
  width,
  unit,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly unit: number;
}) {
  return (
    <g>
      <rect x={x} y={y} width={width} height={2.5 * unit} rx={unit} fill="var(--wood)" />
      <rect x={x} y={y + 2.5 * unit} width={width} height={1.5 * unit} fill="var(--shade-soft)" />
    </g>
  );
}

function Tile({
  shelved,
  room,
  plan,
}: {
  readonly shelved: Shelved<TrayCard>;
  readonly room: RoomPlan;
  readonly plan: TownPlan;
}) {
  const { item, x, y, width, height } = shelved;
  const { unit, font } = plan;
  const lane = room.transport ?? 'udp';
  const isHole = item.look === 'hole';
  const isGone = item.look === 'sent' || item.look === 'acknowledged';
  const fill = isHole || isGone ? 'none' : `var(--${lane})`;
  const ink = isHole ? 'var(--loss-text)' : isGone ? `var(--${lane}-text)` : `var(--${lane}-ink)`;
  return (
    <g data-card={item.look} data-piece={item.piece}>
      <rect
        x={x + unit}
        y={y + unit}
        width={width - 2 * unit}
        height={height - unit}
        rx={3 * unit}
        fill={fill}
        stroke={isHole ? 'var(--loss)' : item.look === 'acknowledged' ? 'var(--ack)' : `var(--${lane})`}
        strokeWidth={1.6 * unit}
        strokeDasharray={isHole ? `${3.5 * unit} ${2.5 * unit}` : undefined}
      />
      <text
        x={x + width / 2}
        y={y + height / 2}
        dy="0.36em"
        textAnchor="middle"
        fontSize={isHole ? font.small : font.medium}
        fontWeight={700}
        fill={ink}
        fillOpacity={isGone ? 0.86 : 1}
        className={styles['cardText']}
      >
        {item.text}
      </text>
      {item.look === 'acknowledged' && (
        <Tick x={x + width - 3.5 * unit} y={y + height - 5 * unit} unit={unit} />
      )}
      {(item.look === 'late' || item.look === 'twin') && (
        <Corner look={item.look} x={x + width - unit} y={y + unit} unit={unit} />
      )}
    </g>
  );
}

/** The other side has it for certain. */
function Tick({ x, y, unit }: { readonly x: number; readonly y: number; readonly unit: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${unit})`}>
      <circle cx="2" cy="2" r="4.6" fill="var(--ack)" />
      <path d="M-0.4 2.2l1.8 1.9l3-3.8" fill="none" stroke="#000" strokeWidth="1.5" strokeLinecap="round" />
    </g>
  );
}

/** Came after a later piece (arrow back), or a second time (two sheets). */
function Corner({
  look,
  x,
  y,
  unit,
}: {
  readonly look: 'late' | 'twin';
  readonly x: number;
  readonly y: number;
  readonly unit: number;
}) {
  return (
    <g transform={`translate(${x} ${y}) scale(${unit})`}>
      <circle r="6.5" fill="var(--card)" stroke="#17233b" strokeWidth="1.3" />
      {look === 'late' ? (
        <path
          d="M3 2.6v-3a2 2 0 0 0-2-2h-4m1.8-2L-3-2.4l1.8 2"
          fill="none"
          stroke="#17233b"
          strokeWidth="1.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : (
        <path
          d="M-3-1.5h4v4h-4zM-1-1.5v-2h4v4h-2"
          fill="none"
          stroke="#17233b"
          strokeWidth="1.2"
          strokeLinejoin="round"
        />
      )}
    </g>
  );
}
