import type { Experiment, Town } from '../../experiment/experiment';
import type { Run } from '../../trace/run';

/** The run as far as it can be seen in a town: what ran among other houses or roads is not, until it has run here. */
export function runIn(town: Experiment, run: Run): Run {
  return placesOf(town.town) === placesOf(run.experiment.town)
    ? run
    : { experiment: town, traces: [], result: null };
}

/** All that a trace numbers, as text. */
function placesOf({ hosts, routers, links }: Town): string {
  const nodes = [hosts, routers].map((list) => list.map(({ id }) => id));
  return JSON.stringify([...nodes, links.map(({ id, from, to }) => [id, from, to])]);
}
