import { describe, expect, it } from 'vitest';
import { ms } from '../../../tests/handMade';
import { simulateAll } from '../../engine/simulate';
import { defaultStreet, filePayload, streetExperiment } from '../../experiment/street';
import { connectionsOf } from '../../trace/connectionEnds';
import type { Trace } from '../../trace/trace';
import { bracketsOf, receiveBands, sendBands } from './bands';
import { windowViewAt } from './windowView';

const trace = simulateAll(streetExperiment(defaultStreet('en'), ['tcp'])).traces[0]!;

const viewAt = (of: Trace, timeNs: number) => windowViewAt(of, connectionsOf(of)[0]!, 'opener', timeNs);

describe('the byte ruler', () => {
  it('shows nothing before there is a connection, and the SYN in flight first', () => {
    expect(viewAt(trace, -1)).toBeNull();
    const view = viewAt(trace, ms(1))!;
    expect(sendBands(view)[0]).toEqual({ kind: 'inFlight', from: 0, to: 1 });
    expect(receiveBands(view)).toEqual([]);
    expect(bracketsOf(view).map(({ kind }) => kind)).toEqual(['cwnd']);
  });

  it('shows a short message whole: 12 letters, a SYN and a FIN', () => {
    const { span } = viewAt(trace, ms(300))!;
    expect(span).toEqual({ from: 0, to: 16 });
  });

  it('leaves no place of its span without a band, in order, at any moment', () => {
    const bytes = new Uint8Array(60_000);
    const file = simulateAll(
      streetExperiment({ ...defaultStreet('en'), payload: filePayload('f', 'x/y', bytes) }, ['tcp']),
    ).traces[0]!;
    for (const of of [trace, file]) {
      for (let part = 0; part < 60; part += 1) {
        const timeNs = of.timeAt(Math.floor((part / 60) * of.eventCount));
        const view = viewAt(of, timeNs);
        if (!view) continue;
        for (const bands of [sendBands(view), receiveBands(view)]) {
          if (bands.length === 0) continue;
          expect(bands[0]!.from).toBe(view.span.from);
          expect(bands.at(-1)!.to).toBe(view.span.to);
          for (let i = 1; i < bands.length; i += 1) expect(bands[i]!.from).toBe(bands[i - 1]!.to);
        }
        // What is in flight is always in sight.
        const flight = sendBands(view).find(({ kind }) => kind === 'inFlight');
        expect(flight ? flight.to - flight.from : 0).toBeGreaterThanOrEqual(view.near.inFlight);
      }
    }
  });

  it('makes the smaller window the bold one', () => {
    const view = viewAt(trace, ms(300))!;
    const [rwnd, cwnd] = bracketsOf(view);
    expect(rwnd!.size).toBe(view.near.sendWindow);
    expect(cwnd!.size).toBe(view.near.cwnd);
    expect(cwnd!.isSmaller).toBe(view.near.cwnd < view.near.sendWindow);
    expect(rwnd!.isSmaller).toBe(!cwnd!.isSmaller);
  });

  it('shows held bytes behind a gap where the buffer has them', () => {
    const { peer } = connectionsOf(trace)[0]!;
    const nth = peer!.snapshots.findIndex((number) => trace.snapshot(number).reassembly.length > 0);
    const view = viewAt(trace, peer!.times[nth]!)!;
    const kinds = receiveBands(view).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['read', 'gap', 'held', 'free']));
    expect(kinds.indexOf('gap')).toBeLessThan(kinds.indexOf('held'));
  });
});
