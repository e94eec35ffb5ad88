import type { Experiment } from '../experiment/experiment';

/**
 * Whether a run is about one message from one host to the only other: then there is a sender, a receiver and a lane
 * for what the transport does with it. Otherwise every host may do anything with any other, over any transport.
 */
export function isMessageRun({ town, apps }: Pick<Experiment, 'town' | 'apps'>): boolean {
  const senders = apps.filter((app) => app.kind === 'send');
  const others = apps.filter(({ kind }) => kind !== 'send' && kind !== 'receive');
  const [sender] = senders;
  const isOne = senders.length === 1 && sender!.transport === undefined;
  return town.hosts.length === 2 && isOne && others.length === 0;
}
