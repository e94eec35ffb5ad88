import { hostCondition } from '../experiment/conditions';
import type { Experiment, Nanoseconds, NodeId } from '../experiment/experiment';
import type { HostView } from './sceneTypes';

/** A host at `timeNs`: without power, or with an app that does not read. */
export function hostViewAt(experiment: Experiment, host: NodeId, timeNs: Nanoseconds): HostView {
  const { isOff, isReading } = hostCondition(experiment.commands, host, timeNs);
  const isPausing = experiment.apps.some(
    (app) =>
      app.kind === 'receive' &&
      app.host === host &&
      (app.pauses ?? []).some(({ fromNs, toNs }) => fromNs <= timeNs && timeNs < toNs),
  );
  return { isOff, isIdle: !isReading || isPausing };
}
