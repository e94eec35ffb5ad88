import { useTranslation } from 'react-i18next';
import type { Transport } from '../experiment/experiment';
import type { Box, TownPlan } from './plan';
import type { QueueView, SceneScar } from './sceneTypes';
import { scarNameBox } from './separate';
import { type SceneStore, sameFields, useSceneFact } from './sceneStore';
import styles from './Stage.module.css';
import { guessWidth } from './textFit';

interface MarksProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
}

/** The ✕ that losses leave on the roads; the newest of a lane says what was lost. */
export function Scars({ store, plan }: MarksProps) {
  const scars = useSceneFact(store, ({ scars: all }) => all, isSameScars);
  return scars.map((scar) => <Scar key={scar.key} scar={scar} plan={plan} />);
}

/** Fading goes in a few steps: a scar is not worth a render at each moment. */
const FADE_STEPS = 5;

function isSameScars(a: readonly SceneScar[], b: readonly SceneScar[]): boolean {
  return a.length === b.length && a.every((scar, i) => isSameScar(scar, b[i]!));
}

function isSameScar(a: SceneScar, b: SceneScar): boolean {
  // In a town of another size the same scar is elsewhere.
  const isThere = a.x === b.x && a.y === b.y;
  return isThere && a.key === b.key && a.isNamed === b.isNamed && fade(a) === fade(b);
}

function fade({ opacity }: SceneScar): number {
  return Math.ceil(opacity * FADE_STEPS) / FADE_STEPS;
}

function Scar({ scar, plan }: { readonly scar: SceneScar; readonly plan: TownPlan }) {
  const { t } = useTranslation();
  const { unit, font, shape } = plan;
  const { face, why } = scar;
  const arm = 9 * unit;
  const cross = `M${-arm} ${-arm}L${arm} ${arm}M${arm} ${-arm}L${-arm} ${arm}`;
  const text =
    why === 'queueFull'
      ? t('stage.queueFull')
      : face.piece > 0
        ? t('stage.lostPiece', { piece: face.piece })
        : t('stage.lost');
  const width = guessWidth(text, font.small) + 14 * unit;
  const name = scarNameBox(scar, plan);
  const below = name.y - scar.y;
  return (
    <g transform={`translate(${scar.x} ${scar.y})`} opacity={fade(scar)}>
      <path d={cross} stroke="var(--card)" strokeWidth={8 * unit} strokeLinecap="round" />
      <path d={cross} stroke="var(--loss)" strokeWidth={4.5 * unit} strokeLinecap="round" />
      {scar.isNamed && shape === 'wide' && (
        <g>
          <path
            d={`M0 ${arm}V${below}`}
            stroke="var(--loss)"
            strokeWidth={1.5 * unit}
            strokeDasharray={`${3 * unit} ${3 * unit}`}
          />
          <rect
            x={-width / 2}
            y={below}
            width={width}
            height={name.height}
            rx={font.small * 0.5}
            fill="var(--card)"
            stroke="var(--loss)"
            strokeWidth={1.6 * unit}
          />
          <text
            x={0}
            y={below + font.small * 0.75}
            dy="0.36em"
            textAnchor="middle"
            fontSize={font.small}
            fontWeight={700}
            fill="#8a3700"
          >
            {text}
          </text>
        </g>
      )}
    </g>
  );
}

const RACK_SLOTS = 10;

/** Countable slots at the offices: how many packets wait there for a road. */
export function Queues({ store, plan }: MarksProps) {
  const lanes = useSceneFact(store, ({ lanes: all }) => all.map(({ queues }) => queues), isSameQueues);
  return plan.offices.flatMap((office, router) =>
    office.racks.map((rack, lane) => {
      const waiting = lanes[lane]?.filter((queue) => queue.router === router) ?? [];
      return <Rack key={`${router}:${lane}`} box={rack} queues={waiting} plan={plan} />;
    }),
  );
}

