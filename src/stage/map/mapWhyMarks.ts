import type { Command } from '../../experiment/command';
import { eventPlace } from '../../trace/eventPlace';
import { flightIndex, flightsAt } from '../../trace/legs';
import type { Run } from '../../trace/run';
import { isWait } from '../../trace/whyLinks';
import type { WhyStep } from '../../trace/whyStep';
import { clamp, type Point } from '../plan';
import { progressOf } from '../traffic';
import { insideSheet, markRadius, type WhyMark } from '../whyMark';
import { middleAt, pointOnRoad } from './mapRoad';
import { directionOf, roadOfWay } from './mapTraffic';
import type { MapPlan } from './mapTypes';
import { placeTrays, traySize } from './whyTrays';

/** Where a step happened: in a house or post office, by its number, or at a point of a road. */
type StepPlace = { readonly node: number } | { readonly point: Point };

interface Stop {
  readonly step: WhyStep;
  /** From 1. */
  readonly number: number;
  readonly place: StepPlace;
}

/**
 * A disc for each step that has a place on the map: those of a road where they happened, those of a house or post
 * office side by side beside it, in their order.
 */
export function mapWhyMarks(run: Run, plan: MapPlan, steps: readonly WhyStep[]): readonly WhyMark[] {
  const stops = steps.flatMap((step, nth): readonly Stop[] => {
    const place = placeOnMap(run, plan, step);
    return place ? [{ step, number: nth + 1, place }] : [];
  });
  const byNode = new Map<number, Stop[]>();
  const marks: WhyMark[] = [];
  for (const stop of stops) {
    const { step, number, place } = stop;
    if ('point' in place) marks.push({ step, number, ...besideOthers(plan, place.point, marks) });
    else byNode.set(place.node, [...(byNode.get(place.node) ?? []), stop]);
  }
  const counts = new Map([...byNode].map(([node, own]) => [node, own.length]));
  for (const [node, corner] of placeTrays(plan, counts, marks)) {
    const { columns, apart } = traySize(plan, counts.get(node)!);
    byNode.get(node)!.forEach(({ step, number }, nth) => {
      const x = corner.x + ((nth % columns) + 0.5) * apart;
      const y = corner.y + (Math.floor(nth / columns) + 0.5) * apart;
      marks.push({ step, number, tray: node, x, y });
    });
  }
  return marks.toSorted((a, b) => a.number - b.number);
}

/** Along the map until no other disc is hidden. */
function besideOthers(plan: MapPlan, point: Point, marks: readonly WhyMark[]): Point {
  const apart = markRadius(plan) * 2.2;
  const inwards = point.y < plan.height / 2 ? 1 : -1;
  let place = insideSheet(plan, point);
  while (marks.some(({ x, y }) => Math.hypot(x - place.x, y - place.y) < apart)) {
    place = { x: place.x, y: place.y + inwards * apart * 0.5 };
  }
  return place;
}

/** Where a step happened; null: nowhere on the map. */
function placeOnMap(run: Run, plan: MapPlan, step: WhyStep): StepPlace | null {
  const { event } = step;
  if (event.kind === 'commandApplied') return placeOfCommand(plan, run.experiment.commands[event.command]);
  const underWay = step.role === 'underWay' && isWait(step) ? besidePacket(run, plan, step) : null;
  if (underWay) return { point: underWay };
  const where = eventPlace(event);
  if (where?.kind === 'way') return onWay(plan, where.way, where.fraction);
  return where && plan.nodes[where.node] ? { node: where.node } : null;
}

/** What a person did to a road or a house stands there. */
function placeOfCommand(plan: MapPlan, command: Command | undefined): StepPlace | null {
  if (!command) return null;
  if ('host' in command) {
    const node = plan.nodes.find(({ id }) => id === command.host);
    return node ? { node: node.number } : null;
  }
  const road = plan.roads.find(({ link }) => link === command.link);
  return road ? { point: middleAt(road, road.length / 2).at } : null;
}

/** Clear of the houses and post offices at both ends of the road. */
function onWay(plan: MapPlan, way: number, fraction: number): StepPlace | null {
  const road = roadOfWay(plan, way);
  if (!road) return null;
  const direction = directionOf(way);
  const room = Math.min(road.length * 0.4, markRadius(plan) * 1.1);
  const [start, end] = direction === 0 ? road.meets : [road.meets[1], road.meets[0]];
  const distance = clamp(
    fraction * road.length,
    Math.min(start + room, road.length * 0.45),
    Math.max(road.length - end - room, road.length * 0.55),
  );
  return { point: pointOnRoad(road, direction, distance) };
}

/** Just off a packet that is on its way, so that its card can be read. */
function besidePacket(run: Run, plan: MapPlan, { lane, packet, timeNs }: WhyStep): Point | null {
  const flight = flightsAt(flightIndex(run.traces[lane]!), timeNs).find(
    (one) => one.packet === packet?.packet,
  );
  const road = flight && roadOfWay(plan, flight.way);
  if (!road) return null;
  const { x, y } = pointOnRoad(road, directionOf(flight.way), road.length * progressOf(flight, timeNs));
  return { x, y: y - plan.card.data.height / 2 - markRadius(plan) };
}
