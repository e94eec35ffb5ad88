import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ms } from '../../tests/handMade';
import { experiment } from '../../tests/properties/arbitraries';
import { simulateAll } from '../engine/simulate';
import type { Rule } from '../experiment/experiment';
import { defaultStreet, streetExperiment, textPayload } from '../experiment/street';
import { CLEAR_WEATHER } from '../experiment/town';
import { outstandingAt, type SegmentView } from './belief';
import { connectionsOf, snapshotAt } from './connectionEnds';
import type { Trace } from './trace';

type Fate = Pick<Rule, 'direction' | 'role' | 'nth' | 'verdict'>;

/** Ten pieces of one byte each over TCP: SYN at 0, seven pieces at 120.9 ms, the others at 140, 160, 180. */
function runOf(fates: readonly Fate[]): Trace {
  const street = {
    ...defaultStreet('en'),
    weather: CLEAR_WEATHER,
    payload: textPayload('0123456789'),
    pieceBytes: 1,
  };
  const rules = fates.map((fate) => ({ link: 'R2-R3', ...fate }));
  return simulateAll({ ...streetExperiment(street, ['tcp']), rules }).traces[0]!;
}

function viewsAt(trace: Trace, timeMs: number): readonly SegmentView[] {
  return outstandingAt(trace, connectionsOf(trace)[0]!, 'opener', ms(timeMs));
}

/** Belief and truth of each segment, with what is known of the answer. */
function linesAt(trace: Trace, timeMs: number): readonly string[] {
  return viewsAt(trace, timeMs).map(({ belief, truth }) => {
    const news = 'news' in truth ? `, news ${truth.news}` : '';
    const why = truth.kind === 'dropped' ? ` ${truth.why}` : '';
    return `${belief} | ${truth.kind}${why}${news}`;
  });
}

const dropPiece = (nth: number): Fate => ({ direction: 0, role: 'piece', nth, verdict: { kind: 'drop' } });
const dropAnswer = (nth: number): Fate => ({ direction: 1, role: 'control', nth, verdict: { kind: 'drop' } });

describe('what the sender believes, beside what has happened', () => {
  it('does not know of a lost ACK: in flight, yet delivered', () => {
    // The SYN-ACK is the server's first control packet; those of the last three pieces and the FIN are lost.
    const trace = runOf(Array.from({ length: 12 }, (_, i) => dropAnswer(9 + i)));
    expect(linesAt(trace, 300)).toEqual([
      'inFlight | delivered, news lost',
      'inFlight | delivered, news lost',
      'inFlight | delivered, news lost',
      'inFlight | delivered, news lost',
    ]);
  });

  it('takes for lost after a timeout what has long been delivered', () => {
    const trace = runOf(Array.from({ length: 12 }, (_, i) => dropAnswer(9 + i)));
    // The timer has run out and the first of them goes again, while the server's repeated FIN tells of all of them.
    expect(linesAt(trace, 1270)).toEqual([
      'resent | delivered, news underWay',
      'lost | delivered, news underWay',
      'lost | delivered, news underWay',
      'lost | delivered, news underWay',
    ]);
  });

  it('takes a lost segment for one in flight until the third duplicate ACK', () => {
    const trace = runOf([dropPiece(3)]);
    // Nothing has come back yet.
    expect(linesAt(trace, 190).slice(0, 4)).toEqual([
      'inFlight | delivered, news underWay',
      'inFlight | delivered, news underWay',
      'inFlight | lost',
      'inFlight | held, news underWay',
    ]);
    // Two duplicate ACKs.
    expect(linesAt(trace, 243.5).slice(0, 4)).toEqual([
      'inFlight | lost',
      'sacked | held, news arrived',
      'sacked | held, news arrived',
      'inFlight | held, news underWay',
    ]);
    // The third: it is on its way again.
    expect(linesAt(trace, 250)[0]).toBe('resent | onLink');
    expect(viewsAt(trace, 250)[0]!.packets).toHaveLength(2);
  });

  it('knows where each copy is, and what was done to it', () => {
    const flip: Fate = { direction: 0, role: 'piece', nth: 2, verdict: { kind: 'flip', bit: 320 } };
    const trace = runOf([flip]);
    expect(linesAt(trace, 190)[1]).toBe('inFlight | dropped badTransportChecksum');
    expect(viewsAt(trace, 170)[1]!.truth).toMatchObject({ kind: 'onLink', isDamaged: true });
    expect(viewsAt(trace, 125)[1]!.truth).toMatchObject({ kind: 'onLink', isDamaged: false });
  });

  it('forgets what was acknowledged, unless it is asked for', () => {
    const trace = runOf([]);
    const [connection] = connectionsOf(trace);
    expect(viewsAt(trace, 5000)).toEqual([]);
    const all = outstandingAt(trace, connection!, 'opener', ms(5000), 0);
    // SYN, ten pieces, FIN.
    expect(all).toHaveLength(12);
    for (const { belief, truth } of all) expect([belief, truth.kind]).toEqual(['acknowledged', 'delivered']);
  });
});

describe('at any moment of any run', () => {
  it('each number between SND.UNA and SND.MAX is in one segment, and what was reported has arrived', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        experiment(),
        fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 8 }),
        (input, parts) => {
          const trace = simulateAll({ ...input, lanes: ['tcp'] }).traces[0]!;
          const [connection] = connectionsOf(trace);
          for (const part of parts) {
            const timeNs = trace.timeAt(Math.floor((part / 1000) * trace.eventCount));
            const near = snapshotAt(trace, connection!.opener, timeNs);
            if (!near) continue;
            const views = outstandingAt(trace, connection!, 'opener', timeNs);
            let next = near.sendUnacked;
            for (const { range, belief, truth } of views) {
              // A segment may have been acknowledged in part.
              expect((next - range.start) >>> 0).toBeLessThan((range.end - range.start) >>> 0);
              next = range.end;
              seen.add(`${belief} ${truth.kind}`);
              if (belief === 'sacked') expect(truth.kind).toMatch(/held|delivered/);
            }
            expect(next).toBe(near.highestSent);
          }
        },
      ),
      { numRuns: 100 },
    );
    for (const pair of ['inFlight lost', 'inFlight delivered', 'sacked held', 'resent onLink', 'lost held'])
      expect(seen).toContain(pair);
  });
});