function isSameQueues(a: readonly (readonly QueueView[])[], b: readonly (readonly QueueView[])[]): boolean {
  return (
    a.length === b.length &&
    a.every((queues, lane) => {
      const others = b[lane]!;
      return queues.length === others.length && queues.every((queue, i) => sameFields(queue, others[i]!));
    })
  );
}

function Rack({
  box,
  queues,
  plan,
}: {
  readonly box: Box;
  readonly queues: readonly QueueView[];
  readonly plan: TownPlan;
}) {
  const { unit, font } = plan;
  const fullest = queues.reduce<QueueView | null>(
    (most, queue) => (!most || queue.waiting > most.waiting ? queue : most),
    null,
  );
  const filled =
    fullest && fullest.limit > 0
      ? Math.ceil(
          (Math.min(fullest.waiting, fullest.limit) / Math.max(fullest.limit, RACK_SLOTS)) * RACK_SLOTS,
        )
      : 0;
  const step = box.width / RACK_SLOTS;
  const height = Math.min(box.height * 0.5, 10 * unit);
  const y = box.y + box.height - height;
  return (
    <g>
      {Array.from({ length: RACK_SLOTS }, (_, slot) => (
        <rect
          key={slot}
          x={box.x + slot * step + step * 0.12}
          y={y}
          width={step * 0.76}
          height={height}
          rx={unit}
          fill={slot < filled ? 'var(--ink)' : 'var(--slot)'}
        />
      ))}
      {fullest && plan.shape === 'wide' && (
        <text
          x={box.x + box.width / 2}
          y={y - 4 * unit}
          textAnchor="middle"
          fontSize={font.small}
          className={styles['mono']}
          fill="var(--ink)"
        >
          {fullest.waiting}/{fullest.limit}
        </text>
      )}
    </g>
  );
}

/** The striped bins in the lobbies, with what they hold. */
export function Bins({ store, plan }: MarksProps) {
  const counts = useSceneFact(
    store,
    ({ lanes }) => lanes.map(({ clientDesk, serverDesk }) => [clientDesk.binned, serverDesk.binned]),
    (a, b) => a.join() === b.join(),
  );
  return counts.flatMap((binned, lane) =>
    [plan.client, plan.server].map(({ side, bins }, end) => {
      const box = bins[lane];
      const count = binned[end] ?? 0;
      return box && count > 0 ? (
        <Bin
          key={`${side}${lane}`}
          box={box}
          plan={plan}
          transport={plan.roads[lane]?.transport}
          count={count}
        />
      ) : null;
    }),
  );
}

interface BinProps {
  readonly box: Box;
  readonly plan: TownPlan;
  readonly transport: Transport | undefined;
  readonly count: number;
}

function Bin({ box, plan, transport, count }: BinProps) {
  const { unit, font } = plan;
  const { x, y, width, height } = box;
  const stripes = [0.4, 0.68, 0.96].map(
    (part) => `M${x + 2 * unit} ${y + height * part}l${width - 4 * unit} ${-height * 0.22}`,
  );
  return (
    <g>
      <path
        d={`M${x} ${y}h${width}l${-2 * unit} ${height}h${4 * unit - width}z`}
        fill="var(--card)"
        stroke="#17233b"
        strokeWidth={1.2 * unit}
      />
      <path d={stripes.join('')} stroke="var(--loss)" strokeWidth={2.4 * unit} />
      <rect
        x={x - 1.5 * unit}
        y={y - 3 * unit}
        width={width + 3 * unit}
        height={4 * unit}
        rx={unit}
        fill={`var(--${transport ?? 'line'})`}
      />
      <circle cx={x + width / 2} cy={y + height * 0.55} r={font.small * 0.58} fill="var(--card)" />
      <text
        x={x + width / 2}
        y={y + height * 0.55}
        dy="0.36em"
        textAnchor="middle"
        fontSize={13}
        fontWeight={800}
        fill="#17233b"
      >
        {count > 9 ? '9+' : count}
      </text>
    </g>
  );
}
