import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, type Street, streetExperiment, textPayload } from '../experiment/street';
import { CLEAR_WEATHER, WEATHER_LINK } from '../experiment/town';
import { silencesOf } from './activity';
import { marksOf, type MarkKind } from './marks';
import { latestNotable, momentAfter, momentBefore, momentsOf, storyEndNs } from './moments';
import { notablesOf } from './notables';
import type { Run } from './run';
import { Trace } from './trace';

const MS = 1_000_000;
const calm: Street = { ...defaultStreet('en'), weather: CLEAR_WEATHER, payload: textPayload('hello') };

function runOf(change: Partial<Street>): Run {
  return simulateAll(streetExperiment({ ...calm, ...change }));
}

function marksIn(run: Run, lane: number): MarkKind[] {
  return marksOf(run)
    .filter((mark) => mark.lane === lane)
    .map(({ kind }) => kind);
}

describe('moments', () => {
  it('are every different time of a notable event, in order', () => {
    const moments = momentsOf(runOf({}));
    expect(moments).toEqual([...new Set(moments)].toSorted((a, b) => a - b));
    expect(moments[0]).toBe(0);
    expect(moments.length).toBeGreaterThan(10);
  });

  it('are found from any time in both directions', () => {
    const moments = [0, 10, 25];
    expect(momentAfter(moments, 0)).toBe(10);
    expect(momentAfter(moments, 11)).toBe(25);
    expect(momentAfter(moments, 25)).toBeNull();
    expect(momentBefore(moments, 25)).toBe(10);
    expect(momentBefore(moments, 24)).toBe(10);
    expect(momentBefore(moments, 0)).toBeNull();
  });

  it('are the same whether the trace came at once or in batches', () => {
    const whole = runOf({ weather: { ...CLEAR_WEATHER, loss: 0.3 } });
    const traces = whole.traces.map((trace) => {
      const copy = new Trace(trace.lane);
      copy.append(trace.takeBatch());
      return copy;
    });
    expect(momentsOf({ ...whole, traces })).toEqual(momentsOf(whole));
  });

  it('leave TIME-WAIT out of the story but not out of the run', () => {
    const run = runOf({});
    const endNs = Math.max(...run.traces.map((trace) => trace.endNs));
    expect(endNs).toBeGreaterThan(200_000 * MS);
    expect(storyEndNs(run)).toBeLessThan(2000 * MS);
  });
});

describe('silences', () => {
  it('are where nothing happens and nothing is on its way', () => {
    const run = runOf({ weather: { ...CLEAR_WEATHER, loss: 0.4 } });
    const silences = silencesOf(run);
    expect(silences.length).toBeGreaterThan(0);
    for (const { startNs, endNs } of silences) {
      for (const trace of run.traces) {
        // No event lies inside, and no packet is between two links' ends.
        expect(trace.indexAt(endNs - 1)).toBe(trace.indexAt(startNs));
      }
    }
  });
});

describe('marks', () => {
  it('show a whole calm conversation', () => {
    const run = runOf({});
    expect(marksIn(run, 0)).toEqual(['syn', 'established', 'fin', 'fin']);
    expect(marksIn(run, 1)).toEqual([]);
  });

  it('show a loss in both lanes and the repair in one', () => {
    const rule = {
      link: WEATHER_LINK,
      direction: 0,
      role: 'piece',
      nth: 2,
      verdict: { kind: 'drop' },
    } as const;
    const run = runOf({ rules: [rule] });
    const lost = marksOf(run).filter(({ kind }) => kind === 'loss');
    expect(lost.map(({ lane, piece }) => [lane, piece])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(marksOf(run).filter(({ kind }) => kind === 'retransmission')).toMatchObject([
      { lane: 0, piece: 1 },
    ]);
    const duplicates = marksOf(run).filter(({ kind }) => kind === 'duplicateAck');
    expect(duplicates.slice(0, 3).map(({ count }) => count)).toEqual([1, 2, 3]);
  });

  it('show how a closed room answers', () => {
    const run = runOf({ ports: { tcp: 9999, udp: 9999 } });
    expect(marksIn(run, 0)).toEqual(['syn', 'rst']);
    expect(new Set(marksIn(run, 1))).toEqual(new Set(['unreachable']));
  });

  it('show a command once', () => {
    const command = {
      kind: 'setWeather',
      atNs: 50 * MS,
      link: WEATHER_LINK,
      weather: { ...CLEAR_WEATHER, loss: 0.1 },
    } as const;
    const run = runOf({ commands: [command] });
    expect(marksOf(run).filter(({ kind }) => kind === 'command')).toMatchObject([
      { lane: 0, timeNs: 50 * MS },
    ]);
  });
});

describe('notables', () => {
  it('know on which side a thing happened', () => {
    const run = runOf({});
    const established = notablesOf(run.traces[0]!, run.experiment).filter(
      ({ kind }) => kind === 'established',
    );
    expect(established.map(({ atSender }) => atSender)).toEqual([true, false]);
  });

  it('give the latest that is worth telling', () => {
    const run = runOf({});
    const isSyn = latestNotable(run, 10 * MS, ({ sort }) => sort === 'syn');
    expect(isSyn).toMatchObject({ lane: 0, kind: 'packetSent', timeNs: 0 });
    expect(latestNotable(run, 10 * MS, ({ sort }) => sort === 'fin')).toBeNull();
  });
});
