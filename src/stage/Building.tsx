import { useTranslation } from 'react-i18next';
import { Door } from './Door';
import { inset, type BuildingPlan, type TownPlan } from './plan';
import { RoomShell } from './RoomShell';
import { Person } from './Scenery';
import styles from './Stage.module.css';

interface BuildingProps {
  readonly building: BuildingPlan;
  readonly plan: TownPlan;
}

/** A house cut open: walls, roof with its address, hall with the doors, rooms, lobby. */
export function Building({ building, plan }: BuildingProps) {
  const { body, side, hall } = building;
  const { unit } = plan;
  return (
    <g>
      <rect
        x={body.x + 5 * unit}
        y={body.y + 6 * unit}
        width={body.width}
        height={body.height}
        rx={3 * unit}
        fill="var(--shade)"
      />
      <Sign building={building} plan={plan} />
      <rect {...body} rx={2 * unit} fill={`var(--wall-${side}-side)`} />
      <rect {...inset(body, 2 * unit)} rx={2 * unit} fill={`var(--wall-${side})`} />
      <Roof building={building} plan={plan} />
      <rect {...hall} fill={`var(--hall-${side})`} />
      <Hall building={building} plan={plan} />
      {building.rooms.map((room) => (
        <g key={room.lane}>
          {(plan.shape === 'wide' || room.lane >= 0) && <RoomShell room={room} plan={plan} side={side} />}
          {room.use !== 'empty' && <Door room={room} plan={plan} />}
        </g>
      ))}
      {plan.shape === 'wide' && <Lobby building={building} plan={plan} />}
      {plan.shape === 'wide' && <BuildingName building={building} plan={plan} />}
    </g>
  );
}

function Sign({ building, plan }: BuildingProps) {
  const { sign, roof, address } = building;
  const { unit, font } = plan;
  const foot = roof.y + roof.height - sign.y - sign.height;
  const post = (part: number) => (
    <rect
      x={sign.x + sign.width * part}
      y={sign.y + sign.height}
      width={4 * unit}
      height={foot}
      fill="var(--roof)"
    />
  );
  return (
    <g>
      {post(0.2)}
      {post(0.78)}
      <rect {...sign} y={sign.y + 3 * unit} rx={6 * unit} fill="var(--shade)" />
      <rect {...sign} rx={6 * unit} fill="var(--sign)" />
      <rect
        {...inset(sign, 3 * unit)}
        rx={4 * unit}
        fill="none"
        stroke="var(--sign-ink)"
        strokeOpacity="0.35"
        strokeWidth={1}
      />
      <text
        x={sign.x + sign.width / 2}
        y={sign.y + sign.height / 2}
        dy="0.36em"
        textAnchor="middle"
        className={styles['mono']}
        fontSize={plan.shape === 'wide' ? font.large * 0.94 : 14}
        fill="var(--sign-ink)"
      >
        {address}
      </text>
    </g>
  );
}

function Roof({ building, plan }: BuildingProps) {
  const { roof, side } = building;
  const { unit } = plan;
  const { x, y, width, height } = roof;
  if (side === 'server') {
    return (
      <g>
        <rect
          x={x + 4 * unit}
          y={y + height * 0.4}
          width={width - 8 * unit}
          height={height * 0.6}
          fill="var(--roof)"
        />
        <rect x={x} y={y} width={width} height={height * 0.55} rx={2 * unit} fill="var(--roof)" />
        <rect x={x} y={y + height} width={width} height={3 * unit} fill="var(--shade)" />
      </g>
    );
  }
  return (
    <g>
      <path
        d={`M${x} ${y + height}l${14 * unit} ${-height}h${width - 28 * unit}l${14 * unit} ${height}z`}
        fill="var(--roof)"
      />
      <rect x={x} y={y + height} width={width} height={3 * unit} fill="var(--shade)" />
    </g>
  );
}

