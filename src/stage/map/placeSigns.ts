import type { Experiment } from '../../experiment/experiment';
import type { Box } from '../plan';
import type { MapPlan, MapRoad, NodePlan } from './mapTypes';
import { type Ground, placeLabels } from './placeLabels';
import { placeNote } from './placeNotes';
import { placeSkies } from './placeSkies';
import type { RoadMeasures } from './placeRoads';

/**
 * Places for everything that is written beside houses and roads, so that no two lie over each other: the notes of NAT
 * routers, the clouds of bad weather, the figures of roads, then notes that any other machine may come to need.
 */
export function placeSigns(
  experiment: Experiment,
  nodes: readonly NodePlan[],
  roads: readonly MapRoad[],
  measures: RoadMeasures,
): Pick<MapPlan, 'roads' | 'skies' | 'notes'> {
  const { sheet, area, unit } = measures;
  const taken: Box[] = nodes.map(({ box }) => box);
  const ground: Ground = { area, roads, taken, font: sheet.font.small, unit };
  const notes = new Map<number, Box>();
  const note = (node: NodePlan): void => {
    const box = placeNote(node, ground);
    notes.set(node.number, box);
    if (node.isNat) taken.push(box);
  };
  nodes.filter(({ isNat }) => isNat).forEach(note);
  const skies = placeSkies(experiment, roads, taken, measures);
  for (const { cloud, isRough } of skies) if (isRough) taken.push(cloud);
  const labels = placeLabels(experiment, ground);
  taken.push(...labels.values());
  nodes.filter(({ isNat }) => !isNat).forEach(note);
  return {
    roads: roads.map((road) => ({ ...road, label: labels.get(road.number) ?? null })),
    skies,
    notes: nodes.map(({ number }) => notes.get(number)!),
  };
}
