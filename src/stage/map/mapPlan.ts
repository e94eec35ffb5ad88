import type { Experiment, NodeId, Town } from '../../experiment/experiment';
import { MAP_HEIGHT, MAP_WIDTH, type Spot } from '../../experiment/spot';
import { spotsFor } from '../../experiment/spotsFor';
import type { Size } from '../../ui/useSize';
import { type Box, clamp, type Point, type Sheet } from '../plan';
import { areApart, inArea, inColumns, moved, pushApart } from './keepApart';
import type { MapPlan, NodeFacts, NodePlan, Tier } from './mapTypes';
import { type NodeShape, measureNode } from './measureNode';
import { isServing, programsOf } from './programs';
import { placeRoads } from './placeRoads';
import { placeSigns } from './placeSigns';

/** The size for which lengths are given, in px. */
const DESIGN: Size = { width: 1000, height: 560 };
const SMALLEST_TEXT = 13;
/** Of tools for a mouse or a finger on a page of usual size, in px. */
const USUAL_STRIP = 56;
const MARGIN = 10;
/** A stage so much higher than wide shows the map turned: what lies left there lies above here. */
const TURNED = 1.08;
/** Boxes may take so much of the area, or no road could be seen between them. */
const MOST_BUILT = 0.46;

/** From the most that can be shown of a building to the least, how large, and whether with its address. */
const TIERS: readonly (readonly [Tier, number, boolean])[] = [
  ['rooms', 1.5, true],
  ['rooms', 1.25, true],
  ['rooms', 1, true],
  ['front', 1.1, true],
  ['front', 0.9, true],
  ['mark', 1.3, true],
  ['mark', 1.1, true],
  ['mark', 0.95, true],
  ['mark', 1.3, false],
  ['mark', 1.1, false],
  ['mark', 0.95, false],
  ['mark', 0.8, false],
];

/** Where everything of a town stands on a stage of that size. */
export function mapPlan(
  experiment: Experiment,
  spots: Spots | null,
  size: Size,
  options: MapOptions,
): MapPlan {
  const facts = nodeFacts(experiment);
  const sheet = sheetFor(size, options);
  const area = areaOf(size, options.toolStrip ?? USUAL_STRIP);
  const wanted = spotsOn(experiment.town, spots, size, options.keepsFrame);
  const { tier, scale, hasSigns, shapes, points, frame } = placeNodes(
    facts,
    wanted,
    sheet,
    area,
    options.keepsFrame,
  );
  const nodes = facts.map((node, number) => placeNode(node, number, shapes[number]!, points[number]!));
  const unit = sheet.unit * scale;
  const measures = { tier, unit, sheet, area };
  const roads = placeRoads(experiment.town, nodes, measures);
  const signs = placeSigns(experiment, nodes, roads, measures);
  return { ...sheet, ...cardsFor(sheet, tier), tier, scale, hasSigns, nodes, ...signs, area, frame };
}

/** Where the hosts and routers of a town stand, in map units. */
export type Spots = Readonly<Record<NodeId, Spot>>;

interface MapOptions {
  /** Writing is at least so many px tall. */
  readonly leastText: number;
  /** Height of the strip at the top that the tools take, in px. */
  readonly toolStrip?: number;
  readonly lens: Sheet['lens'];
  /** The whole map is shown and nothing stretched: who builds moves one house and no other. */
  readonly keepsFrame: boolean;
}

/** What of each node decides how it is drawn: hosts, then routers. */
function nodeFacts(experiment: Experiment): readonly NodeFacts[] {
  const { hosts, routers } = experiment.town;
  return [
    ...hosts.map(({ id, address }): NodeFacts => {
      const programs = programsOf(experiment, id);
      return { kind: 'host', id, address, programs, serves: isServing(programs), isNat: false };
    }),
    ...routers.map((router): NodeFacts => ({
      kind: 'router',
      id: router.id,
      address: router.address,
      programs: [],
      serves: false,
      isNat: 'nat' in router && router.nat !== undefined,
    })),
  ];
}

function sheetFor(size: Size, { leastText, lens }: MapOptions): Sheet {
  const reading = Math.min(size.width / DESIGN.width, (1.16 * size.height) / DESIGN.height);
  const small = Math.max(leastText, clamp(12.6 * reading, SMALLEST_TEXT, 18));
  return {
    ...size,
    shape: isTurned(size) ? 'portrait' : 'wide',
    lens,
    unit: clamp(Math.min(size.width / DESIGN.width, size.height / DESIGN.height), 0.8, 1.6),
    font: { small, medium: small * 1.12, large: small * 1.36 },
    card: { data: size, short: size, stub: size, dot: 0 },
    stamps: 0,
    scars: 14,
  };
}

/** Cards on the map are small: what does not fit is said when a packet is chosen. */
function cardsFor({ unit, font: { small } }: Sheet, tier: Tier): Pick<Sheet, 'card' | 'stamps'> {
  const isMark = tier === 'mark';
  return {
    stamps: isMark ? 0 : 6,
    card: {
      data: { width: small * 4.6, height: small * 1.75 },
      short: { width: small * 1.95, height: small * 1.6 },
      stub: { width: small * 4.4, height: small * 1.5 },
      dot: (isMark ? 9 : 12) * unit,
    },
  };
}

function isTurned({ width, height }: Size): boolean {
  return height > width * TURNED;
}

