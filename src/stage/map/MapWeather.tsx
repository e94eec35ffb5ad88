import type { SceneStore } from '../sceneStore';
import type { LinkView } from '../sceneTypes';
import type { Sky } from '../weather/sky';
import { LinkWeather } from '../weather/Weather';
import { isTooNear } from './keepApart';
import { middleAt } from './mapRoad';
import type { MapScene } from './mapScene';
import type { MapPlan, MapRoad } from './mapTypes';

interface MapWeatherProps {
  readonly links: readonly LinkView[];
  readonly store: SceneStore<MapScene>;
  readonly plan: MapPlan;
}

/** Over the middle of each road what its weather does. */
export function MapWeather({ links, store, plan }: MapWeatherProps) {
  return plan.roads.map((road) => {
    const link = links[road.number];
    return (
      link && (
        <LinkWeather
          key={road.number}
          id={`map${road.number}`}
          sky={skyOver(road, plan)}
          {...{ link, store, plan }}
        />
      )
    );
  });
}

/** Places along a road over which its cloud may hang, from the best. */
const PLACES = [0.5, 0.4, 0.6, 0.3, 0.7] as const;

/** The sky over a road: a cloud over its middle, or where it hides the fewest houses, and what falls from it onto the road. */
function skyOver(road: MapRoad, plan: MapPlan): Sky {
  let best: Sky | null = null;
  let fewest = Infinity;
  for (const place of PLACES) {
    const sky = skyAt(road, place, plan);
    const { small } = plan.font;
    // With the amounts that hang in it.
    const [width, height] = [Math.max(sky.fall.width, 5 * small), Math.max(50 * sky.size, 3.2 * small)];
    const cloud = { x: sky.x - width / 2, y: sky.y - height / 2, width, height };
    const hidden = plan.nodes.filter(({ box }) => isTooNear(box, cloud, 0)).length;
    if (hidden < fewest) [best, fewest] = [sky, hidden];
    if (hidden === 0) break;
  }
  return best!;
}

function skyAt(road: MapRoad, place: number, { unit, tier }: MapPlan): Sky {
  const { at } = middleAt(road, road.length * place);
  const most = tier === 'mark' ? 0.52 : 0.85;
  const size = Math.min(most, Math.max(0.42, road.length / 170)) * unit;
  const y = Math.max(26 * size, at.y - road.width / 2 - (tier === 'mark' ? 46 : 32) * size);
  const top = y + 14 * size;
  const fall = { x: at.x - 46 * size, y: top, width: 92 * size, height: at.y + road.width / 2 - top };
  return { x: at.x, y, size, fall, veil: { ...fall, y: at.y - road.width, height: 2 * road.width } };
}
