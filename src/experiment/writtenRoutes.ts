import type { NodeId, Route } from './experiment';
import { type TownFile, townExperiment } from './townFile';

/** The town with these rows in one router's table; tables that were worked out until now stay as they were, and are written from now on. */
export function withRoutes(file: TownFile, id: NodeId, routes: readonly Route[]): TownFile {
  const experiment = townExperiment(file);
  const routers = experiment.town.routers.map((one) => (one.id === id ? { ...one, routes } : one));
  return { ...file, routing: 'manual', experiment: { ...experiment, town: { ...experiment.town, routers } } };
}
