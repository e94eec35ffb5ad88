import { describe, expect, it } from 'vitest';
import { bytesOf, HandMade, handMadeExperiment, ms } from '../../../tests/handMade';
import { laneResults } from '../../trace/result';
import type { Run } from '../../trace/run';
import { laneMark, markNs } from './laneEnd';

function udpRun(text: string, reads: readonly (readonly [timeMs: number, piece: number])[]): Run {
  const town = new HandMade('udp');
  const packets = [...text].map((letter, piece) => town.sends(ms(piece), piece, bytesOf(letter)));
  for (const [timeMs, piece] of reads) town.reads(ms(timeMs), packets[piece]!, bytesOf(text[piece]!));
  town.loses(ms(99), packets[0]!);
  const experiment = handMadeExperiment({ text }, ['udp']);
  return { experiment, traces: [town.trace], result: laneResults(experiment, [town.trace], new Set()) };
}

const markOf = (run: Run) => laneMark(run.result!.lanes[0]!);

describe('laneMark', () => {
  it('says the strongest thing that is true', () => {
    expect(
      markOf(
        udpRun('AB', [
          [60, 0],
          [61, 1],
        ]),
      ),
    ).toEqual({ kind: 'intact' });
    expect(
      markOf(
        udpRun('AB', [
          [60, 1],
          [61, 1],
        ]),
      ),
    ).toEqual({ kind: 'missing', number: 1 });
    expect(
      markOf(
        udpRun('AB', [
          [60, 1],
          [61, 0],
        ]),
      ),
    ).toEqual({ kind: 'disordered' });
    expect(
      markOf(
        udpRun('AB', [
          [60, 0],
          [61, 0],
          [62, 1],
        ]),
      ),
    ).toEqual({ kind: 'doubled' });
    expect(laneMark({ ...udpRun('A', []).result!.lanes[0]!, sentBytes: 0 })).toEqual({ kind: 'empty' });
  });
});

describe('markNs', () => {
  it('is the last byte of a whole message, else the end of the story, and unknown while it is computed', () => {
    const whole = udpRun('AB', [
      [60, 0],
      [61, 1],
    ]);
    expect(markNs(whole, 0)).toBe(ms(61));
    expect(markNs(udpRun('AB', [[61, 1]]), 0)).toBe(ms(99));
    expect(markNs({ ...whole, result: null }, 0)).toBeNull();
  });
});
