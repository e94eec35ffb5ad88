import type { Run } from '../../trace/run';

/** The two ends of a ladder, the left one first. */
export interface LadderHosts {
  readonly addresses: readonly [string, string];
  readonly ids: readonly [string, string];
}

/** The first host of the town and the last. */
export function hostsOf({ experiment }: Run): LadderHosts {
  const { hosts } = experiment.town;
  const [first, last] = [hosts[0], hosts.at(-1)];
  return {
    addresses: [first?.address ?? '', last?.address ?? ''],
    ids: [first?.id ?? '', last?.id ?? ''],
  };
}
