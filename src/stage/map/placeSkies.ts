import type { Experiment, LinkId } from '../../experiment/experiment';
import { type Box, clamp, overlapArea, type Sheet } from '../plan';
import { guessWidth } from '../textFit';
import type { Sky } from '../weather/sky';
import { middleAt } from './mapRoad';
import type { MapRoad, Tier } from './mapTypes';
import type { RoadMeasures } from './placeRoads';

/** Places along a road over which its cloud may hang, from the best; higher, and aside, by so many of its own size. */
const PLACES = [0.5, 0.4, 0.6, 0.3, 0.7].flatMap((along) =>
  [0, 0.5, 1, 1.6].flatMap((lift) =>
    [0, 0.5, -0.5, 0.8, -0.8, 1.2, -1.2].map((aside) => ({ along, lift, aside })),
  ),
);
/** To hang an own height higher is as bad as to hide so much of what is there, in parts of the cloud. */
const LIFTED = 0.01;
const ASIDE = 0.015;
const KINDS = ['loss', 'reorder', 'duplicate', 'corrupt'] as const;
/** A cloud of size 1 with what falls from it is so wide and tall, in px. */
const CLOUD = { width: 92, height: 50 };

/** The sky over a road, and all that hangs in it. */
export interface RoadSky extends Sky {
  readonly cloud: Box;
  /** There is bad weather at some time: nothing else may hang there. */
  readonly isRough: boolean;
}

/** The sky over each road, where its weather hides the least of what is `taken` and of each other. */
export function placeSkies(
  experiment: Experiment,
  roads: readonly MapRoad[],
  taken: readonly Box[],
  { sheet, area, tier }: RoadMeasures,
): readonly RoadSky[] {
  const clouds: Box[] = [];
  return roads.map((road) => {
    const kinds = kindsOver(experiment, road.link);
    let [best, least] = [null as RoadSky | null, Infinity];
    for (const place of PLACES) {
      const sky = skyAt(road, place, kinds, sheet, area, tier);
      const hidden = [...taken, ...clouds].reduce((sum, box) => sum + overlapArea(sky.cloud, box), 0);
      const share = hidden / (sky.cloud.width * sky.cloud.height);
      const cost = share + LIFTED * place.lift + ASIDE * Math.abs(place.aside);
      if (cost < least) [best, least] = [sky, cost];
    }
    if (best!.isRough) clouds.push(best!.cloud);
    return best!;
  });
}

/** So many kinds of bad weather hang over a link at once at most, now or after a command. */
function kindsOver({ town, commands }: Experiment, link: LinkId): number {
  const weathers = [
    ...town.links.filter(({ id }) => id === link).map(({ weather }) => weather),
    ...commands.flatMap((command) =>
      command.kind === 'setWeather' && command.link === link ? [command.weather] : [],
    ),
  ];
  return Math.max(0, ...weathers.map((weather) => KINDS.filter((kind) => weather[kind] > 0).length));
}

function skyAt(
  road: MapRoad,
  { along, lift, aside }: (typeof PLACES)[number],
  kinds: number,
  { unit, font }: Sheet,
  area: Box,
  tier: Tier,
): RoadSky {
  const { at } = middleAt(road, road.length * along);
  const most = tier === 'mark' ? 0.52 : 0.85;
  const size = Math.min(most, Math.max(0.42, road.length / 170)) * unit;
  // Its amounts hang in it as tags, in two columns where the cloud is wide enough.
  const tag = guessWidth('100%', font.small) + 2.4 * font.small;
  const rows = Math.ceil(kinds / (kinds > 1 && CLOUD.width * size > 2 * tag ? 2 : 1));
  const width = Math.max(CLOUD.width * size, tag);
  const height = Math.max(CLOUD.height * size, rows * (1.4 * font.small + 2));
  const x = clamp(at.x + aside * width, area.x + width / 2, area.x + area.width - width / 2);
  const usual = at.y - road.width / 2 - (tier === 'mark' ? 46 : 32) * size;
  // Higher up the tools lie.
  const y = Math.max(area.y + height / 2, usual - lift * height);
  const [top, bottom] = [y + 14 * size, at.y + road.width / 2];
  const fall = { x: x - (CLOUD.width * size) / 2, y: top, width: CLOUD.width * size, height: bottom - top };
  return {
    x,
    y,
    size,
    fall,
    cloud: { x: x - width / 2, y: y - height / 2 - 2 * size, width, height },
    veil: { ...fall, y: at.y - road.width, height: 2 * road.width },
    isRough: kinds > 0,
  };
}
