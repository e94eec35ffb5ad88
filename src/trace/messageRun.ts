import type { Experiment } from '../experiment/experiment';

/**
 * Whether a run is about one message from one host to the only other: then there is a sender, a receiver and a lane
 * for what the transport does with it. Otherwise every host may do anything with any other.
 */
export function isMessageRun({ town, apps }: Pick<Experiment, 'town' | 'apps'>): boolean {
  const senders = apps.filter(({ kind }) => kind === 'send');
  const others = apps.filter(({ kind }) => kind !== 'send' && kind !== 'receive');
  return town.hosts.length === 2 && senders.length <= 1 && others.length === 0;
}
