import { useTranslation } from 'react-i18next';
import { formatRate, formatTime } from '../ui/format';
import { Cut } from './Cut';
import { rateShare, stretchBox, verges } from './linkRoad';
import { distanceOn, pointOn } from './route';
import { detourAt, detourWidth } from './traffic';
import type { Box, Point, RoadPlan, TownPlan } from './plan';
import type { LinkView } from './sceneTypes';
import { sameFields, type SceneStore, useSceneFact } from './sceneStore';
import { guessWidth } from './textFit';

interface LinkMarksProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
}

/** What each link is: milestones for its delay, verges for its rate, and both in figures. */
export function LinkMarks({ store, plan }: LinkMarksProps) {
  const links = useSceneFact(
    store,
    (scene) => scene.links,
    (a, b) => a.length === b.length && a.every((link, i) => sameFields(link, b[i]!)),
  );
  return plan.roads.flatMap((road) =>
    links.map((link, number) => (
      <Stretch key={`${road.lane}:${number}`} road={road} number={number} link={link} plan={plan} />
    )),
  );
}

interface StretchProps {
  readonly road: RoadPlan;
  readonly number: number;
  readonly link: LinkView;
  readonly plan: TownPlan;
}

function Stretch({ road, number, link, plan }: StretchProps) {
  const { unit } = plan;
  const stretch = stretchBox(road, number, plan);
  const narrow = verges(road, stretch, rateShare(link.rateBps), 4 * unit);
  return (
    <g data-link={number}>
      {link.reorder > 0 && <Detours road={road} number={number} unit={unit} />}
      <path
        d={narrow.join('')}
        fill="var(--verge)"
        stroke="var(--road-line)"
        strokeWidth={1.4 * unit}
        strokeLinejoin="round"
      />
      <Milestones road={road} stretch={stretch} delayNs={link.delayNs} unit={unit} />
      {link.isCut && <Cut road={road} stretch={stretch} plan={plan} />}
      <LinkFigures road={road} number={number} stretch={stretch} link={link} plan={plan} />
    </g>
  );
}

/** On a phone the first stretch's delay stands behind the road's name, as there is no room below that. */
function besideRoad({ box, label }: RoadPlan, number: number, stretch: Box): Point {
  return number === 0
    ? { x: label.x + label.width + 4, y: label.y + label.height / 2 }
    : { x: box.x + box.width + 8, y: stretch.y + stretch.height / 2 };
}

const DETOUR_POINTS = 24;
/** From here on the detour has left the asphalt. */
const OFF_THE_ROAD = 0.55;

/** Where late packets go: a footpath beside each half, there as long as the link reorders. */
function Detours({
  road,
  number,
  unit,
}: {
  readonly road: RoadPlan;
  readonly number: number;
  readonly unit: number;
}) {
  const paths = ([0, 1] as const).map((direction) => {
    const [from, to] = direction === 0 ? [number, number + 1] : [number + 1, number];
    const points = Array.from({ length: DETOUR_POINTS + 1 }, (_, i) => i / DETOUR_POINTS).flatMap(
      (progress) => {
        if (detourAt(progress) < OFF_THE_ROAD) return [];
        const distance = distanceOn(road, { from, to, direction }, progress);
        const aside = detourAt(progress) * detourWidth(road, direction);
        const { x, y } = pointOn(road, direction, distance, aside);
        return [`${x.toFixed(1)} ${y.toFixed(1)}`];
      },
    );
    return `M${points.join('L')}`;
  });
  return (
    <g fill="none" strokeLinecap="round" strokeLinejoin="round">
      <path d={paths.join('')} stroke="var(--path)" strokeOpacity="0.9" strokeWidth={6 * unit} />
      <path
        d={paths.join('')}
        stroke="var(--trunk)"
        strokeWidth={1.6 * unit}
        strokeDasharray={`${1.6 * unit} ${6 * unit}`}
      />
    </g>
  );
}

const STONE_NS = 10_000_000;
const MOST_STONES = 60;

/** One stone at the side of the road for each 10 ms that the link takes. */
function Milestones({
  road,
  stretch,
  delayNs,
  unit,
}: {
  readonly road: RoadPlan;
  readonly stretch: Box;
  readonly delayNs: number;
  readonly unit: number;
}) {
  const count = Math.min(MOST_STONES, Math.floor(delayNs / STONE_NS));
  const stones = Array.from({ length: count }, (_, i) => {
    const part = (i + 0.5) / count;
    return road.axis === 'x'
      ? `M${stretch.x + part * stretch.width - 1.2 * unit} ${road.box.y + road.box.height}v${4.5 * unit}h${2.4 * unit}v${-4.5 * unit}z`
      : `M${road.box.x + road.box.width} ${stretch.y + part * stretch.height - unit}h${3 * unit}v${2 * unit}h${-3 * unit}z`;
  });
  return <path d={stones.join('')} fill="var(--milestone)" />;
}

/** Delay and rate on the road's side, as far as there is room; phones have it for the first road's delay only. */
function LinkFigures({ road, number, stretch, link, plan }: StretchProps & { readonly stretch: Box }) {
  const { t, i18n } = useTranslation();
  const { font, unit } = plan;
  const isWide = road.axis === 'x';
  const delay = formatTime(link.delayNs, i18n.language === 'ko' ? 'ko' : 'en');
  const both = `${delay} · ${link.rateBps > 0 ? formatRate(link.rateBps) : t('stage.noLimit')}`;
  // The road's own name stands at the beginning of its first stretch.
  const name = number === 0 ? guessWidth(t('stage.road', { transport: 'TCP' }), font.small) + 12 * unit : 0;
  const room = isWide ? stretch.width - name - 4 * unit : 60;
  const text = isWide && guessWidth(both, font.small) <= room ? both : delay;
  if (guessWidth(text, font.small) > room || (!isWide && (road.lane > 0 || stretch.height < 24))) return null;
  const place = isWide
    ? { x: stretch.x + name + (stretch.width - name) / 2, y: road.box.y + road.box.height + road.deck * 0.56 }
    : besideRoad(road, number, stretch);
  return (
    <text
      {...place}
      dy="0.36em"
      textAnchor={isWide ? 'middle' : 'start'}
      fontSize={font.small}
      fontWeight={600}
      fill="var(--ink-soft)"
      data-overlap-ok
    >
      {text}
    </text>
  );
}
