import { useTranslation } from 'react-i18next';
import { type BuildingPlan, inset, type TownPlan } from './plan';
import { PowerSign } from './PowerSign';
import { roomInside } from './roomPlan';
import { sameFields, type SceneStore, useSceneFact } from './sceneStore';
import styles from './Stage.module.css';
import { guessWidth } from './textFit';

interface HostMarksProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
}

/** Hosts that went dark, and receiving apps that do not read. */
export function HostMarks({ store, plan }: HostMarksProps) {
  const client = useSceneFact(store, ({ hosts }) => hosts.client, sameFields);
  const server = useSceneFact(store, ({ hosts }) => hosts.server, sameFields);
  return (
    <>
      {server.isIdle && !server.isOff && <Idle plan={plan} />}
      {client.isOff && <Dark building={plan.client} plan={plan} />}
      {server.isOff && <Dark building={plan.server} plan={plan} />}
    </>
  );
}

/** No power: the whole building is dark, with the sign of a switch. */
function Dark({ building, plan }: { readonly building: BuildingPlan; readonly plan: TownPlan }) {
  const { t } = useTranslation();
  const { body } = building;
  const { unit, font } = plan;
  const middle = { x: body.x + body.width / 2, y: body.y + body.height / 2 };
  return (
    <g data-part="dark">
      <rect {...inset(body, 2 * unit)} fill="#0a0f1c" fillOpacity="0.86" />
      <PowerSign x={middle.x} y={middle.y - 12 * unit} scale={1.6 * unit} />
      <text
        x={middle.x}
        y={middle.y + 18 * unit}
        textAnchor="middle"
        fontSize={font.medium}
        fontWeight={700}
        fill="#f5f1e4"
        data-overlap-ok
      >
        {t('stage.powerOff')}
      </text>
    </g>
  );
}

/** The app sleeps: a shutter is down before its tray. TCP's buffer fills behind it. */
function Idle({ plan }: { readonly plan: TownPlan }) {
  const { t } = useTranslation();
  const { unit, font } = plan;
  const room = plan.server.rooms.find(({ transport }) => transport === 'tcp');
  if (!room) return null;
  const { shelf, cardHeight, person } = roomInside(room, plan);
  const height = Math.min(font.small * 1.7, Math.max(font.small * 1.35, shelf.height - cardHeight));
  const y = shelf.y + shelf.height - height;
  const slats = Array.from(
    { length: 4 },
    (_, i) => `M${shelf.x} ${y + ((i + 0.5) * height) / 4}h${shelf.width}`,
  );
  const text = t('stage.idleApp');
  const isNamed = guessWidth(text, font.small) < shelf.width - 8 * unit;
  return (
    <g data-part="idle">
      <rect
        x={shelf.x}
        y={y}
        width={shelf.width}
        height={height}
        rx={2 * unit}
        fill="var(--closed)"
        stroke="var(--roof)"
        strokeWidth={1.4 * unit}
      />
      <path d={slats.join('')} stroke="var(--closed-low)" strokeWidth={1.6 * unit} />
      {isNamed && (
        <text
          x={shelf.x + shelf.width / 2}
          y={y + height / 2}
          dy="0.36em"
          textAnchor="middle"
          fontSize={font.small}
          fontWeight={700}
          fill="var(--closed-ink)"
          stroke="var(--closed-low)"
          strokeWidth={3 * unit}
          paintOrder="stroke"
        >
          {text}
        </text>
      )}
      {person && (
        <text
          x={person.x + 12 * unit}
          y={person.y - 34 * unit}
          textAnchor="middle"
          fontSize={font.small}
          className={styles['mono']}
          fill="var(--ink)"
          aria-hidden
          data-overlap-ok
        >
          z
        </text>
      )}
    </g>
  );
}
