import { describe, expect, it } from 'vitest';
import { beatAt, changedStreet, sceneStreet } from './course';
import type { Moment } from './lesson';
import { lessonOf } from './lessons';

const at = (timeNs: number): Moment => ({ timeNs, lane: 0, event: 0, packet: 0 });

describe('the beat that is told', () => {
  const moments = [at(10), at(20), at(20), null, at(30)];

  it('is the last that has happened', () => {
    expect([5, 10, 15, 30, 99].map((timeNs) => beatAt(moments, timeNs, 0))).toEqual([-1, 0, 0, 4, 4]);
  });

  it('is the first of several at one moment, or the one that is asked for', () => {
    expect([0, 1, 2, 4].map((wanted) => beatAt(moments, 25, wanted))).toEqual([1, 1, 2, 1]);
  });
});

describe('the controls of a lesson', () => {
  const lesson = lessonOf('L13')!;

  it('leave the scene as it is where they start', () => {
    expect(changedStreet(lesson, undefined, {})).toBe(sceneStreet(lesson, undefined));
    expect(changedStreet(lesson, undefined, { delay: 'ms60' })).toBe(sceneStreet(lesson, undefined));
  });

  it('change the scene together', () => {
    const street = changedStreet(lesson, 'six', { delay: 'ms100', queue: 'discarded', sack: 'off' });
    expect(street.rules[0]!.verdict).toEqual({ kind: 'delay', delayNs: 100_000_000 });
    expect(street.tcpChanges).toEqual({ without: ['reassembly'], sackPermitted: false });
  });
});
