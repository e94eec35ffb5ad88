import { useTranslation } from 'react-i18next';
import { CallScreen, Telephone } from './CallFurnishings';
import { inset, type RoomPlan, type TownPlan } from './plan';
import { roomInside } from './roomPlan';
import { DeskLamp, Person } from './Scenery';
import { QuietRoom } from './QuietRoom';
import styles from './Stage.module.css';
import { guessWidth } from './textFit';

interface RoomShellProps {
  readonly room: RoomPlan;
  readonly plan: TownPlan;
  readonly side: 'client' | 'server';
}

/** Walls, desk and name of a room: what stays whatever happens. */
export function RoomShell({ room, plan, side }: RoomShellProps) {
  if (!room.transport) return <QuietRoom room={room} plan={plan} side={side} />;
  const { box, transport } = room;
  const { unit } = plan;
  const name = side === 'client' ? 'room' : 'room-server';
  return (
    <g>
      <rect {...box} rx={5 * unit} fill={`var(--${name})`} />
      <Walls room={room} plan={plan} fill={`var(--${name}-low)`} />
      <Furniture room={room} plan={plan} side={side} />
      <rect
        {...inset(box, 1.5 * unit)}
        rx={4 * unit}
        fill="none"
        stroke={`var(--${transport})`}
        strokeWidth={3 * unit}
      />
      <RoomName room={room} plan={plan} />
    </g>
  );
}

/** Striped wallpaper, a wainscot, and the light of a lamp that hangs above the door's end. */
function Walls({
  room,
  plan,
  fill,
}: {
  readonly room: RoomPlan;
  readonly plan: TownPlan;
  readonly fill: string;
}) {
  const { box } = room;
  const { unit } = plan;
  const low = box.height * 0.3;
  const y = box.y + box.height - low;
  const stripe = 11 * unit;
  const stripes: string[] = [];
  for (let x = box.x + stripe / 2; x < box.x + box.width - stripe / 2; x += stripe * 2) {
    stripes.push(`M${x} ${box.y}h${stripe}V${y}h${-stripe}z`);
  }
  const glow = `${room.use}${room.lane}-glow`;
  return (
    <g>
      <path d={stripes.join('')} fill="var(--wallpaper)" />
      <rect x={box.x} y={y} width={box.width} height={low} rx={4 * unit} fill={fill} />
      <rect x={box.x} y={y} width={box.width} height={1.5 * unit} fill="var(--wallpaper)" />
      <radialGradient id={glow} cx="0.5" cy="0" r="0.9">
        <stop offset="0" stopColor="var(--glow)" />
        <stop offset="1" stopColor="var(--glow)" stopOpacity="0" />
      </radialGradient>
      <rect {...box} rx={5 * unit} fill={`url(#${glow})`} />
    </g>
  );
}

function Furniture({ room, plan, side }: RoomShellProps) {
  const { box } = room;
  const { unit } = plan;
  const { desk, person, ruler, shelf } = roomInside(room, plan);
  const top = desk.y + desk.height - 1 * unit;
  const lampX = desk.x + 14 * unit;
  const hasLamp = person !== null && room.transport === 'udp' && room.use === 'sender';
  const OnDesk = plan.isCall ? Telephone : DeskLamp;
  const front = ruler ? ruler.height + 1.5 * unit : 4 * unit;
  return (
    <g>
      {plan.isCall && <CallScreen box={shelf} unit={unit} />}
      {person && (
        <Person {...person} size={0.95 * unit} coat={`var(--coat-${side})`} isCalling={plan.isCall} />
      )}
      {hasLamp && <OnDesk x={lampX} y={top} size={unit} />}
      <rect
        x={box.x + 4 * unit}
        y={top}
        width={box.width - 8 * unit}
        height={front}
        rx={2 * unit}
        fill="var(--wood)"
      />
      <rect
        x={box.x + 4 * unit}
        y={top + front - unit}
        width={box.width - 8 * unit}
        height={1.5 * unit}
        fill="var(--wood-dark)"
      />
    </g>
  );
}

function RoomName({ room, plan }: { readonly room: RoomPlan; readonly plan: TownPlan }) {
  const { t } = useTranslation();
  const { title, shelf } = roomInside(room, plan);
  const isSender = room.use === 'sender';
  const letters = isSender ? 'stage.senderApp' : 'stage.receiverApp';
  const key = plan.isCall ? (isSender ? 'stage.callerApp' : 'stage.listenerApp') : letters;
  const name = t(key, { transport: (room.transport ?? '').toUpperCase() });
  // In a narrow room the letters are narrower.
  const isLong = guessWidth(name, plan.font.medium) > shelf.width;
  return (
    <text
      {...title}
      fontSize={plan.font.medium}
      className={styles['title']}
      {...(isLong ? { textLength: shelf.width, lengthAdjust: 'spacingAndGlyphs' } : {})}
    >
      {name}
    </text>
  );
}
