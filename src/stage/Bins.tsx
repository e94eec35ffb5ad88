import type { Transport } from '../experiment/experiment';
import type { Box, TownPlan } from './plan';
import { type SceneStore, useSceneFact } from './sceneStore';

interface MarksProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
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
