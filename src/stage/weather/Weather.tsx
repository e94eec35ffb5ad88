import type { TownPlan } from '../plan';
import type { LinkView } from '../sceneTypes';
import { sameFields, type SceneStore, useSceneFact } from '../sceneStore';
import { Amounts } from './Amounts';
import { Fog } from './Fog';
import { Rain } from './Rain';
import { skyOver, type WeatherPartProps } from './sky';
import { StormCloud } from './StormCloud';
import { Wind } from './Wind';

interface WeatherProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
}

/** Over each link what its weather does: rain loses, wind reorders, lightning damages, a double cloud doubles, fog delays. */
export function Weather({ store, plan }: WeatherProps) {
  const links = useSceneFact(
    store,
    (scene) => scene.links,
    (a, b) => a.length === b.length && a.every((link, i) => sameFields(link, b[i]!)),
  );
  return links.map((link, i) => {
    const box = plan.skies[i];
    if (!box) return null;
    return <LinkWeather key={i} id={`sky${i}`} sky={skyOver(box, plan)} {...{ link, store, plan }} />;
  });
}

interface LinkWeatherProps extends Omit<WeatherPartProps, 'amount'> {
  readonly link: LinkView;
}

/** What the weather of one link does, in the sky over it; `id` is unique on the page. */
export function LinkWeather({ id, link, sky, store, plan }: LinkWeatherProps) {
  const isRough = link.loss + link.reorder + link.corrupt + link.duplicate > 0;
  if (!isRough && link.fog === 0) return null;
  return (
    <g data-weather={id}>
      {link.fog > 0 && <Fog id={id} sky={sky} plan={plan} amount={link.fog} store={store} />}
      {link.reorder > 0 && <Wind id={id} sky={sky} plan={plan} amount={link.reorder} store={store} />}
      {link.loss > 0 && <Rain id={id} sky={sky} plan={plan} amount={link.loss} store={store} />}
      {isRough && <StormCloud sky={sky} link={link} />}
      <Amounts sky={sky} link={link} plan={plan} />
    </g>
  );
}
