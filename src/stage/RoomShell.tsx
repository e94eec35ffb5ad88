import { useTranslation } from 'react-i18next';
import { inset, type RoomPlan, type TownPlan } from './plan';
import { roomInside } from './roomPlan';
import { Person } from './Scenery';
import styles from './Stage.module.css';

interface RoomShellProps {
  readonly room: RoomPlan;
  readonly plan: TownPlan;
  readonly side: 'client' | 'server';
}

/** Walls, window, desk and name of a room: what stays whatever happens. */
export function RoomShell({ room, plan, side }: RoomShellProps) {
  if (!room.transport) return <QuietRoom room={room} plan={plan} side={side} />;
  const { box, transport } = room;
  const { unit } = plan;
  const low = box.height * 0.32;
  return (
    <g>
      <rect {...box} rx={5 * unit} fill={side === 'client' ? 'var(--room)' : 'var(--room-server)'} />
      <rect
        x={box.x}
        y={box.y + box.height - low}
        width={box.width}
        height={low}
        rx={5 * unit}
        fill={side === 'client' ? 'var(--room-low)' : 'var(--room-server-low)'}
      />
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

function Furniture({ room, plan, side }: RoomShellProps) {
  const { box } = room;
  const { unit } = plan;
  const { desk, pad } = roomInside(room, plan);
  const deskTop = desk.y + desk.height;
  const personX = side === 'client' ? box.x + box.width - 24 * unit : box.x + box.width - 24 * unit;
  return (
    <g>
      {box.height > 118 * unit && (
        <Person x={personX} y={deskTop - 2 * unit} size={0.95 * unit} coat={`var(--coat-${side})`} />
      )}
      <rect
        x={box.x + pad * 0.4}
        y={deskTop - 2 * unit}
        width={box.width - pad * 0.8}
        height={4 * unit}
        rx={2 * unit}
        fill="var(--wood)"
      />
    </g>
  );
}

function RoomName({ room, plan }: { readonly room: RoomPlan; readonly plan: TownPlan }) {
  const { t } = useTranslation();
  const { title } = roomInside(room, plan);
  const key = room.use === 'sender' ? 'stage.senderApp' : 'stage.receiverApp';
  return (
    <text {...title} fontSize={plan.font.medium} className={styles['title']}>
      {t(key, { transport: (room.transport ?? '').toUpperCase() })}
    </text>
  );
}

/** A room without an app: grey, the blinds down. */
function QuietRoom({ room, plan, side }: RoomShellProps) {
  const { t } = useTranslation();
  const { box, use } = room;
  const { unit, font } = plan;
  const isTall = box.height > font.medium + font.small + 22 * unit;
  const textX = side === 'client' ? box.x + 12 * unit : box.x + box.width - 12 * unit;
  const anchor = side === 'client' ? 'start' : 'end';
  const line = isTall
    ? box.y + box.height / 2 - font.small * 0.25
    : box.y + box.height / 2 + font.medium * 0.36;
  return (
    <g>
      <rect {...box} rx={5 * unit} fill="var(--closed)" />
      <rect
        x={box.x}
        y={box.y + box.height * 0.7}
        width={box.width}
        height={box.height * 0.3}
        rx={5 * unit}
        fill="var(--closed-low)"
      />
      <Blinds
        x={side === 'client' ? box.x + box.width - 44 * unit : box.x + 12 * unit}
        y={box.y + box.height * 0.18}
        width={32 * unit}
        height={box.height * 0.42}
        unit={unit}
      />
      <text
        x={textX}
        y={line}
        textAnchor={anchor}
        fontSize={font.medium}
        fontWeight={700}
        fill="var(--closed-ink)"
      >
        {t(use === 'closed' ? 'stage.closedRoom' : 'stage.emptyRoom')}
      </text>
      {isTall && (
        <text
          x={textX}
          y={line + font.small * 1.4}
          textAnchor={anchor}
          fontSize={font.small}
          fill="var(--closed-ink)"
        >
          {t(use === 'closed' ? 'stage.closedRoomWhy' : 'stage.emptyRoomWhy')}
        </text>
      )}
    </g>
  );
}

function Blinds({
  x,
  y,
  width,
  height,
  unit,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly unit: number;
}) {
  const slats = [0, 1, 2, 3].map((slat) => `M${x} ${y + (height * (slat + 0.5)) / 4}h${width}`);
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={2 * unit}
        fill="var(--closed-low)"
        stroke="var(--roof)"
        strokeOpacity="0.4"
        strokeWidth={unit}
      />
      <path d={slats.join('')} stroke="var(--closed-ink)" strokeOpacity="0.45" strokeWidth={2 * unit} />
    </g>
  );
}
