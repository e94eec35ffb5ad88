import { useLayoutEffect, useRef } from 'react';
import type { Box, TownPlan } from './plan';
import type { WeatherView } from './sceneTypes';
import { sameFields, type SceneStore, useSceneFact } from './sceneStore';

interface WeatherProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
}

const CALM: WeatherView = { loss: 0, reorder: 0, duplicate: 0, corrupt: 0, fog: 0 };

/** What falls on the stormy stretch: rain loses, wind reorders, lightning damages, a double cloud doubles, fog delays. */
export function Weather({ store, plan }: WeatherProps) {
  const weather = useSceneFact(store, (scene) => scene.weather ?? CALM, sameFields);
  const box = plan.storm;
  if (!box) return null;
  return (
    <g>
      {weather.fog > 0 && <Fog box={box} plan={plan} amount={weather.fog} />}
      {weather.reorder > 0 && <Wind box={box} plan={plan} amount={weather.reorder} />}
      {weather.loss > 0 && <Rain box={box} plan={plan} amount={weather.loss} store={store} />}
      {weather.corrupt > 0 && <Lightning box={box} plan={plan} amount={weather.corrupt} />}
      <StormCloud box={box} plan={plan} weather={weather} />
    </g>
  );
}

interface PartProps {
  readonly box: Box;
  readonly plan: TownPlan;
  readonly amount: number;
}

function cloudPlace(box: Box, plan: TownPlan): { x: number; y: number; size: number } {
  const roof = plan.roads[0]?.box.y ?? 0;
  const isWide = plan.shape === 'wide';
  return {
    x: box.x + box.width / 2,
    y: isWide ? Math.max(46 * plan.unit, roof * 0.42) : box.y + box.height / 2,
    size: isWide ? Math.min(1.7 * plan.unit, box.width / 108) : 0.62,
  };
}

function StormCloud({
  box,
  plan,
  weather,
}: {
  readonly box: Box;
  readonly plan: TownPlan;
  readonly weather: WeatherView;
}) {
  const { x, y, size } = cloudPlace(box, plan);
  if (weather.loss + weather.reorder + weather.corrupt + weather.duplicate === 0) return null;
  const shape = 'M-52 12a16 16 0 0 1 10-30a26 26 0 0 1 46-8a20 20 0 0 1 36 8a15 15 0 0 1 8 30z';
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      {weather.duplicate > 0 && (
        <path
          d={shape}
          fill="var(--cloud-under)"
          stroke="var(--storm-under)"
          strokeWidth="1.5"
          strokeDasharray="5 4"
          transform="translate(12 -9)"
        />
      )}
      <path d={shape} fill="var(--storm-under)" transform="translate(3 5)" />
      <path d={shape} fill="var(--storm-cloud)" />
      <path
        d="M-34 -12a18 18 0 0 1 30 -10"
        fill="none"
        stroke="var(--cloud)"
        strokeOpacity="0.5"
        strokeWidth="4"
        strokeLinecap="round"
      />
    </g>
  );
}

const DROP_ROWS = 9;
/** Rain falls one row in so much virtual time: in slow motion it hangs in the air. */
const ROW_NS = 260_000_000;

function Rain({ box, plan, amount, store }: PartProps & { readonly store: SceneStore }) {
  const group = useRef<SVGGElement>(null);
  const { y, size } = cloudPlace(box, plan);
  const top = y + 14 * size;
  const bottom = plan.shape === 'wide' ? plan.groundY : box.y + box.height;
  const step = plan.shape === 'wide' ? (bottom - top) / DROP_ROWS : 26;
  useLayoutEffect(() => {
    const write = (): void => {
      const fallen = (store.get().timeNs / ROW_NS) % 1;
      group.current?.setAttribute(
        'transform',
        `translate(${(-fallen * step * 0.22).toFixed(2)} ${(fallen * step).toFixed(2)})`,
      );
    };
    write();
    return store.subscribe(write);
  }, [store, step]);
  return (
    <g>
      <clipPath id="stage-rain">
        <rect x={box.x} y={top} width={box.width} height={bottom - top} />
      </clipPath>
      <g clipPath="url(#stage-rain)">
        <g ref={group}>
          <path
            d={rainPath(box, top, bottom, step, amount)}
            stroke="var(--rain)"
            strokeWidth={2.2 * plan.unit}
            strokeOpacity="0.75"
            strokeLinecap="round"
          />
        </g>
      </g>
    </g>
  );
}

/** Slanted strokes in rows, the more the heavier; each row is like the one above, so that falling by one row looks the same. */
function rainPath(box: Box, top: number, bottom: number, step: number, amount: number): string {
  const columns = Math.round(3 + Math.min(1, amount * 1.6) * 9);
  const gap = box.width / columns;
  const length = step * 0.34;
  const strokes: string[] = [];
  for (let y = top - step; y < bottom + step; y += step) {
    for (let column = 0; column <= columns; column += 1) {
      const shift = (column * 0.382) % 1;
      strokes.push(
        `M${(box.x + column * gap + gap * 0.4).toFixed(1)} ${(y + shift * step).toFixed(1)}l${(-length * 0.22).toFixed(1)} ${length.toFixed(1)}`,
      );
    }
  }
  return strokes.join('');
}

function Wind({ box, plan, amount }: PartProps) {
  const { unit } = plan;
  const { y } = cloudPlace(box, plan);
  const gusts = amount > 0.5 ? 3 : 2;
  const width = Math.min(90 * unit, box.width * 0.8);
  return Array.from({ length: gusts }, (_, i) => {
    const left = box.x + (box.width - width) / 2 + (i % 2) * 12 * unit - 6 * unit;
    const top = (plan.shape === 'wide' ? y + 46 * unit : box.y + 36) + i * 13 * unit;
    return (
      <path
        key={i}
        d={`M${left} ${top}h${width * 0.7}a${7 * unit} ${7 * unit} 0 1 0 ${-7 * unit} ${-7 * unit}`}
        fill="none"
        stroke="var(--cloud)"
        strokeWidth={3.2 * unit}
        strokeLinecap="round"
        opacity="0.95"
      />
    );
  });
}

function Lightning({ box, plan }: PartProps) {
  const { x, y, size } = cloudPlace(box, plan);
  return (
    <path
      d="M-4 10L-14 32H-5L-10 52L10 26H1L8 10z"
      transform={`translate(${x + 22 * size} ${y}) scale(${size})`}
      fill="#f0e442"
      stroke="#17233b"
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
  );
}

/** A soft veil over the stretch, thicker the longer the delay. */
function Fog({ box, plan, amount }: PartProps) {
  const isWide = plan.shape === 'wide';
  const top = isWide ? (plan.roads[0]?.box.y ?? 0) - 30 * plan.unit : box.y;
  const height = (isWide ? plan.groundY : box.y + box.height) - top;
  return (
    <g opacity={0.25 + 0.6 * amount}>
      <linearGradient id="stage-fog" x1="0" y1="0" x2={isWide ? 1 : 0} y2={isWide ? 0 : 1}>
        <stop offset="0" stopColor="var(--cloud)" stopOpacity="0" />
        <stop offset="0.3" stopColor="var(--cloud)" />
        <stop offset="0.7" stopColor="var(--cloud)" />
        <stop offset="1" stopColor="var(--cloud)" stopOpacity="0" />
      </linearGradient>
      <rect x={box.x} y={top} width={box.width} height={height} fill="url(#stage-fog)" />
    </g>
  );
}
