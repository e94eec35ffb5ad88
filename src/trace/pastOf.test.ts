import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { pastOf } from './pastOf';
import { hashTraces } from './traceHash';

const run = simulateAll(streetExperiment(defaultStreet('en')));

describe('what is past', () => {
  it('is the run itself at its end, without a verdict', () => {
    const past = pastOf(run, Infinity);
    expect(hashTraces(past.traces)).toBe(run.result!.traceSha256);
    expect(past.result).toBeNull();
  });

  it.each([0, 60, 200, 700])('has at %i ms what has happened by then and nothing else', (ms) => {
    const untilNs = ms * 1_000_000;
    for (const [lane, past] of pastOf(run, untilNs).traces.entries()) {
      const whole = run.traces[lane]!;
      expect(past.eventCount).toBe(whole.indexAt(untilNs) + 1);
      for (let number = 0; number < past.eventCount; number += 1) {
        expect(past.event(number)).toEqual(whole.event(number));
      }
      for (let id = 0; id < past.packetCount; id += 1) expect(past.packet(id)).toEqual(whole.packet(id));
      expect(
        past.packetCount === whole.packetCount || whole.packet(past.packetCount).madeBy > past.eventCount - 1,
      ).toBe(true);
      for (let number = 0; number < past.snapshotCount; number += 1) {
        expect(past.snapshot(number)).toEqual(whole.snapshot(number));
      }
      expect(past.delivered()).toEqual(whole.delivered(0, past.deliveredLength));
    }
  });
});
