import type { SceneStore } from '../sceneStore';
import type { LinkView } from '../sceneTypes';
import { LinkWeather } from '../weather/Weather';
import type { MapScene } from './mapScene';
import type { MapPlan } from './mapTypes';

interface MapWeatherProps {
  readonly links: readonly LinkView[];
  readonly store: SceneStore<MapScene>;
  readonly plan: MapPlan;
}

/** Over each road what its weather does. */
export function MapWeather({ links, store, plan }: MapWeatherProps) {
  return plan.roads.map((road, i) => {
    const link = links[road.number];
    return (
      link && (
        <LinkWeather
          key={road.number}
          id={`map${road.number}`}
          sky={plan.skies[i]!}
          {...{ link, store, plan }}
        />
      )
    );
  });
}
