import { useTranslation } from 'react-i18next';
import type { RoomPlan, TownPlan } from './plan';
import styles from './Stage.module.css';

/** A doorway with its number: the port. Its leaf moves; a door that nobody ever sits behind is crossed out for good. */
export function Door({ room, plan }: { readonly room: RoomPlan; readonly plan: TownPlan }) {
  const { door, transport } = room;
  const { unit } = plan;
  const panel = { x: door.x + door.width * 0.2, width: door.width * 0.6 };
  return (
    <g>
      <rect
        x={door.x - 2 * unit}
        y={door.y - 2 * unit}
        width={door.width + 4 * unit}
        height={door.height + 2 * unit}
        rx={3 * unit}
        fill="var(--roof)"
      />
      {transport ? (
        <rect {...door} rx={2 * unit} fill="var(--glass-lit)" />
      ) : (
        <g>
          <rect {...door} rx={2 * unit} fill="var(--closed-low)" />
          <g fill="none" stroke="#ffffff" strokeOpacity="0.4" strokeWidth={1.2 * unit}>
            <rect {...panel} y={door.y + door.height * 0.12} height={door.height * 0.3} rx={unit} />
            <rect {...panel} y={door.y + door.height * 0.54} height={door.height * 0.34} rx={unit} />
          </g>
          <path
            d={`M${door.x} ${door.y}l${door.width} ${door.height}M${door.x + door.width} ${door.y}l${-door.width} ${door.height}`}
            stroke="var(--ink)"
            strokeWidth={3 * unit}
          />
        </g>
      )}
      <Plate room={room} plan={plan} />
    </g>
  );
}

function Plate({ room, plan }: { readonly room: RoomPlan; readonly plan: TownPlan }) {
  const { t } = useTranslation();
  const { plate, port } = room;
  const { unit, font } = plan;
  return (
    <g>
      <rect {...plate} rx={4 * unit} fill="var(--sign)" />
      <text
        x={plate.x + plate.width / 2}
        y={plate.y + plate.height / 2}
        dy="0.36em"
        textAnchor="middle"
        className={styles['mono']}
        fontSize={font.small}
        fill="var(--sign-ink)"
      >
        {port ?? t('stage.noPort')}
      </text>
    </g>
  );
}