function areaOf({ width, height }: Size, tools: number): Box {
  return {
    x: MARGIN,
    y: tools,
    width: width - 2 * MARGIN,
    height: height - tools - MARGIN,
  };
}

/** Where each node would be, as parts of the area: hosts, then routers. */
function spotsOn(town: Town, spots: Spots | null, size: Size, keepsFrame: boolean): readonly Point[] {
  const nodes = [...town.hosts, ...town.routers];
  const isWhole = nodes.every(({ id }) => spots?.[id] !== undefined);
  const usual = isWhole ? null : spotsFor(town);
  const own = nodes.map(({ id }) => spots?.[id] ?? usual!.get(id)!);
  const across = span(
    own.map(({ x }) => x),
    MAP_WIDTH,
    keepsFrame,
  );
  const down = span(
    own.map(({ y }) => y),
    MAP_HEIGHT,
    keepsFrame,
  );
  const placed = own.map((spot: Spot) => ({ x: across(spot.x), y: down(spot.y) }));
  return isTurned(size) ? placed.map(({ x, y }) => ({ x: y, y: x })) : placed;
}

function span(values: readonly number[], size: number, keepsFrame: boolean): (value: number) => number {
  const low = Math.min(...values);
  const range = Math.max(...values) - low;
  if (keepsFrame) return (value) => value / size;
  // A town in one row stays one, in the middle.
  return range < size * 0.02 ? () => 0.5 : (value) => (value - low) / range;
}

interface Placed {
  readonly tier: Tier;
  readonly scale: number;
  readonly hasSigns: boolean;
  readonly shapes: readonly NodeShape[];
  readonly points: readonly Point[];
  readonly frame: Box;
}

/**
 * As much of each building as there is room for at all of them, moved apart as little as it takes; or, while somebody
 * builds, as much as leaves each where it was put, if there is that.
 */
function placeNodes(
  facts: readonly NodeFacts[],
  wanted: readonly Point[],
  sheet: Sheet,
  area: Box,
  leavesInPlace: boolean,
): Placed {
  const placed = leavesInPlace ? placedIn(facts, wanted, sheet, area, () => null) : null;
  return (
    placed ?? placedIn(facts, wanted, sheet, area, pushApart) ?? placedInColumns(facts, wanted, sheet, area)
  );
}

/** In the first tier in which no two are too near, if `apart` moves them so far; null: in none. */
function placedIn(
  facts: readonly NodeFacts[],
  wanted: readonly Point[],
  { unit, font }: Sheet,
  area: Box,
  apart: (...spots: Parameters<typeof pushApart>) => readonly Point[] | null,
): Placed | null {
  for (const [tier, scale, hasSigns] of TIERS) {
    const measures = { tier, hasSigns, unit: unit * scale, font: font.small };
    const shapes = facts.map((node) => measureNode(node, measures));
    const boxes = shapes.map(({ box }) => box);
    const gap = (tier === 'mark' ? 10 : 30) * unit;
    if (builtPart(boxes, area, gap) > (tier === 'mark' ? 1.35 : 1) * MOST_BUILT) continue;
    const frame = frameIn(area, boxes);
    const points = wanted.map((spot, i) => inArea(pointIn(frame, spot), boxes[i]!, area));
    if (areApart(points, boxes, gap)) return { tier, scale, hasSigns, shapes, points, frame };
    const pushed = apart(points, boxes, area, gap);
    if (pushed) return { tier, scale, hasSigns, shapes, points: pushed, frame };
  }
  return null;
}

function placedInColumns(
  facts: readonly NodeFacts[],
  wanted: readonly Point[],
  { unit }: Sheet,
  area: Box,
): Placed {
  const [tier, scale, hasSigns] = TIERS.at(-1)!;
  const measures = { tier, hasSigns, unit: unit * scale, font: SMALLEST_TEXT };
  const shapes = facts.map((node) => measureNode(node, measures));
  const boxes = shapes.map(({ box }) => box);
  const frame = frameIn(area, boxes);
  const points = wanted.map((spot) => pointIn(frame, spot));
  return { tier, scale, hasSigns, shapes, points: inColumns(points, boxes, area), frame };
}

function builtPart(boxes: readonly Box[], area: Box, gap: number): number {
  const built = boxes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  return built / (area.width * area.height);
}

/** Such that the largest of the boxes still lies in the area at its edge. */
function frameIn(area: Box, boxes: readonly Box[]): Box {
  const left = Math.max(0, ...boxes.map((box) => -box.x));
  const right = Math.max(0, ...boxes.map((box) => box.x + box.width));
  const top = Math.max(0, ...boxes.map((box) => -box.y));
  const bottom = Math.max(0, ...boxes.map((box) => box.y + box.height));
  return {
    x: area.x + left,
    y: area.y + top,
    width: Math.max(1, area.width - left - right),
    height: Math.max(1, area.height - top - bottom),
  };
}

function pointIn(frame: Box, { x, y }: Point): Point {
  return { x: frame.x + x * frame.width, y: frame.y + y * frame.height };
}

function placeNode(node: NodeFacts, number: number, shape: NodeShape, at: Point): NodePlan {
  return {
    ...node,
    number,
    at,
    box: moved(shape.box, at),
    body: moved(shape.body, at),
    roof: moved(shape.roof, at),
    sign: moved(shape.sign, at),
    name: moved(shape.name, at),
  };
}
