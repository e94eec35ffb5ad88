import type { App, Experiment } from '../experiment/experiment';

/** Whether `firstParts` will not do. Commands need none: they change links, packets and apps that are there. */
export function needsFurtherParts({ apps, town }: Experiment): boolean {
  return (
    !apps.every(isMessageApp) ||
    town.links.some(({ resolves }) => resolves) ||
    town.routers.some(({ nat }) => nat)
  );
}

function isMessageApp({ kind }: App): boolean {
  return kind === 'send' || kind === 'receive';
}
