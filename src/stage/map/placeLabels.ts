import type { Experiment } from '../../experiment/experiment';
import { edgeTowards } from '../noteSpot';
import { type Box, clamp, isIn, type Point } from '../plan';
import { guessWidth } from '../textFit';
import { figureWidths } from './figureWidths';
import { isTooNear } from './keepApart';
import { isNearBox, middleAt } from './mapRoad';
import type { MapPlan, MapRoad, RoadLabel } from './mapTypes';

/** Where figures may stand, and what is there already. */
export interface Ground {
  readonly area: Box;
  readonly roads: readonly MapRoad[];
  /** Houses, signs, clouds: nothing else may lie there. */
  readonly taken: readonly Box[];
  /** Size of the writing and of a unit, in px. */
  readonly font: number;
  readonly unit: number;
}

/** Places along a road where its figures may stand, from the best. */
const PLACES = [0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8] as const;
/** How far from the kerb a plate stands, in heights of itself: the far ones are for where roads lie close together. */
const REACHES = [0.3, 0.7, 1.2, 1.9, 2.8, 4] as const;
/** Up to here a plate stands beside its road; farther away it needs more ground around it to be seen as one that points there. */
const BESIDE = REACHES[0];
/** A kerb's own width, in units. */
const KERB = 3;

/** Gives each road its figures where nothing else is: those first that have the fewest places to stand. */
export function placeLabels(experiment: Experiment, ground: Ground): ReadonlyMap<number, RoadLabel> {
  const labels = new Map<number, RoadLabel>();
  const taken = [...ground.taken];
  const now: Ground = { ...ground, taken };
  const wishes = ground.roads.map((road) => {
    const link = experiment.town.links.find(({ id }) => id === road.link)!;
    const { both, delay } = figureWidths(link, experiment.commands, ground.font);
    const choices = [...placesFor(road, 'both', both, ground), ...placesFor(road, 'delay', delay, ground)];
    const near = choices.filter((choice) => choice.isBeside && isFree(choice, road, ground)).length;
    return { road, choices, near };
  });
  // Who has little choice chooses first.
  for (const { road, choices } of wishes.toSorted((a, b) => a.near - b.near)) {
    const label = choices.find((choice) => isFree(choice, road, now));
    if (!label) continue;
    labels.set(road.number, label);
    taken.push(label, ...poleBoxes(label));
  }
  return labels;
}

/** The places for a plate on either side of a road, from the best: near before far, in the middle before the ends. */
function placesFor(
  road: MapRoad,
  says: RoadLabel['says'],
  text: number,
  { font, unit }: Ground,
): readonly RoadLabel[] {
  const size = { width: text + font * 0.9, height: font * 1.45 };
  return REACHES.flatMap((reach) =>
    PLACES.flatMap((place) => [1, -1].map((side) => plateAt(road, { place, side, reach }, says, size, unit))),
  );
}

/** The plate of a road that was chosen: whole and over its middle, whatever lies there. */
export function plateOver(road: MapRoad, text: string, plan: MapPlan): RoadLabel {
  const { label } = road;
  if (label?.says === 'both') return label;
  const { font, unit, scale, width: stage } = plan;
  const { at } = middleAt(road, road.length / 2);
  const [width, height] = [guessWidth(text, font.small) + font.small * 0.9, font.small * 1.45];
  const x = clamp(at.x - width / 2, 0, Math.max(0, stage - width));
  const kerb = at.y - road.width / 2 - KERB * unit * scale;
  const y = Math.max(0, kerb - height * 1.3);
  return { x, y, width, height, says: 'both', tip: { x: at.x, y: Math.max(kerb, y) }, isBeside: true };
}

interface PlateSpot {
  readonly place: number;
  readonly side: number;
  readonly reach: number;
}

function plateAt(
  road: MapRoad,
  { place, side, reach }: PlateSpot,
  says: RoadLabel['says'],
  { width, height }: Pick<Box, 'width' | 'height'>,
  unit: number,
): RoadLabel {
  const { at, dx, dy } = middleAt(road, road.length * place);
  // Below or right of the road at first.
  const flip = side * (dx > 0 || (dx === 0 && dy < 0) ? 1 : -1);
  const normal = { x: -dy * flip, y: dx * flip };
  const kerb = road.width / 2 + KERB * unit;
  const away = kerb + reach * height + (Math.abs(normal.x) * width + Math.abs(normal.y) * height) / 2;
  const middle = { x: at.x + normal.x * away, y: at.y + normal.y * away };
  // Beside a steep road the plate's near corner points at it, along a level one its middle.
  const corner = {
    x: middle.x - clamp(2 * normal.x, -1, 1) * (width / 2),
    y: middle.y - Math.sign(normal.y) * (height / 2),
  };
  const along = road.length * place + (corner.x - at.x) * dx + (corner.y - at.y) * dy;
  const isStraight = road.points.length === 2 && along > 0 && along < road.length;
  const foot = isStraight ? middleAt(road, along).at : at;
  const onKerb = kerb - unit;
  return {
    x: middle.x - width / 2,
    y: middle.y - height / 2,
    width,
    height,
    says,
    tip: { x: foot.x + normal.x * onKerb, y: foot.y + normal.y * onKerb },
    isBeside: reach === BESIDE,
  };
}

/** Whether a plate hides nothing, and what points from it at its road leads over nothing else. */
function isFree(label: RoadLabel, own: MapRoad, { area, roads, taken, unit }: Ground): boolean {
  if (!isInside(label, area) || taken.some((other) => isTooNear(label, other, 3))) return false;
  const poles = poleBoxes(label);
  if (taken.some((other) => poles.some((pole) => isTooNear(pole, other, 0)))) return false;
  return roads.every((road) => {
    const kerb = road.width / 2 + KERB * unit;
    if (road === own) return !isNearBox(road.points, label, kerb);
    // Nearer to its own road than to any other, or it would be taken for that one's.
    const room = kerb + (label.isBeside ? 0.6 : 0.2) * label.height;
    return !isNearBox(road.points, label, room) && poles.every((pole) => !isNearBox(road.points, pole, kerb));
  });
}

/** Small boxes along the pole from a plate to its road, but for the last one at the kerb. */
function poleBoxes(label: RoadLabel): readonly Box[] {
  const foot = edgeTowards(label, label.tip);
  const [dx, dy] = [label.tip.x - foot.x, label.tip.y - foot.y];
  const pieces = Math.floor(Math.hypot(dx, dy) / POLE_PIECE);
  return Array.from({ length: pieces }, (_, i) => {
    const part = (i + 0.5) / (pieces + 0.5);
    return { x: foot.x + dx * part - 1.5, y: foot.y + dy * part - 1.5, width: 3, height: 3 };
  });
}

const POLE_PIECE = 7;

function isInside(box: Box, area: Box): boolean {
  const end: Point = { x: box.x + box.width, y: box.y + box.height };
  return isIn(area, box) && isIn(area, end);
}
