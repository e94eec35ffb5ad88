import { useTranslation } from 'react-i18next';
import { GroundFloorWords } from '../GroundFloorWords';
import type { BuildingPlan, RoomPlan, TownPlan } from '../plan';
import { roomInside } from '../roomPlan';
import styles from '../Stage.module.css';

interface HostProps {
  readonly building: BuildingPlan;
  readonly plan: TownPlan;
}

/** A host as a box: its address, its processes, its sockets with their ports, and the layers below. */
export function Host({ building, plan }: HostProps) {
  const { t } = useTranslation();
  const { body, sign, side, address, name, hall } = building;
  const { unit, font, shape } = plan;
  return (
    <g>
      <rect {...body} rx={5 * unit} fill="var(--surface-2)" stroke="var(--ink)" strokeWidth={2 * unit} />
      <rect {...sign} rx={4 * unit} fill="var(--surface)" stroke="var(--ink)" strokeWidth={1.6 * unit} />
      <text
        x={sign.x + sign.width / 2}
        y={sign.y + sign.height / 2}
        dy="0.36em"
        textAnchor="middle"
        className={styles['mono']}
        fontSize={Math.min(font.large * 0.94, sign.height * 0.66)}
        fill="var(--ink)"
      >
        {address}
      </text>
      {shape === 'wide' && <rect {...hall} fill="var(--line)" fillOpacity="0.4" />}
      <Layers building={building} plan={plan} />
      {building.rooms.map((room, i) => (
        <g key={i}>
          {room.box.width > 0 && <Process room={room} side={side} plan={plan} />}
          {room.use !== 'empty' && <Port room={room} plan={plan} />}
        </g>
      ))}
      {shape === 'wide' && (
        <text x={name.x} y={name.y} textAnchor="middle" fontSize={font.medium} className={styles['title']}>
          {t(side === 'client' ? 'metaphor.clientHost' : 'metaphor.serverHost')}
        </text>
      )}
    </g>
  );
}

/** What the operating system does below the sockets. */
function Layers({ building, plan }: HostProps) {
  const { t } = useTranslation();
  const { lobby, side } = building;
  const { unit, font, shape, width } = plan;
  return (
    <g>
      <rect
        {...lobby}
        rx={3 * unit}
        fill="var(--surface)"
        stroke="var(--ink-faint)"
        strokeWidth={1.4 * unit}
      />
      {shape === 'wide' && (
        <GroundFloorWords
          {...{ building, plan }}
          first={t('metaphor.layers')}
          second={t('metaphor.demultiplex')}
          ink="var(--ink)"
          softInk="var(--ink-soft)"
        />
      )}
      {shape === 'portrait' && side === 'client' && (
        <text
          x={width / 2}
          y={lobby.y + lobby.height / 2 + font.medium * 0.36}
          textAnchor="middle"
          fontSize={font.small}
          fontWeight={700}
          fill="var(--ink)"
        >
          {t('metaphor.layers')}
        </text>
      )}
    </g>
  );
}

/** A process, or the place of one. */
function Process({
  room,
  side,
  plan,
}: {
  readonly room: RoomPlan;
  readonly side: 'client' | 'server';
  readonly plan: TownPlan;
}) {
  const { t } = useTranslation();
  const { box, transport, use } = room;
  const { unit, font } = plan;
  if (!transport) {
    const text = t(use === 'closed' ? 'metaphor.closedPort' : 'metaphor.unusedPort');
    return (
      <g>
        <rect
          {...box}
          rx={3 * unit}
          fill="none"
          stroke="var(--ink-faint)"
          strokeWidth={1.4 * unit}
          strokeDasharray={`${5 * unit} ${4 * unit}`}
        />
        <text
          x={box.x + box.width / 2}
          y={box.y + box.height / 2}
          dy="0.36em"
          textAnchor="middle"
          fontSize={font.small}
          fontWeight={600}
          fill="var(--ink-soft)"
        >
          {text}
        </text>
      </g>
    );
  }
  const { title } = roomInside(room, plan);
  const key = side === 'client' ? 'metaphor.senderProcess' : 'metaphor.receiverProcess';
  return (
    <g>
      <rect
        {...box}
        rx={3 * unit}
        fill="var(--surface)"
        stroke={`var(--${transport})`}
        strokeWidth={2.4 * unit}
      />
      <text {...title} fontSize={font.medium} className={styles['title']}>
        {t(key, { transport: transport.toUpperCase() })}
      </text>
    </g>
  );
}

/** The number of a port, and its transport where there is room for it. */
function Port({ room, plan }: { readonly room: RoomPlan; readonly plan: TownPlan }) {
  const { plate, port, transport, box } = room;
  const { font, unit, shape } = plan;
  const isNamed = shape === 'wide' && transport !== null && plate.y - box.y > font.small * 1.4;
  return (
    <g>
      {isNamed && (
        <text
          x={plate.x + plate.width / 2}
          y={plate.y - font.small * 0.45}
          textAnchor="middle"
          fontSize={font.small}
          fontWeight={700}
          fill={`var(--${transport}-text)`}
        >
          {transport.toUpperCase()}
        </text>
      )}
      <rect {...plate} rx={2 * unit} fill="var(--surface)" stroke="var(--ink)" strokeWidth={1.4 * unit} />
      <text
        x={plate.x + plate.width / 2}
        y={plate.y + plate.height / 2}
        dy="0.36em"
        textAnchor="middle"
        className={styles['mono']}
        fontSize={font.small}
        fill="var(--ink)"
      >
        {port}
      </text>
    </g>
  );
}
