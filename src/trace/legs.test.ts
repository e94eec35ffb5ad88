import { describe, expect, it } from 'vitest';
import { endingsBetween, flightIndex, flightsAt, lastFlightOf } from './legs';
import { restedNs } from './rests';
import { Trace } from './trace';

const NONE = { kind: 'none' } as const;

function enter(trace: Trace, timeNs: number, packet: number, endNs: number, place = 0): void {
  trace.record(timeNs, 'linkEntered', { place, packet, departNs: timeNs, arriveNs: endNs }, -1, NONE);
}

function packetsAt(trace: Trace, timeNs: number): number[] {
  return flightsAt(flightIndex(trace), timeNs)
    .map(({ packet }) => packet)
    .toSorted((a, b) => a - b);
}

describe('flightsAt', () => {
  it('counts a packet from the moment it enters until just before it arrives', () => {
    const trace = new Trace('udp');
    enter(trace, 10, 0, 20);
    expect([9, 10, 19, 20].map((time) => packetsAt(trace, time))).toEqual([[], [0], [0], []]);
  });

  it('follows a trace that grows', () => {
    const trace = new Trace('udp');
    enter(trace, 10, 0, 20);
    expect(packetsAt(trace, 15)).toEqual([0]);
    enter(trace, 12, 1, 22);
    expect(packetsAt(trace, 15)).toEqual([0, 1]);
  });

  it('ends a lost packet at the moment of loss, with its fraction', () => {
    const trace = new Trace('udp');
    enter(trace, 0, 7, 100);
    trace.record(30, 'packetLost', { place: 0, packet: 7, fraction: 0.3 }, -1, {
      kind: 'weather',
      fate: 'loss',
    });
    const [flight] = flightsAt(flightIndex(trace), 29);
    expect(flight).toMatchObject({ outcome: 'lost', endNs: 30, dueNs: 100, fraction: 0.3 });
    expect(packetsAt(trace, 30)).toEqual([]);
    expect(endingsBetween(flightIndex(trace), 0, 30)).toMatchObject([
      { packet: 7, way: 0, node: -1, fraction: 0.3 },
    ]);
    expect(endingsBetween(flightIndex(trace), 30, 90)).toEqual([]);
  });

  it('keeps a packet in the queue until it enters the link', () => {
    const trace = new Trace('udp');
    trace.record(5, 'packetQueued', { place: 4, packet: 2, queueLength: 1 }, -1, { kind: 'linkBusy' });
    expect(flightsAt(flightIndex(trace), 1_000)).toMatchObject([{ kind: 'queue', endNs: Infinity }]);
    enter(trace, 9, 2, 30, 4);
    expect(flightsAt(flightIndex(trace), 8)).toMatchObject([{ kind: 'queue', endNs: 9 }]);
    expect(flightsAt(flightIndex(trace), 9)).toMatchObject([{ kind: 'link' }]);
  });

  it('knows damage and extra delay', () => {
    const trace = new Trace('udp');
    enter(trace, 0, 0, 100);
    trace.record(0, 'packetDelayed', { place: 0, packet: 0, delayNs: 40 }, -1, NONE);
    trace.record(50, 'packetCorrupted', { place: 0, packet: 0, bit: 3, fraction: 0.5 }, -1, NONE);
    expect(flightsAt(flightIndex(trace), 10)).toMatchObject([{ delayedNs: 40, corruptedAtNs: 50 }]);
  });

  it('tells a full queue from a machine that threw a packet away', () => {
    const trace = new Trace('udp');
    enter(trace, 0, 0, 1, 2);
    trace.record(1, 'packetDropped', { place: 4, packet: 0 }, -1, { kind: 'queueFull', limit: 1 });
    trace.record(2, 'packetDropped', { place: 1, packet: 1 }, -1, { kind: 'badTransportChecksum' });
    expect(endingsBetween(flightIndex(trace), 0, 9)).toMatchObject([
      { way: 4, node: -1, why: 'queueFull' },
      { way: -1, node: 1, why: 'badTransportChecksum' },
    ]);
    expect(flightsAt(flightIndex(trace), 0)).toMatchObject([{ outcome: 'dropped', endNs: 1 }]);
  });

  it('finds the same flights as a look at every one of a long trace', () => {
    const trace = new Trace('tcp');
    const spans: { packet: number; startNs: number; endNs: number }[] = [];
    for (let packet = 0; packet < 3_000; packet += 1) {
      // Every 200th stays for long, so that a search must look far back.
      const span = {
        packet,
        startNs: packet * 3,
        endNs: packet * 3 + (packet % 200 === 0 ? 5_000 : 10 + (packet % 17)),
      };
      spans.push(span);
      enter(trace, span.startNs, packet, span.endNs);
    }
    for (let time = 0; time < 9_500; time += 97) {
      const expected = spans.filter(({ startNs, endNs }) => startNs <= time && time < endNs);
      expect(packetsAt(trace, time)).toEqual(expected.map(({ packet }) => packet));
    }
  });
});

describe('lastFlightOf', () => {
  it('is the stay a packet is in, or was in last', () => {
    const trace = new Trace('udp');
    enter(trace, 0, 0, 10, 0);
    enter(trace, 3, 1, 13, 0);
    enter(trace, 10, 0, 20, 2);
    const index = flightIndex(trace);
    expect([0, 12, 99].map((time) => lastFlightOf(index, 0, time)?.way)).toEqual([0, 2, 2]);
    expect(lastFlightOf(index, 1, 2)).toBeUndefined();
  });
});

describe('a packet that hands keep on its way', () => {
  const byHand = { kind: 'byHand', command: 0 } as const;
  const hold = (trace: Trace, timeNs: number, delayNs: number): void => {
    trace.record(timeNs, 'packetDelayed', { place: 0, packet: 0, delayNs }, -1, byHand);
  };
  const flightOf = (trace: Trace) => lastFlightOf(flightIndex(trace), 0, 0)!;

  it('arrives so much later, and rests where it is meanwhile', () => {
    const trace = new Trace('udp');
    enter(trace, 0, 0, 100);
    hold(trace, 20, 30);
    hold(trace, 40, 10);
    hold(trace, 90, 5);
    const { endNs, dueNs, delayedNs, rests } = flightOf(trace);
    expect({ endNs, dueNs, delayedNs }).toEqual({ endNs: 145, dueNs: 145, delayedNs: 0 });
    expect([20, 35, 60, 70, 92, 200].map((timeNs) => restedNs(rests, timeNs))).toEqual([
      0, 15, 40, 40, 42, 45,
    ]);
    expect(packetsAt(trace, 144)).toEqual([0]);
  });

  it('that waits for another rests as long as it may, until that one has come', () => {
    const trace = new Trace('udp');
    enter(trace, 0, 0, 100);
    trace.record(20, 'packetHeld', { place: 0, packet: 0, fraction: 0.2, untilNs: 1000 }, -1, byHand);
    expect(flightOf(trace)).toMatchObject({ endNs: 1080, rests: [{ fromNs: 20, isOpen: true }] });
    hold(trace, 50, 60);
    expect(flightOf(trace)).toMatchObject({ endNs: 160, rests: [{ fromNs: 20, byNs: 60, isOpen: false }] });
  });
});
