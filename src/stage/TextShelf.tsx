import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from './message';
import type { RoomPlan, TownPlan } from './plan';
import { roomInside } from './roomPlan';
import { NOTHING_CAME, NOTHING_SENT } from './rooms';
import { lastOf, type SceneStore, useSceneWrite } from './sceneStore';
import type { ReceiverView, Scene, SenderView } from './sceneTypes';
import { mostOnShelf, rowsOf, shelve, type ShelfSizes } from './shelf';
import styles from './Stage.module.css';
import { fitText } from './textFit';
import { type Tile, Tiles } from './Tiles';
import { holeCard, receiverCards, senderCards, type TrayCard } from './trays';

interface TextShelfProps {
  readonly store: SceneStore;
  readonly message: Message;
  readonly room: RoomPlan;
  readonly plan: TownPlan;
}

/** The message of the sending app, cut into pieces: those that went out are dim. */
export function SenderShelf({ store, message, room, plan }: TextShelfProps) {
  const { t } = useTranslation();
  const read = useMemo(() => {
    const shelf = lastOf(({ sent, acknowledged }: SenderView) => {
      const cards = senderCards(message, sent, acknowledged, plan.font.medium);
      return shelfOf(cards, Math.min(sent + 3, cards.length - 1), room, plan);
    });
    return ({ lanes }: Scene) => shelf(lanes[room.lane]?.sender ?? NOTHING_SENT);
  }, [message, room, plan]);
  return <Shelf store={store} read={read} room={room} plan={plan} empty={t('stage.emptyMessage')} />;
}

/** What the receiving app has, in the order it got it. */
export function ReceiverShelf({ store, message, room, plan }: TextShelfProps) {
  const { t } = useTranslation();
  const read = useMemo(() => {
    const shelf = lastOf(({ received, held, unread }: ReceiverView) => {
      const got = receiverCards(message, received, plan.font.medium);
      // TCP gives nothing more until this one piece is there.
      const isWaiting = held.length > 0 && unread.length === 0;
      const cards = isWaiting ? [...got, holeCard(received.length, 1, plan.font.medium)] : got;
      return shelfOf(cards, cards.length - 1, room, plan);
    });
    return ({ lanes }: Scene) => shelf(lanes[room.lane]?.receiver ?? NOTHING_CAME);
  }, [message, room, plan]);
  return <Shelf store={store} read={read} room={room} plan={plan} empty={t('stage.nothingYet')} />;
}

interface ShelfView {
  readonly tiles: readonly Tile[];
  /** Cards before the first that is shown. */
  readonly before: number;
  readonly boards: readonly number[];
  readonly isEmpty: boolean;
}

function shelfOf(cards: readonly TrayCard[], focus: number, room: RoomPlan, plan: TownPlan): ShelfView {
  const { shelf } = roomInside(room, plan);
  const { placed, before, boards } = shelve(cards, focus, shelf, shelfSizes(room, plan));
  const tiles = placed.map(({ item: { look, piece, text }, ...box }) => ({ ...box, look, piece, text }));
  return { tiles, before, boards, isEmpty: cards.length === 0 };
}

function shelfSizes(room: RoomPlan, plan: TownPlan): ShelfSizes {
  const { unit, font } = plan;
  const { cardHeight } = roomInside(room, plan);
  return { cardHeight, gap: 3 * unit, rowGap: 7 * unit, counter: font.small * 2.4 };
}

interface ShelfProps extends Omit<TextShelfProps, 'message'> {
  readonly read: (scene: Scene) => ShelfView;
  /** What is said where nothing stands on it. */
  readonly empty: string;
}

function Shelf({ store, read, room, plan, empty }: ShelfProps) {
  const { unit, font } = plan;
  const { shelf, cardHeight } = roomInside(room, plan);
  const sizes = shelfSizes(room, plan);
  const boards = useRef<SVGGElement>(null);
  const counter = useRef<SVGTextElement>(null);
  const words = fitText(empty, font.small, shelf.width);
  useSceneWrite(store, (scene) => {
    const { before, boards: used, isEmpty } = read(scene);
    [...boards.current!.children].forEach((board, row) => {
      // The first stands there without a card.
      board.setAttribute('opacity', row < Math.max(1, used.length) ? '1' : '0');
    });
    const text = isEmpty ? words : before > 0 ? `+${before}` : '';
    const node = counter.current!;
    if (node.textContent !== text) node.textContent = text;
    node.setAttribute('class', (isEmpty ? styles['soft'] : styles['mono'])!);
  });
  const lane = room.transport ?? 'udp';
  return (
    <g>
      <g ref={boards}>
        {Array.from({ length: rowsOf(shelf, sizes) }, (_, row) => (
          <Board
            key={row}
            x={shelf.x}
            y={shelf.y + row * (cardHeight + sizes.rowGap) + cardHeight}
            width={shelf.width}
            unit={unit}
          />
        ))}
      </g>
      <text
        ref={counter}
        x={shelf.x}
        y={shelf.y + cardHeight / 2}
        dy="0.36em"
        fontSize={font.small}
        fill="var(--ink-soft)"
      />
      <Tiles
        store={store}
        read={(scene) => read(scene).tiles}
        most={mostOnShelf(shelf, sizes, font.medium * 1.25)}
        sizes={{ piece: font.medium, hole: font.small }}
        inset={unit}
        colours={{ fill: `var(--${lane})`, ink: `var(--${lane}-ink)`, text: `var(--${lane}-text)` }}
        plan={plan}
      />
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
