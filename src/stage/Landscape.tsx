import { memo } from 'react';
import type { TownPlan } from './plan';
import { Cloud, Lamp, Tree } from './Scenery';

/** Sky, clouds, the far town, hills and lawn: everything behind the roads. */
export function Landscape({ plan }: { readonly plan: TownPlan }) {
  const { width, height, groundY, unit, shape } = plan;
  return (
    <g>
      <defs>
        <linearGradient id="stage-sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--sky-top)" />
          <stop offset="0.85" stopColor="var(--sky-bottom)" />
        </linearGradient>
        <linearGradient id="stage-mist" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--sky-bottom)" stopOpacity="0" />
          <stop offset="1" stopColor="var(--sky-bottom)" stopOpacity="0.85" />
        </linearGradient>
      </defs>
      <rect width={width} height={height} fill="url(#stage-sky)" />
      <Stars plan={plan} />
      <Sun x={width * 0.4} y={height * (shape === 'wide' ? 0.15 : 0.5)} radius={30 * unit} />
      <Clouds plan={plan} />
      <Skyline plan={plan} layer={1} />
      <Skyline plan={plan} layer={2} />
      <rect y={groundY - height * 0.3} width={width} height={height * 0.3} fill="url(#stage-mist)" />
      <Hills plan={plan} />
      {shape === 'wide' && <Grove plan={plan} />}
    </g>
  );
}

/** By night: a fixed sky full of stars, in the colour of nothing by day. */
function Stars({ plan }: { readonly plan: TownPlan }) {
  const { width, height, unit } = plan;
  const stars = Array.from({ length: 60 }, (_, i) => {
    // The golden ratio spreads points evenly without a pattern.
    const x = ((i * 0.618034) % 1) * width;
    const y = ((i * 0.414214 + 0.13) % 1) * height * 0.55;
    const radius = (0.6 + ((i * 7) % 5) * 0.22) * unit;
    return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
  });
  return <path d={stars.join('')} fill="var(--star)" />;
}

/** By night the moon, with the marks on its face. */
function Sun({ x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number }) {
  return (
    <g>
      <circle cx={x} cy={y} r={radius * 1.9} fill="var(--sun-far)" opacity="0.5" />
      <circle cx={x} cy={y} r={radius * 1.4} fill="var(--sun-far)" />
      <circle cx={x} cy={y} r={radius} fill="var(--sun)" />
      <g fill="var(--crater)">
        <circle cx={x - radius * 0.3} cy={y - radius * 0.25} r={radius * 0.22} />
        <circle cx={x + radius * 0.35} cy={y + radius * 0.2} r={radius * 0.3} />
        <circle cx={x - radius * 0.15} cy={y + radius * 0.5} r={radius * 0.14} />
      </g>
    </g>
  );
}

/** Places across the stage (0–1), heights and sizes of the clouds. */
const WIDE_CLOUDS = [
  [0.3, 0.1, 1],
  [0.49, 0.055, 0.7],
  [0.93, 0.05, 0.6],
  [0.04, 0.03, 0.7],
] as const;
const PORTRAIT_CLOUDS = [
  [0.1, 0.02, 0.6],
  [0.86, 0.03, 0.7],
  [0.5, 0.36, 0.6],
] as const;

function Clouds({ plan }: { readonly plan: TownPlan }) {
  const { width, height, unit, shape } = plan;
  return (shape === 'wide' ? WIDE_CLOUDS : PORTRAIT_CLOUDS).map(([x, y, size]) => (
    <Cloud key={x} x={x * width} y={y * height + 24 * unit} size={size * unit} />
  ));
}

/** Heights of houses in the far town, as parts of the layer's height; a fixed skyline, wide enough for any stage. */
const ROOFS = [5, 8, 6, 10, 4, 7, 9, 5, 3, 8, 6, 10, 7, 4, 9, 6, 8, 3, 7, 10, 5, 9, 6, 8] as const;

