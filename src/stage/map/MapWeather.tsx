import type { SceneStore } from '../sceneStore';
import type { LinkView } from '../sceneTypes';
import type { Sky } from '../weather/sky';
import { LinkWeather } from '../weather/Weather';
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

/** The sky over a road: a cloud above its middle that hides neither, and what falls from it onto the road. */
function skyOver(road: MapRoad, { unit, tier }: MapPlan): Sky {
  const { at } = middleAt(road, road.length / 2);
  const most = tier === 'mark' ? 0.52 : 0.85;
  const size = Math.min(most, Math.max(0.42, road.length / 170)) * unit;
  const y = Math.max(26 * size, at.y - road.width / 2 - (tier === 'mark' ? 46 : 32) * size);
  const top = y + 14 * size;
  const fall = { x: at.x - 46 * size, y: top, width: 92 * size, height: at.y + road.width / 2 - top };
  return { x: at.x, y, size, fall, veil: { ...fall, y: at.y - road.width, height: 2 * road.width } };
}
