import { describe, expect, it } from 'vitest';
import { callPayload } from '../experiment/call';
import { defaultStreet, type Street, streetExperiment } from '../experiment/street';
import type { Rule } from '../experiment/experiment';
import { CLEAR_WEATHER } from '../experiment/town';
import { simulateAll } from '../engine/simulate';
import { appCallsOf } from './appCalls';
import { callViewAt, heardAt } from './callView';

const MS = 1_000_000;
const link = { delayNs: 12.5 * MS, rateBps: 0, queuePackets: 20 };

function rule(nth: number, verdict: Rule['verdict']): Rule {
  return { link: 'R2-R3', direction: 0, role: 'piece', nth, verdict };
}

/** Lesson L18: ten frames, 50 ms one way; the 3rd is lost, the 6th 110 ms late, the 8th comes twice. */
const CALL: Street = {
  ...defaultStreet('en'),
  payload: callPayload(10),
  weather: CLEAR_WEATHER,
  link,
  timing: { everyNs: null, leadNs: 100 * MS, otherLinks: link, keepsOpen: true },
  rules: [rule(3, { kind: 'drop' }), rule(6, { kind: 'delay', delayNs: 110 * MS }), rule(8, { kind: 'dup' })],
};
const run = simulateAll(streetExperiment(CALL));

function fates(lane: number, timeMs: number): string {
  const signs = { awaited: '.', onTime: 'o', late: 'L', missing: 'x' } as const;
  return callViewAt(run, lane, timeMs * MS)!
    .frames.map(({ fate }) => signs[fate])
    .join('');
}

describe('a call', () => {
  it('over TCP waits behind the lost frame: seven of ten are late, eight came at once', () => {
    expect(fates(0, Infinity)).toBe('ooLLLLLLLo');
    expect(callViewAt(run, 0, Infinity)!.burst).toBe(8);
  });

  it('over UDP misses the lost frame and skips the late one', () => {
    expect(fates(1, Infinity)).toBe('ooxooLoooo');
    expect(callViewAt(run, 1, Infinity)).toMatchObject({
      burst: 1,
      counts: { onTime: 8, late: 1, missing: 1 },
    });
  });

  it('knows at each moment only what has come', () => {
    expect(fates(1, 100)).toBe('..........');
    expect(fates(1, 170)).toBe('oo........');
    // The deadline of frame 3 passes 100 ms after it was due.
    expect(fates(1, 240)).toBe('oo.oo.....');
    expect(fates(1, 241)).toBe('ooxoo.....');
  });

  it('sounds like itself where frames came in time, and is silent elsewhere', () => {
    const heard = heardAt(run, 1, Infinity);
    expect([...heard.subarray(0, 320)]).toEqual([...CALL.payload.bytes.subarray(0, 320)]);
    for (const frame of [2, 5]) {
      expect(heard.subarray(frame * 160, (frame + 1) * 160).every((octet) => octet === 0xff)).toBe(true);
    }
  });

  it('is none where something else is sent', () => {
    const text = simulateAll(streetExperiment(defaultStreet('en')));
    expect(callViewAt(text, 0, Infinity)).toBeNull();
    expect(heardAt(text, 0, Infinity).length).toBe(0);
  });
});

describe('the calls of the apps', () => {
  it('need not match over TCP: eight writes come in one read', () => {
    const calls = appCallsOf(run, 0);
    expect(calls.filter(({ kind }) => kind === 'send').map(({ bytes }) => bytes)).toEqual(
      Array.from({ length: 10 }, () => 164),
    );
    expect(calls.filter(({ kind }) => kind === 'recv').map(({ bytes }) => bytes)).toEqual([
      164,
      164,
      8 * 164,
    ]);
    expect(
      calls.filter(({ kind }) => kind === 'told').map(({ side, reason }) => `${side} ${reason.kind}`),
    ).toEqual(['sender connected', 'receiver connected']);
  });

  it('are one to one with datagrams over UDP, a double read twice', () => {
    const reads = appCallsOf(run, 1).filter(({ kind }) => kind === 'recv');
    expect(reads.map(({ bytes }) => bytes)).toEqual(Array.from({ length: 10 }, () => 164));
    const packets = reads.map(({ packet }) => run.traces[1]!.packet(packet).piece + 1);
    expect(packets).toEqual([1, 2, 4, 5, 7, 8, 8, 9, 10, 6]);
  });

  it('know the packet that each write went in', () => {
    for (const lane of [0, 1]) {
      const sends = appCallsOf(run, lane).filter(({ kind }) => kind === 'send');
      expect(sends.map(({ packet }) => run.traces[lane]!.packet(packet).piece)).toEqual([
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
      ]);
    }
  });
});
