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
      <g data-seen="internet">
        <Sign building={building} plan={plan} />
      </g>
      <rect {...body} rx={2 * unit} fill={`var(--wall-${side}-side)`} />
      <rect {...inset(body, 2 * unit)} rx={2 * unit} fill={`var(--wall-${side})`} />
      <Roof building={building} plan={plan} />
      <rect {...hall} fill={`var(--hall-${side})`} />
      <g data-seen="transport">
        <Hall building={building} plan={plan} />
      </g>
      {plan.shape === 'wide' && <Lobby building={building} plan={plan} />}
      {building.rooms.map((room) => (
        <g key={room.lane}>
          <g data-seen="application transport">
            {room.box.width > 0 && <RoomShell room={room} plan={plan} side={side} />}
          </g>
          <g data-seen="transport">{room.use !== 'empty' && <Door room={room} plan={plan} />}</g>
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
        <Mast x={x + width - 34 * unit} y={y} unit={unit} />
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
      <Chimney x={x + 34 * unit} y={y} unit={unit} />
      <path
        d={`M${x} ${y + height}l${14 * unit} ${-height}h${width - 28 * unit}l${14 * unit} ${height}z`}
        fill="var(--roof)"
      />
      <rect x={x} y={y + height} width={width} height={3 * unit} fill="var(--shade)" />
    </g>
  );
}

interface OrnamentProps {
  readonly x: number;
  readonly y: number;
  readonly unit: number;
}

function Chimney({ x, y, unit }: OrnamentProps) {
  return (
    <g>
      <rect x={x} y={y - 17 * unit} width={15 * unit} height={24 * unit} fill="var(--office-roof)" />
      <rect
        x={x + 10 * unit}
        y={y - 17 * unit}
        width={5 * unit}
        height={24 * unit}
        fill="var(--office-roof-edge)"
      />
      <rect
        x={x - 2 * unit}
        y={y - 20 * unit}
        width={19 * unit}
        height={5 * unit}
        rx={unit}
        fill="var(--office-roof-edge)"
      />
    </g>
  );
}

/** A mast with a dish: this house serves. */
function Mast({ x, y, unit }: OrnamentProps) {
  return (
    <g transform={`translate(${x} ${y}) scale(${unit})`}>
      <path d="M0 4V-30M-6-12h12M-4-20h8" stroke="var(--roof)" strokeWidth="2.4" strokeLinecap="round" />
      <circle cx="0" cy="-31" r="3" fill="var(--lamp)" />
      <path
        d="M12 4V-6a9 9 0 0 1 11-9z"
        fill="var(--wall-server-side)"
        stroke="var(--roof)"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
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
