import { expect } from 'vitest';
import { pageLoadsOf } from '../../src/trace/pageLoads';
import type { Run } from '../../src/trace/run';
import { eventsOf, type Promised } from './promise';

/** The steps of each page load with the round trips that they took. */
const roundTrips = (run: Run): readonly string[] =>
  pageLoadsOf(run.traces[0]!).map(({ steps }) =>
    steps.map(({ kind, roundTrips: trips }) => `${kind} ${trips}`).join(', '),
  );

/** How late each part of a page came after the first of them, in whole round trips of 80 ms. */
function partsBehind(run: Run, load: number): readonly number[] {
  const parts = pageLoadsOf(run.traces[0]!)[load]!.steps.filter(({ target }) => target.endsWith('.svg'));
  const first = Math.min(...parts.map(({ untilNs }) => untilNs!));
  return parts.map(({ untilNs }) => Math.round((untilNs! - first) / 80_000_000));
}

export const webPromises = {
  /** One block at a time, all of it, whatever the road did. */
  'app-reliability'(run) {
    expect(run.result!.lanes[0]).toMatchObject({ intact: true, missingPieces: [], repeatedPieces: [] });
    expect(eventsOf(run, 'packetLost').length).toBeGreaterThan(1);
    const reasons = eventsOf(run, 'packetSent').map(({ reason }) => reason.kind);
    expect(reasons).toContain('appFilteredDouble');
    expect(eventsOf(run, 'appWrote').some(({ reason }) => reason.kind === 'appTimerExpired')).toBe(true);
  },
  'type-a-url'(run) {
    expect(roundTrips(run)).toEqual(['name 1, connect 1, request 1', 'name 1, request 1']);
  },
  /** The silent server costs a quarter of a second, the one that refuses a round trip. */
  'two-addresses'(run) {
    const tries = pageLoadsOf(run.traces[0]!).map(({ steps, failure }) => [
      failure,
      ...steps
        .filter(({ kind }) => kind === 'connect')
        .map(
          ({ address, isVain, roundTrips: trips }) => `${address} ${isVain ? 'in vain' : 'stands'} ${trips}`,
        ),
    ]);
    expect(tries).toEqual([
      [null, '198.51.100.21 in vain 0', '198.51.100.20 stands 1'],
      [null, '198.51.100.22 in vain 1', '198.51.100.20 stands 1'],
    ]);
  },
  https(run) {
    expect(roundTrips(run)).toEqual(['connect 1, request 1', 'connect 1, secure 1, request 1', 'request 1']);
  },
  /** The lost packet is of the first picture. */
  'quic-vs-tcp'(run) {
    expect(partsBehind(run, 0)).toEqual([0, 0, 0, 0, 0]);
    expect(partsBehind(run, 1)).toEqual([1, 0, 0, 0, 0]);
    expect(eventsOf(run, 'packetLost')).toHaveLength(2);
    const [overTcp, overStreams] = pageLoadsOf(run.traces[0]!);
    expect(overStreams!.steps.map(({ kind }) => kind)).toEqual([
      'streams',
      ...Array<string>(6).fill('request'),
    ]);
    expect(overStreams!.roundTrips).toBe(overTcp!.roundTrips - 1);
  },
} satisfies Record<string, Promised>;
