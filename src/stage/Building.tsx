import { useTranslation } from 'react-i18next';
import { Door } from './Door';
import { Hall, Lobby } from './Hall';
import { inset, type BuildingPlan, type TownPlan } from './plan';
import { RoomShell } from './RoomShell';
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
      {plan.shape === 'wide' && <Lobby building={building} plan={plan} />}
      {building.rooms.map((room) => (
        <g key={room.lane}>
          {room.box.width > 0 && <RoomShell room={room} plan={plan} side={side} />}
          {room.use !== 'empty' && <Door room={room} plan={plan} />}
        </g>
      ))}
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
        fontSize={Math.min(font.large * 0.94, sign.height * 0.66)}
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

function BuildingName({ building, plan }: BuildingProps) {
  const { t } = useTranslation();
  const { name, side } = building;
  return (
    <text x={name.x} y={name.y} textAnchor="middle" fontSize={plan.font.medium} className={styles['title']}>
      {t(side === 'client' ? 'stage.clientBuilding' : 'stage.serverBuilding')}
    </text>
  );
}
