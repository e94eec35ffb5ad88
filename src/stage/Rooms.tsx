import { useTranslation } from 'react-i18next';
import type { Message } from './message';
import { Bucket } from './desk/Bucket';
import { Desk } from './desk/Desk';
import { Ruler } from './desk/Ruler';
import { PieceGrid } from './PieceGrid';
import type { RoomPlan, TownPlan } from './plan';
import { roomInside } from './roomPlan';
import { sameFields, type SceneStore, useSceneFact } from './sceneStore';
import styles from './Stage.module.css';
import { guessWidth } from './textFit';
import { ReceiverShelf, SenderShelf } from './TextShelf';

interface RoomsProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
  readonly message: Message;
  /** The picture that is sent, as an address an image can load; null for anything else. */
  readonly picture: string | null;
}

/** What changes in the rooms: messages, trays and desks. */
export function Rooms({ store, plan, message, picture }: RoomsProps) {
  const props = { store, plan, message, picture };
  return (
    <g>
      {plan.client.rooms.map(
        (room) => room.lane >= 0 && <SenderRoom key={room.lane} room={room} {...props} />,
      )}
      {plan.server.rooms.map(
        (room) => room.lane >= 0 && <ReceiverRoom key={room.lane} room={room} {...props} />,
      )}
    </g>
  );
}

interface RoomProps extends RoomsProps {
  readonly room: RoomPlan;
}

function SenderRoom({ room, store, plan, message, picture }: RoomProps) {
  const sender = useSceneFact(store, ({ lanes }) => lanes[room.lane]?.sender ?? NOTHING_SENT, sameFields);
  const inside = roomInside(room, plan);
  return (
    <g data-room={`client ${room.transport}`}>
      <g data-seen="application">
        <Count room={room} plan={plan} text={`${sender.sent}/${message.pieces}`} />
        {message.kind === 'text' ? (
          <SenderShelf message={message} sender={sender} inside={inside} room={room} plan={plan} />
        ) : (
          <PieceGrid
            id={`send${room.lane}`}
            message={message}
            box={inside.shelf}
            picture={picture}
            look={(piece) =>
              piece < sender.acknowledged ? 'acknowledged' : piece < sender.sent ? 'sent' : 'here'
            }
            transport={room.transport ?? 'udp'}
          />
        )}
      </g>
      <g data-seen="transport">
        <Desk store={store} room={room} plan={plan} side="client" />
        {inside.ruler && <Ruler store={store} lane={room.lane} box={inside.ruler} plan={plan} />}
      </g>
    </g>
  );
}

const NOTHING_SENT = { sent: 0, acknowledged: 0 };

function ReceiverRoom({ room, store, plan, message, picture }: RoomProps) {
  const receiver = useSceneFact(store, ({ lanes }) => lanes[room.lane]?.receiver ?? NOTHING_CAME, sameFields);
  const inside = roomInside(room, plan);
  const has = new Set(receiver.received.map(({ piece }) => piece));
  const held = new Set([...receiver.unread, ...receiver.held]);
  const highest = receiver.received.reduce((most, { piece }) => Math.max(most, piece), -1);
  return (
    <g data-room={`server ${room.transport}`}>
      <g data-seen="application">
        <Count room={room} plan={plan} text={`${receiver.distinct}/${message.pieces}`} />
        {message.kind === 'text' ? (
          <ReceiverShelf message={message} receiver={receiver} inside={inside} room={room} plan={plan} />
        ) : (
          <PieceGrid
            id={`take${room.lane}`}
            message={message}
            box={inside.shelf}
            picture={picture}
            look={(piece) =>
              has.has(piece) ? 'here' : held.has(piece) ? 'held' : piece < highest ? 'hole' : 'open'
            }
            transport={room.transport ?? 'udp'}
          />
        )}
      </g>
      <g data-seen="transport">
        {inside.crate && (
          <Bucket
            store={store}
            lane={room.lane}
            message={message}
            unread={receiver.unread}
            held={receiver.held}
            gap={receiver.received.length + receiver.unread.length}
            box={inside.crate}
            plan={plan}
          />
        )}
        <Desk store={store} room={room} plan={plan} side="server" />
      </g>
      {room.transport === 'udp' && has.size <= highest && <NoGapsNote room={room} plan={plan} />}
    </g>
  );
}

/** The dashed places are the viewer's knowledge: the app over UDP has no idea. */
function NoGapsNote({ room, plan }: { readonly room: RoomPlan; readonly plan: TownPlan }) {
  const { t } = useTranslation();
  const { desk } = roomInside(room, plan);
  const { font } = plan;
  const text = t('stage.appSeesNoHoles');
  if (guessWidth(text, font.small) > desk.width || desk.height < font.small * 1.3) return null;
  return (
    <text
      x={desk.x}
      y={desk.y + desk.height - font.small * 0.6}
      fontSize={font.small}
      fontWeight={600}
      fill="var(--loss-text)"
    >
      {text}
    </text>
  );
}

const NOTHING_CAME = { received: [], distinct: 0, unread: [], held: [] };

function Count({
  room,
  plan,
  text,
}: {
  readonly room: RoomPlan;
  readonly plan: TownPlan;
  readonly text: string;
}) {
  const inside = roomInside(room, plan);
  const { font } = plan;
  // The name on the wall is as long as its language makes it; a count that would touch it stays away.
  const spare = inside.shelf.width - font.medium * 6.4;
  if (guessWidth(text, font.small) > spare) return null;
  return (
    <text
      {...inside.count}
      textAnchor="end"
      fontSize={font.small}
      className={styles['mono']}
      fill="var(--ink-soft)"
    >
      {text}
    </text>
  );
}
