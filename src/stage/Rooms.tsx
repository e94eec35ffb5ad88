import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from './message';
import { Bucket } from './desk/Bucket';
import { Desk } from './desk/Desk';
import { Ruler } from './desk/Ruler';
import { PieceGrid } from './PieceGrid';
import { highestPiece, receivedLooks, sentLooks } from './pieceLooks';
import type { RoomPlan, TownPlan } from './plan';
import { roomInside } from './roomPlan';
import { NOTHING_CAME, NOTHING_SENT } from './rooms';
import { lastOf, type SceneStore, useSceneWrite } from './sceneStore';
import type { ReceiverView, Scene, SenderView } from './sceneTypes';
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
  const inside = roomInside(room, plan);
  return (
    <g data-room={`client ${room.transport}`}>
      <g data-seen="application">
        <Count
          store={store}
          read={({ lanes }) => `${lanes[room.lane]?.sender.sent ?? 0}/${message.pieces}`}
          room={room}
          plan={plan}
        />
        {message.kind === 'text' ? (
          <SenderShelf message={message} store={store} room={room} plan={plan} />
        ) : (
          <SenderGrid room={room} store={store} plan={plan} message={message} picture={picture} />
        )}
      </g>
      <g data-seen="transport">
        <Desk store={store} room={room} plan={plan} side="client" />
        {inside.ruler && (
          <Ruler store={store} lane={room.lane} box={inside.ruler} plan={plan} length={message.length} />
        )}
      </g>
    </g>
  );
}

function SenderGrid({ room, store, plan, message, picture }: RoomProps) {
  const read = useMemo(() => {
    const looks = lastOf((sender: SenderView) => sentLooks(message.pieces, sender));
    return ({ lanes }: Scene) => looks(lanes[room.lane]?.sender ?? NOTHING_SENT);
  }, [message, room.lane]);
  return (
    <PieceGrid
      {...{ store, message, picture, read }}
      id={`send${room.lane}`}
      box={roomInside(room, plan).shelf}
      transport={room.transport ?? 'udp'}
    />
  );
}

function ReceiverRoom({ room, store, plan, message, picture }: RoomProps) {
  const inside = roomInside(room, plan);
  return (
    <g data-room={`server ${room.transport}`}>
      <g data-seen="application">
        <Count
          store={store}
          read={({ lanes }) => `${lanes[room.lane]?.receiver.distinct ?? 0}/${message.pieces}`}
          room={room}
          plan={plan}
        />
        {message.kind === 'text' ? (
          <ReceiverShelf message={message} store={store} room={room} plan={plan} />
        ) : (
          <ReceiverGrid room={room} store={store} plan={plan} message={message} picture={picture} />
        )}
      </g>
      <g data-seen="transport">
        {inside.crate && (
          <Bucket store={store} lane={room.lane} message={message} box={inside.crate} plan={plan} />
        )}
        <Desk store={store} room={room} plan={plan} side="server" />
      </g>
      {room.transport === 'udp' && <NoGapsNote store={store} room={room} plan={plan} />}
    </g>
  );
}

function ReceiverGrid({ room, store, plan, message, picture }: RoomProps) {
  const read = useMemo(() => {
    const looks = lastOf((receiver: ReceiverView) => receivedLooks(message.pieces, receiver));
    return ({ lanes }: Scene) => looks(lanes[room.lane]?.receiver ?? NOTHING_CAME);
  }, [message, room.lane]);
  return (
    <PieceGrid
      {...{ store, message, picture, read }}
      id={`take${room.lane}`}
      box={roomInside(room, plan).shelf}
      transport={room.transport ?? 'udp'}
    />
  );
}

/** The dashed places are the viewer's knowledge: the app over UDP has no idea. */
function NoGapsNote({ store, room, plan }: Pick<RoomProps, 'store' | 'room' | 'plan'>) {
  const { t } = useTranslation();
  const node = useRef<SVGTextElement>(null);
  const { desk } = roomInside(room, plan);
  const { font } = plan;
  const text = t('stage.appSeesNoHoles');
  useSceneWrite(store, ({ lanes }) => {
    const { receiver } = lanes[room.lane] ?? { receiver: NOTHING_CAME };
    const words = receiver.distinct <= highestPiece(receiver) ? text : '';
    if (node.current && node.current.textContent !== words) node.current.textContent = words;
  });
  if (guessWidth(text, font.small) > desk.width || desk.height < font.small * 1.3) return null;
  return (
    <text
      ref={node}
      x={desk.x}
      y={desk.y + desk.height - font.small * 0.6}
      fontSize={font.small}
      fontWeight={600}
      fill="var(--loss-text)"
    />
  );
}

interface CountProps extends Pick<RoomProps, 'store' | 'room' | 'plan'> {
  readonly read: (scene: Scene) => string;
}

function Count({ store, read, room, plan }: CountProps) {
  const node = useRef<SVGTextElement>(null);
  const inside = roomInside(room, plan);
  const { font } = plan;
  // The name on the wall is as long as its language makes it; a count that would touch it stays away.
  const spare = inside.shelf.width - font.medium * 6.4;
  useSceneWrite(store, (scene) => {
    const text = read(scene);
    const words = guessWidth(text, font.small) > spare ? '' : text;
    if (node.current!.textContent !== words) node.current!.textContent = words;
  });
  return (
    <text
      ref={node}
      {...inside.count}
      textAnchor="end"
      fontSize={font.small}
      className={styles['mono']}
      fill="var(--ink-soft)"
    />
  );
}
