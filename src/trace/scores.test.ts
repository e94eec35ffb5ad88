import { describe, expect, it } from 'vitest';
import { bytesOf, HandMade, handMadeExperiment, ms } from '../../tests/handMade';
import { laneResults } from './result';
import { scoresAt } from './scores';

describe('scoresAt', () => {
  it('counts what has happened by then in that lane', () => {
    const town = new HandMade('udp');
    const experiment = handMadeExperiment({ text: 'ABC' }, ['udp']);
    const a = town.sends(0, 0, bytesOf('A'));
    const b = town.sends(ms(20), 1, bytesOf('B'));
    town.reads(ms(60), a, bytesOf('A'));
    town.reads(ms(80), b, bytesOf('B'));
    town.reads(ms(90), b, bytesOf('B'));
    town.sends(ms(100), 0, bytesOf('A'), { role: 'retransmission', copy: 1, original: a });
    const run = {
      experiment,
      traces: [town.trace],
      result: laneResults(experiment, [town.trace], new Set()),
    };
    expect(scoresAt(run, 0, ms(70))).toEqual({
      piecesInApp: 1,
      piecesTotal: 3,
      packetsSent: 2,
      bytesOnWire: 58,
      retransmissions: 0,
      firstByteNs: ms(60),
      finishNs: null,
    });
    const end = scoresAt(run, 0, ms(100));
    expect(end).toMatchObject({ piecesInApp: 2, packetsSent: 3, bytesOnWire: 87, retransmissions: 1 });
    expect(end.finishNs).toBe(ms(90));
    expect(scoresAt(run, 0, ms(89)).finishNs).toBeNull();
  });

  it('does not count what a router sends', () => {
    const town = new HandMade('udp');
    const packet = town.sends(0, 0, bytesOf('A'));
    town.trace.record(ms(5), 'packetSent', { place: town.node('R1'), packet }, 0, { kind: 'noRoute' });
    const run = { experiment: handMadeExperiment({ text: 'A' }), traces: [town.trace], result: null };
    expect(scoresAt(run, 0, ms(9)).packetsSent).toBe(1);
  });
});
