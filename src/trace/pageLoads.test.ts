import { describe, expect, it } from 'vitest';
import { browsing, page, serving, streaming, withRoad } from '../engine/http/webBench';
import { simulateAll } from '../engine/simulate';
import type { App, Experiment } from '../experiment/experiment';
import { type PageLoad, pageLoadsOf } from './pageLoads';

const SERVER = '198.51.100.20';

function loadsOf(apps: readonly App[], over: Partial<Experiment> = {}): readonly PageLoad[] {
  return pageLoadsOf(simulateAll(withRoad(apps, over)).traces[0]!);
}

const stepsOf = ({ steps }: PageLoad): readonly string[] =>
  steps.map(({ kind, fromNs, untilNs, roundTrips }) => {
    return `${kind} ${fromNs / 1e6}-${untilNs === null ? '' : untilNs / 1e6} ${roundTrips}`;
  });

describe('the round trips of a page load, counted on the chain of causes', () => {
  it('are one to connect and one to ask over http (RFC 9293 §3.5, RFC 9112)', () => {
    const [load] = loadsOf([serving(), browsing([`http://${SERVER}/`])]);
    expect(stepsOf(load!)).toEqual(['connect 0-40 1', 'request 40-80 1']);
    expect(load).toMatchObject({ roundTrips: 2, bytes: 3000, untilNs: 80_000_000, failure: null });
  });

  it('are one more over https (RFC 8446 §2)', () => {
    const apps = [serving({ port: 443, tls: true }), browsing([`https://${SERVER}/`])];
    const [load] = loadsOf(apps);
    expect(stepsOf(load!)).toEqual(['connect 0-40 1', 'secure 40-80 1', 'request 80-120 1']);
    expect(load!.roundTrips).toBe(3);
  });

  it('are two over streams: connection and keys at once (RFC 9000 §7)', () => {
    const [load] = loadsOf([streaming(), browsing([`h3://${SERVER}/`])]);
    expect(stepsOf(load!)).toEqual(['streams 0-40 1', 'request 40-80 1']);
    expect(load!.roundTrips).toBe(2);
  });

  it('are one on a connection that is open (RFC 9112 §9.3)', () => {
    const [, load] = loadsOf([serving(), browsing([`http://${SERVER}/`, `http://${SERVER}/`])]);
    expect(stepsOf(load!)).toEqual(['request 1000-1040 1']);
    expect(load).toMatchObject({ roundTrips: 1, reusedConnection: true });
  });

  it('grow with each window that slow start opens (RFC 5681 §3.1)', () => {
    const tripsFor = (bytes: number): number =>
      loadsOf([serving({ pages: [page('/', bytes)] }), browsing([`http://${SERVER}/`])])[0]!.roundTrips;
    // Ten segments of 1460 bytes, then twenty more.
    expect([14_000, 20_000, 50_000].map(tripsFor)).toEqual([2, 3, 4]);
  });

  it('are one more when an answer is repaired by duplicate ACKs (RFC 5681 §3.2)', () => {
    const apps = [serving({ pages: [page('/', 8000)] }), browsing([`http://${SERVER}/`])];
    const rule = { link: 'R-S', direction: 1, role: 'control', nth: 2, verdict: { kind: 'drop' } } as const;
    expect(loadsOf(apps)[0]!.roundTrips).toBe(2);
    expect(loadsOf(apps, { rules: [rule] })[0]!.roundTrips).toBe(3);
  });

  it('are not to be had for a page that does not come', () => {
    const [load] = loadsOf([browsing([`http://${SERVER}/`])]);
    expect(load).toMatchObject({ failure: 'connectionRefused', bytes: 0 });
    expect(stepsOf(load!)).toEqual(['connect 0- 0']);
  });

  it('have packets to show for each step', () => {
    for (const { steps } of loadsOf([serving(), browsing([`http://${SERVER}/`])])) {
      for (const { packets } of steps) expect(packets.length).toBeGreaterThan(1);
    }
  });
});
