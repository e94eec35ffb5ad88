import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import type { Command } from '../../src/experiment/command';
import type { Experiment } from '../../src/experiment/experiment';
import { pieceAt, pieceCount, senderOf } from '../../src/experiment/pieces';
import type { EventKind } from '../../src/trace/event';
import type { Run } from '../../src/trace/run';
import type { Trace } from '../../src/trace/trace';
import { experimentWithHands } from './aimedHands';
import { experiment, weather } from './arbitraries';

const RUNS = { numRuns: 500, verbose: fc.VerbosityLevel.Verbose };

/** What needs no cause in the town: a person or the experiment did it. */
const INPUTS: readonly EventKind[] = ['appStarted', 'commandApplied'];

/** How many runs met each fate: a property that never met one proves nothing about it. */
const met = { packetLost: 0, packetCorrupted: 0, packetDuplicated: 0, packetDelayed: 0, packetDropped: 0 };

function countFates(run: Run): void {
  const seen = new Set(run.traces.flatMap((trace) => kindsOf(trace)));
  for (const kind of Object.keys(met) as (keyof typeof met)[]) if (seen.has(kind)) met[kind] += 1;
}

function kindsOf(trace: Trace): string[] {
  return Array.from({ length: trace.eventCount }, (_, index) => trace.kindAt(index));
}

describe('any message, seed and weather', () => {
  afterAll(() => {
    for (const [fate, runs] of Object.entries(met)) expect(runs, fate).toBeGreaterThan(RUNS.numRuns / 50);
  });

  it('TCP: the app holds exactly the message, or the sender is told of failure', () => {
    fc.assert(
      fc.property(experiment(), (input) => {
        const run = simulateAll({ ...input, lanes: ['tcp'] });
        countFates(run);
        const lane = run.result!.lanes[0]!;
        if (!lane.intact) expect(lane.senderTold).toMatch(/gaveUp|connectionReset|connectionRefused/);
        const sent = wholeMessage(input);
        const got = run.traces[0]!.delivered();
        expect(isDeepStrictEqual(got, sent.subarray(0, got.length))).toBe(true);
      }),
      RUNS,
    );
  });

  it('UDP: every datagram the app reads was written, and none has a wrong byte', () => {
    fc.assert(
      fc.property(experiment(), (input) => {
        const run = simulateAll({ ...input, lanes: ['udp'] });
        countFates(run);
        const app = senderOf(input)!;
        const trace = run.traces[0]!;
        for (const event of eventsOf(trace)) {
          if (event.kind !== 'bytesDelivered') continue;
          const { piece } = trace.packet(event.packet);
          expect(trace.delivered(event.start, event.start + event.length)).toEqual(pieceAt(app, piece));
        }
      }),
      RUNS,
    );
  });

  it('every packet is exactly one of delivered, lost, dropped (damaged or not) or in flight', () => {
    fc.assert(
      fc.property(experiment(), (input) => {
        for (const trace of simulateAll(input).traces) {
          const ends = new Array<number>(trace.packetCount).fill(0);
          for (const event of eventsOf(trace)) {
            if (['packetAccepted', 'packetLost', 'packetDropped'].includes(event.kind) && 'packet' in event) {
              ends[event.packet]! += 1;
            }
          }
          // The run is over, so nothing is in flight any more: each has ended once.
          expect(ends.every((count) => count === 1)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('times never decrease and every cause is an earlier event', () => {
    fc.assert(
      fc.property(experiment(), (input) => {
        for (const trace of simulateAll(input).traces) {
          const numbers = Array.from({ length: trace.eventCount }, (_, index) => index);
          const wrong = numbers.filter((index) => {
            const cause = trace.causeAt(index);
            const isExplained = cause < index && (cause >= 0 || INPUTS.includes(trace.kindAt(index)));
            return !isExplained || (index > 0 && trace.timeAt(index) < trace.timeAt(index - 1));
          });
          expect(wrong).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('a command at t leaves everything before t as it was', () => {
    fc.assert(
      fc.property(experimentWithHands(), weather(), fc.nat(3000), (input, flipped, ms) => {
        const flip: Command = { kind: 'setWeather', atNs: ms * 1_000_000, link: 'R2-R3', weather: flipped };
        const commands = [...input.commands, flip].toSorted((one, other) => one.atNs - other.atNs);
        const cut = commands.findIndex(({ atNs }) => atNs >= flip.atNs);
        const before = simulateAll({ ...input, commands: commands.slice(0, cut) });
        const after = simulateAll({ ...input, commands });
        const { atNs } = commands[cut]!;
        before.traces.forEach((trace, lane) => {
          expect(isDeepStrictEqual(prefix(after.traces[lane]!, atNs), prefix(trace, atNs))).toBe(true);
        });
      }),
      RUNS,
    );
  });
});

function wholeMessage(input: Experiment): Uint8Array {
  const app = senderOf(input)!;
  const pieces = Array.from({ length: pieceCount(app) }, (_, number) => pieceAt(app, number));
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

function eventsOf(trace: Trace, count = trace.eventCount) {
  return Array.from({ length: count }, (_, index) => trace.event(index));
}

/** Everything a trace says of the time before `atNs`. */
function prefix(trace: Trace, atNs: number) {
  let count = 0;
  while (count < trace.eventCount && trace.timeAt(count) < atNs) count += 1;
  return eventsOf(trace, count).map((event) => {
    if (event.kind === 'packetSent') return { ...event, made: trace.packet(event.packet) };
    if (event.kind === 'connectionChanged') return { ...event, snapshot: trace.snapshot(event.snapshot) };
    return event;
  });
}
