import { useTranslation } from 'react-i18next';
import { CoatStand, KeyRack, Pigeonholes, Plant } from './Furnishings';
import { groundFloor } from './groundFloor';
import { GroundFloorWords } from './GroundFloorWords';
import type { BuildingPlan, RoomPlan, TownPlan } from './plan';
import { Person } from './Scenery';
import { guessWidth } from './textFit';

interface HallProps {
  readonly building: BuildingPlan;
  readonly plan: TownPlan;
}

/** Floors of the hall, each with a lamp and the name of its entrance. */
export function Hall({ building, plan }: HallProps) {
  if (plan.shape === 'portrait') return <PortraitHall building={building} plan={plan} />;
  return building.rooms.map(
    (room) => room.box.width > 0 && <HallFloor key={room.lane} room={room} building={building} plan={plan} />,
  );
}

function HallFloor({ room, building, plan }: HallProps & { readonly room: RoomPlan }) {
  const { hall } = building;
  const { unit } = plan;
  const { box, transport } = room;
  const bottom = box.y + box.height;
  return (
    <g>
      <rect x={hall.x} y={bottom} width={hall.width} height={6 * unit} fill="var(--hall-floor)" />
      {room.use === 'empty' && box.height > 44 * unit && (
        <g>
          <CoatStand x={hall.x + hall.width * 0.3} y={bottom} size={unit} />
          <Plant x={hall.x + hall.width * 0.72} y={bottom} size={unit} />
        </g>
      )}
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
          <Entrance room={room} building={building} plan={plan} />
        </g>
      )}
    </g>
  );
}

/** What is above a door: a lamp, and which of the two entrances this is, as far as there is room. */
function Entrance({ room, building, plan }: HallProps & { readonly room: RoomPlan }) {
  const { t } = useTranslation();
  const { hall } = building;
  const { unit, font } = plan;
  const { box, door, plate, transport } = room;
  const name = t('stage.gate', { transport: (transport ?? '').toUpperCase() });
  const space = plate.y - box.y;
  const middle = door.x + door.width / 2;
  const isNamed = space > font.small * 1.5 && guessWidth(name, font.small) < hall.width - 4;
  const hasLamp = space > (isNamed ? font.small * 1.6 : 0) + 20 * unit;
  return (
    <g>
      {hasLamp && (
        <g>
          <path d={`M${middle} ${box.y}v${8 * unit}`} stroke="var(--roof)" strokeWidth={1.5 * unit} />
          <path
            d={`M${middle - 9 * unit} ${box.y + 15 * unit}a${9 * unit} ${8 * unit} 0 0 1 ${18 * unit} 0z`}
            fill="var(--lamp)"
          />
        </g>
      )}
      {isNamed && (
        <text
          x={hall.x + hall.width / 2}
          y={plate.y - font.small * 0.45}
          textAnchor="middle"
          fontSize={font.small}
          fontWeight={700}
          fill="var(--ink)"
        >
          {name}
        </text>
      )}
    </g>
  );
}

function PortraitHall({ building, plan }: HallProps) {
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

/** The ground floor: the desk of the operating system. */
export function Lobby({ building, plan }: HallProps) {
  const { t } = useTranslation();
  const { lobby, side } = building;
  const { unit, font } = plan;
  const isClient = side === 'client';
  const [first, second] = [t('stage.lobby'), t('stage.clerk')];
  const { free, isTall, x } = groundFloor(building, plan, first, second);
  const hasDesk = building.rooms.every(({ door }) => door.y < lobby.y);
  const desk = { width: 44 * unit, height: lobby.height * 0.36 };
  const deskX = isClient ? lobby.x + lobby.width - desk.width - 8 * unit : lobby.x + 8 * unit;
  const written = Math.max(guessWidth(first, font.medium), guessWidth(second, isTall ? font.small : 0));
  // What hangs on the wall has its place between the words and the bins.
  const wallX = free > written + 78 * unit ? x + (isClient ? 1 : -1) * (written + 34 * unit) : null;
  const Wall = isClient ? KeyRack : Pigeonholes;
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
      {wallX !== null && <Wall x={wallX} y={lobby.y + lobby.height * 0.88} size={unit} />}
      {hasDesk && <Reception x={deskX} lobby={lobby} {...desk} unit={unit} />}
      <GroundFloorWords
        {...{ building, plan, first, second }}
        ink="var(--lobby-ink)"
        softInk="var(--lobby-ink-soft)"
      />
    </g>
  );
}

interface ReceptionProps {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly lobby: BuildingPlan['lobby'];
  readonly unit: number;
}

function Reception({ x, width, height, lobby, unit }: ReceptionProps) {
  const y = lobby.y + lobby.height - height;
  return (
    <g>
      <Person
        x={x + width / 2}
        y={y}
        size={Math.min(0.92 * unit, (lobby.height - height) / 41)}
        coat="var(--coat-clerk)"
        cap
      />
      <rect x={x} y={y} width={width} height={height} rx={2 * unit} fill="var(--wood-dark)" />
      <rect
        x={x - 3 * unit}
        y={y}
        width={width + 6 * unit}
        height={4 * unit}
        rx={2 * unit}
        fill="var(--wood-light)"
      />
    </g>
  );
}
