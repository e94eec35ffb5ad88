import { expect } from 'vitest';
import type { Run } from '../../src/trace/run';
import { eventsOf, type Promised } from './promise';

const seconds = (ns: number): number => Math.floor(ns / 1e9);

/** How long each lookup took in seconds, and whether it brought something. */
const toldIn = (run: Run): readonly (readonly [kind: string, seconds: number])[] =>
  eventsOf(run, 'appTold').flatMap(({ reason }) =>
    'afterNs' in reason ? [[reason.kind, seconds(reason.afterNs)] as const] : [],
  );

const reasonsOf = (run: Run): readonly string[] =>
  eventsOf(run, 'packetSent').map(({ reason }) => reason.kind);

export const dnsPromises = {
  /** Root, com and example.com the first time, nobody the second, only the last the third and for another name. */
  'dns-tree'(run) {
    expect(toldIn(run)).toEqual(Array.from({ length: 4 }, () => ['nameLookedUp', 0]));
    const lookups = reasonsOf(run).join(' ').split('nameAsked').slice(1);
    const asked = lookups.map((lookup) => lookup.split(' ').filter((kind) => kind === 'serverAsked').length);
    expect(asked).toEqual([3, 0, 1, 1]);
    expect(eventsOf(run, 'cacheExpired').map(({ timeNs }) => seconds(timeNs))).toEqual([60, 123, 123]);
  },

  /** The lost answer costs two seconds; what is not there is known the second time; TC leads to TCP. */
  'dns-trouble'(run) {
    expect(toldIn(run)).toEqual([
      ['nameLookedUp', 2],
      ['nameAbsent', 0],
      ['nameAbsent', 0],
      ['nameLookedUp', 0],
    ]);
    const reasons = reasonsOf(run);
    for (const kind of ['silentServerLeft', 'nameDenied', 'deniedFromCache', 'answerCut', 'answerSyn']) {
      expect(reasons).toContain(kind);
    }
    expect(eventsOf(run, 'packetLost')).toHaveLength(1);
  },
} satisfies Record<string, Promised>;
