import type { Nanoseconds } from '../experiment/experiment';
import type { Run } from './run';
import { type News, townNews } from './townNews';

/** What an app heard in two futures of a town, but not at the same time. */
export interface Delay {
  readonly where: string;
  /** Null: never. */
  readonly hereNs: Nanoseconds | null;
  readonly thereNs: Nanoseconds;
}

/** The first that an app hears in `there` and hears at another time, or never, in `here`; null where all is as there. */
export function firstDelay(here: Run, there: Run): Delay | null {
  const times = new Map(toldOf(here).map(({ key, timeNs }) => [key, timeNs]));
  const other = toldOf(there).find(({ key, timeNs }) => times.get(key) !== timeNs);
  return other ? { where: other.where, hereNs: times.get(other.key) ?? null, thereNs: other.timeNs } : null;
}

interface Told {
  /** Who hears the how manieth of its kind. */
  readonly key: string;
  readonly where: string;
  readonly timeNs: Nanoseconds;
}

function toldOf({ traces, experiment }: Run): readonly Told[] {
  const counts = new Map<string, number>();
  const isTold = ({ kind }: News): boolean => kind === 'told' || kind === 'connected';
  return traces.flatMap((trace) =>
    townNews(trace, experiment)
      .filter(isTold)
      .map(({ from, reason, timeNs }) => {
        const kind = `${from} ${reason.kind}`;
        const nth = counts.get(kind) ?? 0;
        counts.set(kind, nth + 1);
        return { key: `${kind} ${nth}`, where: from, timeNs };
      }),
  );
}
