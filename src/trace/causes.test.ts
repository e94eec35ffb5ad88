import { describe, expect, it } from 'vitest';
import { causesOf } from './causes';
import { Trace } from './trace';

describe('causesOf', () => {
  it('walks from an event back to the input that started it all', () => {
    const trace = new Trace('tcp');
    trace.record(0, 'appStarted', { place: 0, port: 50_000 }, -1, { kind: 'experimentStarted' });
    trace.record(0, 'appWrote', { place: 0, flow: 0, piece: 0, length: 1 }, 0, {
      kind: 'pieceDue',
      piece: 0,
    });
    trace.record(0, 'appWrote', { place: 0, flow: 0, piece: 1, length: 1 }, 0, {
      kind: 'pieceDue',
      piece: 1,
    });
    trace.record(5, 'packetSent', { place: 0, packet: 0 }, 1, { kind: 'newData' });
    expect(causesOf(trace, 3).map(({ kind }) => kind)).toEqual(['packetSent', 'appWrote', 'appStarted']);
    expect(causesOf(trace, -1)).toEqual([]);
  });
});