function Skyline({ plan, layer }: { readonly plan: TownPlan; readonly layer: 1 | 2 }) {
  const { width, height, groundY, unit, shape } = plan;
  const step = (layer === 1 ? 46 : 58) * unit;
  const tallest = height * (shape === 'wide' ? (layer === 1 ? 0.64 : 0.42) : 0.2);
  const count = Math.ceil(width / step) + 1;
  return (
    <g fill={`var(--far-${layer})`}>
      {Array.from({ length: count }, (_, i) => {
        const part = ROOFS[(i * (layer === 1 ? 1 : 5) + layer * 3) % ROOFS.length]! / 10;
        const houseHeight = tallest * (0.35 + 0.65 * part);
        const box = {
          x: i * step - (layer === 2 ? step / 2 : 0),
          y: groundY - houseHeight,
          width: step * 0.88,
        };
        return <FarHouse key={i} {...box} bottom={groundY} look={(i + layer) % 4} unit={unit} />;
      })}
    </g>
  );
}

interface FarHouseProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly bottom: number;
  readonly look: number;
  readonly unit: number;
}

/** The same for every run on a stage of this size. */
const FarHouse = memo(function FarHouse({ x, y, width, bottom, look, unit }: FarHouseProps) {
  const columns = 3;
  const rows = Math.min(9, Math.floor((bottom - y) / (20 * unit)));
  const pane = width / 7;
  const dots: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      // Some windows stay dark: a fixed pattern, the same at every look.
      if ((row * 5 + column * 3 + look) % 4 === 0) continue;
      const paneX = x + pane + column * pane * 2;
      dots.push(`M${paneX} ${y + (14 + row * 20) * unit}h${pane}v${8 * unit}h${-pane}z`);
    }
  }
  const roof = look === 1 ? `M${x} ${y}l${width / 2} ${-width * 0.34}l${width / 2} ${width * 0.34}z` : '';
  const mast =
    look === 3 ? `M${x + width * 0.46} ${y - 26 * unit}h${3 * unit}v${26 * unit}h${-3 * unit}z` : '';
  return (
    <g>
      <path d={`M${x} ${y}h${width}V${bottom}h${-width}z${roof}${mast}`} />
      <path d={dots.join('')} fill="var(--far-window)" opacity="0.75" />
    </g>
  );
});

function Hills({ plan }: { readonly plan: TownPlan }) {
  const { width, height, groundY, unit } = plan;
  const low = groundY - 26 * unit;
  return (
    <g>
      <path
        d={`M0 ${low} C${width * 0.2} ${low - 46 * unit} ${width * 0.34} ${low - 18 * unit} ${width * 0.5} ${low}
            S${width * 0.8} ${low - 56 * unit} ${width} ${low - 12 * unit} V${height} H0z`}
        fill="var(--hill-1)"
      />
      <path
        d={`M0 ${groundY - 4 * unit} C${width * 0.16} ${groundY - 30 * unit} ${width * 0.3} ${groundY - 24 * unit}
            ${width * 0.46} ${groundY - 8 * unit} S${width * 0.84} ${groundY - 26 * unit} ${width} ${groundY}
            V${height} H0z`}
        fill="var(--hill-2)"
      />
      <rect y={groundY} width={width} height={height - groundY} fill="var(--lawn)" />
      <rect y={groundY} width={width} height={3 * unit} fill="var(--lawn-edge)" opacity="0.7" />
    </g>
  );
}

/** Trees and lamps on the ground below the roads, between the offices. */
function Grove({ plan }: { readonly plan: TownPlan }) {
  const { groundY, unit, client, server, offices } = plan;
  const low = Math.max(...plan.roads.map(({ box }) => box.y + box.height), 0) + 14 * unit;
  const room = (groundY - low) / unit;
  const scale = Math.min(1.15, room / 118);
  if (scale < 0.3) return null;
  const edges = [
    client.body.x + client.body.width,
    ...offices.flatMap(({ body }) => [body.x, body.x + body.width]),
    server.body.x,
  ];
  const size = scale * unit;
  return (
    <g>
      {edges.map((edge, i) => {
        if (i % 2 === 1) return null;
        const gap = (edges[i + 1] ?? edge) - edge;
        const at = (part: number): number => edge + gap * part;
        return (
          <g key={i}>
            <Tree x={at(0.27)} y={groundY + 2 * unit} size={size} look={i / 2} />
            {gap > 120 * unit && (
              <Tree x={at(0.52)} y={groundY + 5 * unit} size={size * 0.7} look={i / 2 + 1} />
            )}
            <Lamp x={at(0.78)} y={groundY + 3 * unit} size={size} />
          </g>
        );
      })}
    </g>
  );
}
