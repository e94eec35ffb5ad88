import { describe, expect, it } from 'vitest';
import type { LoadStep, LoadStepKind, PageLoad } from '../../trace/pageLoads';
import { tripShares } from './roundTrips';

const step = (kind: LoadStepKind, roundTrips: number): LoadStep => ({
  kind,
  address: '',
  isVain: false,
  target: '',
  fromNs: 0,
  untilNs: 1,
  roundTrips,
  packets: [],
});

const load = (roundTrips: number, ...steps: readonly LoadStep[]): PageLoad => ({
  load: 0,
  url: 'http://a/',
  place: 0,
  fromNs: 0,
  untilNs: 1,
  roundTrips,
  bytes: 1,
  reusedConnection: false,
  failure: null,
  steps,
});

describe('the round trips of a page', () => {
  it('are those of its steps', () => {
    expect(tripShares(load(3, step('name', 1), step('connect', 1), step('request', 1)))).toEqual([
      { kind: 'name', roundTrips: 1 },
      { kind: 'connect', roundTrips: 1 },
      { kind: 'request', roundTrips: 1 },
    ]);
  });

  it('count what was asked for side by side once', () => {
    const steps = [step('streams', 1), step('request', 1), step('request', 1), step('request', 2)];
    expect(tripShares(load(4, ...steps))).toEqual([
      { kind: 'streams', roundTrips: 1 },
      { kind: 'request', roundTrips: 3 },
    ]);
  });

  it('leave out what took none', () => {
    expect(tripShares(load(1, step('name', 0), step('request', 1)))).toEqual([
      { kind: 'request', roundTrips: 1 },
    ]);
  });
});
