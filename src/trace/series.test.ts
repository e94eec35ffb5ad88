import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, filePayload, streetExperiment } from '../experiment/street';
import { connectionsOf } from './connectionEnds';
import { flightsAt, flightIndex } from './legs';
import { marksOf } from './marks';
import type { Run } from './run';
import { connectionSeries } from './seriesConnection';
import { queueSeries } from './seriesQueue';
import { rateSeries, roundStretch } from './seriesRate';
import { sequenceMarks } from './seriesSequence';
import type { Trace } from './trace';

const text = simulateAll(streetExperiment(defaultStreet('en')));
const file: Run = simulateAll(
  streetExperiment({
    ...defaultStreet('en'),
    payload: filePayload('f', 'application/octet-stream', new Uint8Array(60_000)),
  }),
);
const openerOf = (trace: Trace) => connectionsOf(trace)[0]!.opener;

describe('the series of a connection', () => {
  it('are the values of its snapshots, one for each', () => {
    for (const { traces } of [text, file]) {
      const trace = traces[0]!;
      for (const end of [openerOf(trace), connectionsOf(trace)[0]!.peer!]) {
        const series = connectionSeries(trace, end);
        expect(series.times).toEqual(end.times);
        end.snapshots.forEach((number, i) => {
          const snapshot = trace.snapshot(number);
          expect(series.cwnd[i]).toBe(snapshot.cwnd);
          expect(series.inFlight[i]).toBe(snapshot.inFlight);
          expect(series.rtoNs[i]).toBe(snapshot.rtoNs);
          expect(series.smoothedRttNs[i] ?? 0).toBe(snapshot.smoothedRttNs);
          expect(series.acknowledged[i]).toBe((snapshot.sendUnacked - snapshot.initialSendSequence) >>> 0);
          if (series.ssthresh[i] !== null) expect(series.ssthresh[i]).toBe(snapshot.ssthresh);
        });
      }
    }
  });

  it('have the round trips out of which SRTT was made (RFC 6298 §2.3)', () => {
    for (const { traces } of [text, file]) {
      const trace = traces[0]!;
      const { samples, times, smoothedRttNs } = connectionSeries(trace, openerOf(trace));
      expect(samples.length).toBeGreaterThan(2);
      let smoothed: number | null = null;
      for (const { timeNs, value } of samples) {
        const next: number = smoothed === null ? value : (7 * smoothed + value) / 8;
        smoothed = smoothedRttNs[times.lastIndexOf(timeNs)]!;
        // The engine counts in whole nanoseconds.
        expect(Math.abs(smoothed - next)).toBeLessThan(2);
      }
    }
  });
});

describe('the marks of a sequence–time diagram', () => {
  it('are every sending and every loss of the end’s segments', () => {
    for (const run of [text, file]) {
      const trace = run.traces[0]!;
      const { sent, lost } = sequenceMarks(trace, openerOf(trace));
      const again = new Set(sent.filter(({ isAgain }) => isAgain).map(({ packet }) => packet));
      expect(again.size).toBe(run.result!.lanes[0]!.retransmissions);
      const losses = marksOf(run).filter(
        ({ kind, lane, piece }) => kind === 'loss' && lane === 0 && piece >= 0,
      );
      expect(lost.length).toBeGreaterThanOrEqual(losses.length);
      for (const mark of sent) expect(mark.end).toBeGreaterThan(mark.start);
    }
  });
});

describe('the length of a queue', () => {
  it('is the number of packets that wait there, at any moment', () => {
    const street = defaultStreet('en');
    const slow = simulateAll(
      streetExperiment({
        ...street,
        payload: filePayload('f', 'x/y', new Uint8Array(40_000)),
        link: { ...street.link, rateBps: 200_000, queuePackets: 5 },
      }),
    );
    // Over UDP pieces are written at the road's pace.
    for (const trace of [slow.traces[0]!]) {
      const queues = queueSeries(trace);
      expect(queues.length).toBeGreaterThan(0);
      const index = flightIndex(trace);
      for (const { way, times, lengths } of queues) {
        expect(Math.max(...lengths)).toBeLessThanOrEqual(6);
        for (let i = 0; i < times.length; i += 7) {
          const timeNs = times[i]!;
          const last = times.lastIndexOf(timeNs);
          const waiting = flightsAt(index, timeNs).filter((one) => one.kind === 'queue' && one.way === way);
          expect(lengths[last]).toBe(waiting.length);
        }
      }
    }
  });
});

describe('throughput and goodput', () => {
  it('add up to what arrived and to what the app read', () => {
    for (const run of [text, file]) {
      run.traces.forEach((trace, lane) => {
        const stretchNs = roundStretch(trace.endNs, 40);
        const { times, throughput, goodput } = rateSeries(trace, run.experiment, stretchNs, trace.endNs);
        const bytes = (rates: readonly number[]): number =>
          rates.reduce((sum, rate) => sum + (rate * stretchNs) / 8e9, 0);
        expect(times[1]).toBe(stretchNs);
        expect(Math.round(bytes(goodput))).toBe(trace.deliveredLength);
        expect(bytes(throughput)).toBeGreaterThan(bytes(goodput));
        expect(bytes(throughput)).toBeLessThanOrEqual(run.result!.lanes[lane]!.bytesSent + 1);
      });
    }
  });

  it('are counted over round stretches of time', () => {
    expect([3, 47, 120, 999].map((end) => roundStretch(end * 1e6, 10))).toEqual([5e5, 5e6, 2e7, 1e8]);
  });
});