/** Floors of the hall with a lamp each, and the clerk who reads protocol and port. */
function Hall({ building, plan }: BuildingProps) {
  const { hall, side, rooms } = building;
  const { unit, shape } = plan;
  if (shape === 'portrait') return <PortraitHall building={building} plan={plan} />;
  return rooms.map(({ box, lane, transport, door }) => {
    const bottom = box.y + box.height;
    const clerkX = side === 'client' ? hall.x + hall.width - 15 * unit : hall.x + 15 * unit;
    return (
      <g key={lane}>
        <rect x={hall.x} y={bottom} width={hall.width} height={6 * unit} fill="var(--hall-floor)" />
        {transport && (
          <g>
            <rect
              x={hall.x}
              y={bottom - 4 * unit}
              width={hall.width}
              height={4 * unit}
              fill={`var(--${transport})`}
              opacity="0.55"
            />
            <path
              d={`M${door.x + door.width / 2} ${box.y}v${8 * unit}`}
              stroke="var(--roof)"
              strokeWidth={1.5 * unit}
            />
            <path
              d={`M${door.x + door.width / 2 - 9 * unit} ${box.y + 15 * unit}a${9 * unit} ${8 * unit} 0 0 1 ${18 * unit} 0z`}
              fill="var(--lamp)"
            />
            {hall.width > 76 * unit && (
              <Person x={clerkX} y={bottom - 4 * unit} size={0.86 * unit} coat="var(--coat-clerk)" cap />
            )}
          </g>
        )}
      </g>
    );
  });
}

function PortraitHall({ building, plan }: BuildingProps) {
  const { t } = useTranslation();
  const { hall } = building;
  const { font, width, unit } = plan;
  const bottom = hall.y + hall.height;
  const isClient = building.side === 'client';
  const textX = isClient ? width / 2 + 10 : width / 2;
  return (
    <g>
      <rect {...hall} fill="var(--lobby)" />
      <rect x={hall.x} y={bottom - 4} width={hall.width} height={4} fill="var(--lobby-low)" />
      {isClient && (
        <Person x={width / 2 - 52} y={bottom - 4} size={0.72 * unit} coat="var(--coat-clerk)" cap />
      )}
      {isClient && (
        <text
          x={textX}
          y={hall.y + hall.height / 2}
          dy="0.36em"
          textAnchor="middle"
          fontSize={font.small}
          fontWeight={700}
          fill="var(--lobby-ink)"
        >
          {t('stage.lobbyShort')}
        </text>
      )}
    </g>
  );
}

function Lobby({ building, plan }: BuildingProps) {
  const { t } = useTranslation();
  const { lobby, side } = building;
  const { unit, font } = plan;
  const isTall = lobby.height > font.medium + font.small * 1.5 + 12 * unit;
  const isClient = side === 'client';
  const desk = { width: 44 * unit, height: lobby.height * 0.36 };
  const deskX = isClient ? lobby.x + lobby.width - desk.width - 8 * unit : lobby.x + 8 * unit;
  const textX = isClient ? lobby.x + 12 * unit : lobby.x + lobby.width - 12 * unit;
  const anchor = isClient ? 'start' : 'end';
  const firstLine = isTall
    ? lobby.y + lobby.height / 2 - font.small * 0.3
    : lobby.y + lobby.height / 2 + font.medium * 0.36;
  return (
    <g>
      <rect {...lobby} rx={3 * unit} fill="var(--lobby)" />
      <rect
        x={lobby.x}
        y={lobby.y + lobby.height - 5 * unit}
        width={lobby.width}
        height={5 * unit}
        fill="var(--lobby-low)"
      />
      <Person
        x={deskX + desk.width / 2}
        y={lobby.y + lobby.height - desk.height}
        size={0.92 * unit}
        coat="var(--coat-clerk)"
        cap
      />
      <rect
        x={deskX}
        y={lobby.y + lobby.height - desk.height}
        {...desk}
        rx={2 * unit}
        fill="var(--wood-dark)"
      />
      <rect
        x={deskX - 3 * unit}
        y={lobby.y + lobby.height - desk.height}
        width={desk.width + 6 * unit}
        height={4 * unit}
        rx={2 * unit}
        fill="var(--wood-light)"
      />
      <text
        x={textX}
        y={firstLine}
        textAnchor={anchor}
        fontSize={font.medium}
        fontWeight={700}
        fill="var(--lobby-ink)"
      >
        {t('stage.lobby')}
      </text>
      {isTall && (
        <text
          x={textX}
          y={firstLine + font.small * 1.45}
          textAnchor={anchor}
          fontSize={font.small}
          fill="var(--lobby-ink-soft)"
        >
          {t('stage.clerk')}
        </text>
      )}
    </g>
  );
}

function BuildingName({ building, plan }: BuildingProps) {
  const { t } = useTranslation();
  const { name, side } = building;
  return (
    <text x={name.x} y={name.y} textAnchor="middle" fontSize={plan.font.medium} className={styles['title']}>
      {t(side === 'client' ? 'stage.clientBuilding' : 'stage.serverBuilding')}
    </text>
  );
}
