import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import type { Command } from '../../src/experiment/command';
import { isForLane } from '../../src/experiment/commandLane';
import { causesOf } from '../../src/trace/causes';
import { commandOutcomes } from '../../src/trace/commandOutcomes';
import { endingsBetween, flightIndex } from '../../src/trace/legs';
import { findPacket, packetNameOf } from '../../src/trace/packetNames';
import type { Run } from '../../src/trace/run';
import { hashTraces } from '../../src/trace/traceHash';
import { experimentWithHands } from './aimedHands';

const RUNS = { numRuns: 200 };

/** How many commands of each kind did something: a property that never met one proves nothing about it. */
const met = new Map<string, number>();

function kindOf(command: Command): string {
  return command.kind === 'touchPacket' ? command.act.kind : command.kind;
}

function countMet(run: Run): void {
  commandOutcomes(run).forEach(({ kind }, number) => {
    const name = kindOf(run.experiment.commands[number]!);
    if (kind === 'met') met.set(name, (met.get(name) ?? 0) + 1);
  });
}

const eventsOf = (trace: Run['traces'][number]) =>
  Array.from({ length: trace.eventCount }, (_, index) => trace.event(index));

describe('any hands in any run', () => {
  afterAll(() => {
    const kinds = [
      'drop',
      'hold',
      'dup',
      'flip',
      'swap',
      'rescue',
      'cutLink',
      'powerOff',
      'closePort',
      'stopReading',
    ];
    for (const kind of kinds) expect(met.get(kind) ?? 0, kind).toBeGreaterThan(RUNS.numRuns / 20);
  });

  it('end, and give the same trace each time', () => {
    fc.assert(
      fc.property(experimentWithHands(), (asked) => {
        const run = simulateAll(asked);
        countMet(run);
        expect(simulateAll(asked).result!.traceSha256).toBe(run.result!.traceSha256);
      }),
      RUNS,
    );
  });

  it('leave a lane alone that they are not about', () => {
    fc.assert(
      fc.property(experimentWithHands(), (asked) => {
        const run = simulateAll(asked);
        countMet(run);
        for (const trace of run.traces) {
          const heard = asked.commands.filter((command) => isForLane(command, trace.lane, asked.apps));
          if (heard.length > 0) continue;
          const calm = simulateAll({ ...asked, lanes: [trace.lane], commands: [] });
          expect(hashTraces([trace])).toBe(hashTraces(calm.traces));
        }
      }),
      RUNS,
    );
  });

  it('every packet ends once, and every event comes from an input', () => {
    fc.assert(
      fc.property(experimentWithHands(), (asked) => {
        const run = simulateAll(asked);
        countMet(run);
        for (const trace of run.traces) {
          const ends = new Array<number>(trace.packetCount).fill(0);
          for (const event of eventsOf(trace)) {
            if (['packetAccepted', 'packetLost', 'packetDropped'].includes(event.kind) && 'packet' in event) {
              ends[event.packet]! += 1;
            }
            if (event.cause < 0) {
              expect(['appStarted', 'commandApplied']).toContain(event.kind);
            } else expect(event.cause).toBeLessThan(event.index);
          }
          expect(ends.every((count) => count === 1)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('a hand is the cause of all that it does, and its packets keep their names', () => {
    fc.assert(
      fc.property(experimentWithHands(), (asked) => {
        const run = simulateAll(asked);
        countMet(run);
        run.traces.forEach((trace, lane) => {
          for (const event of eventsOf(trace)) {
            if (event.reason.kind === 'byHand') {
              expect(causesOf(trace, event.index).at(-1)).toMatchObject({ kind: 'commandApplied' });
              expect(trace.event(event.cause)).toMatchObject({ command: event.reason.command });
            }
          }
          for (let packet = 0; packet < trace.packetCount; packet += 1) {
            expect(findPacket(run, packetNameOf(run, { lane, packet })!)).toEqual({ lane, packet });
          }
        });
      }),
      RUNS,
    );
  });

  it('a packet is on a link for as long as the trace says, however long hands keep it', () => {
    fc.assert(
      fc.property(experimentWithHands(), (asked) => {
        for (const trace of simulateAll(asked).traces) {
          const index = flightIndex(trace);
          const arrivals = new Set(
            eventsOf(trace).flatMap((event) =>
              event.kind === 'packetArrived' ? [`${event.packet} ${event.timeNs}`] : [],
            ),
          );
          for (const { kind, outcome, packet, endNs } of index.flights) {
            if (kind === 'link' && outcome === 'arrived') expect(arrivals).toContain(`${packet} ${endNs}`);
          }
          expect(isDeepStrictEqual(endingsBetween(index, -1, Infinity), index.endings)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});
