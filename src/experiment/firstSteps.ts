import type { NodeId } from './experiment';
import { nearestHost, newApps } from './newApp';
import { unreachable } from './reach';
import { addApps } from './townChanges';
import { addHost, type Built } from './townEdits';
import type { TownFile } from './townFile';

/** What a town needs next before anything moves in it: somebody, somebody else, something to do. */
export type FirstStep =
  | { readonly kind: 'computer' }
  | { readonly kind: 'another'; readonly beside: NodeId }
  | { readonly kind: 'program'; readonly host: NodeId; readonly to: NodeId };

/** The next of the first steps, or `null`: they are done, or something else is in the way. */
export function nextStep(file: TownFile): FirstStep | null {
  const { town, apps } = file.experiment;
  const host = town.hosts.at(-1);
  if (!host) return { kind: 'computer' };
  if (town.hosts.length === 1) return { kind: 'another', beside: host.id };
  const to = nearestHost(file, host.id);
  const isActive = apps.some((app) => 'startNs' in app);
  if (isActive || !to || unreachable(town, host.id, to.address)) return null;
  return { kind: 'program', host: host.id, to: to.id };
}

/** The town one step further, and the house it is about; `null`: there is no room. */
export function takeStep(file: TownFile, step: FirstStep): Built | null {
  switch (step.kind) {
    case 'computer':
      return addHost(file, null);
    case 'another':
      return addHost(file, step.beside);
    case 'program': {
      const town = addApps(file, newApps(file, step.host, 'ping'));
      return town && { town, id: step.host };
    }
  }
}
