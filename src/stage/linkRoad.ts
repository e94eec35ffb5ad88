import type { Box, RoadPlan, TownPlan } from './plan';

/** Below the first rate a road is as narrow as it gets, from the second on nothing narrows it. */
const NARROWEST_LOG_RATE = 3;
const WIDEST_LOG_RATE = 8;
/** The most of a half that works take away, as a part of its width. */
const MOST_CLOSED = 0.5;

/** How much of the full width a rate leaves, from 0 to 1: tenfold rates are equal steps. 0 bit/s is no limit. */
export function rateShare(rateBps: number): number {
  if (rateBps <= 0) return 1;
  const share = (Math.log10(rateBps) - NARROWEST_LOG_RATE) / (WIDEST_LOG_RATE - NARROWEST_LOG_RATE);
  return Math.min(1, Math.max(0, share));
}

/** The piece of a road that stands for link number `link`: between the machines at its ends. */
export function stretchBox({ box, axis }: RoadPlan, link: number, { skies }: TownPlan): Box {
  const sky = skies[link];
  if (!sky) return { ...box, width: 0, height: 0 };
  return axis === 'x'
    ? { x: sky.x, y: box.y, width: sky.width, height: box.height }
    : { x: box.x, y: sky.y, width: box.width, height: sky.height };
}

/** What a slow link takes from both edges of its road: the verges, tapered at their ends. */
export function verges(road: RoadPlan, stretch: Box, share: number, kerb: number): readonly string[] {
  const { box, axis, halfWidths, halves } = road;
  const [out, back] = halfWidths.map((width) => width * MOST_CLOSED * (1 - share));
  if (out === undefined || back === undefined || share >= 1) return [];
  const isDataBelow = halves[0] > halves[1];
  const [first, second] = isDataBelow ? [back, out] : [out, back];
  const { x, y, width, height } = stretch;
  if (axis === 'x') {
    const top = box.y + kerb;
    const bottom = box.y + box.height - kerb;
    return [
      `M${x} ${top}l${first} ${first}H${x + width - first}l${first} ${-first}z`,
      `M${x} ${bottom}l${second} ${-second}H${x + width - second}l${second} ${second}z`,
    ];
  }
  const left = box.x + kerb;
  const right = box.x + box.width - kerb;
  return [
    `M${left} ${y}l${first} ${first}V${y + height - first}l${-first} ${first}z`,
    `M${right} ${y}l${-second} ${second}V${y + height - second}l${second} ${second}z`,
  ];
}
