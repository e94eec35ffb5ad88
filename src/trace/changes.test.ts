import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { experiment } from '../../tests/properties/arbitraries';
import { simulateAll } from '../engine/simulate';
import type { Rule } from '../experiment/experiment';
import { defaultStreet, streetExperiment, textPayload } from '../experiment/street';
import { MECHANISMS } from '../experiment/tcpOptions';
import { CLEAR_WEATHER } from '../experiment/town';
import { changesOf, type VariableChange } from './changes';
import { connectionsOf } from './connectionEnds';
import { type Variable, VARIABLES } from './snapshot';
import type { Trace } from './trace';

/** Ten pieces over TCP, with the pieces lost that `lost` names (counted from 1). */
function runOf(lost: readonly number[], pieces = 10): Trace {
  const rules = lost.map((nth): Rule => ({
    link: 'R2-R3',
    direction: 0,
    role: 'piece',
    nth,
    verdict: { kind: 'drop' },
  }));
  const street = { ...defaultStreet('en'), weather: CLEAR_WEATHER, payload: textPayload('x'.repeat(pieces)) };
  const plain = streetExperiment({ ...street, pieceBytes: 1 }, ['tcp']);
  return simulateAll({ ...plain, rules }).traces[0]!;
}

interface Change extends VariableChange {
  readonly place: number;
  readonly timeNs: number;
}

function allChanges(trace: Trace, place: number): readonly Change[] {
  return Array.from({ length: trace.eventCount }, (_, number) => trace.event(number)).flatMap((event) =>
    event.kind === 'connectionChanged' && event.place === place
      ? changesOf(trace, event).map((change) => ({ ...change, place, timeNs: event.timeNs }))
      : [],
  );
}

/** `from > to: reason RFC section` of each change of one variable. */
function storyOf(trace: Trace, place: number, variable: VariableChange['variable']): readonly string[] {
  return allChanges(trace, place)
    .filter((change) => change.variable === variable)
    .map(({ from, to, reason, source }) => {
      const where = source ? `${source.rfc} ${source.section}` : 'app';
      return `${from as string} > ${to as string}: ${reason.kind} ${where}`;
    });
}

const [C, S] = [0, 1];

describe('changesOf', () => {
  it('tells each state of both ends, however short, and why it was entered', () => {
    const trace = runOf([]);
    expect(storyOf(trace, C, 'state')).toEqual([
      'null > SYN-SENT: openActive 9293 3.10.1',
      'SYN-SENT > ESTABLISHED: connected 9293 3.5',
      'ESTABLISHED > FIN-WAIT-1: appClosed 9293 3.6',
      'FIN-WAIT-1 > FIN-WAIT-2: finAcknowledged 9293 3.10.7.4',
      'FIN-WAIT-2 > TIME-WAIT: peerClosed 9293 3.6',
      'TIME-WAIT > CLOSED: timeWaitOver 9293 3.10.8',
    ]);
    expect(storyOf(trace, S, 'state')).toEqual([
      'null > LISTEN: appCalled 9293 3.9.1',
      'LISTEN > SYN-RECEIVED: synArrived 9293 3.10.7',
      'SYN-RECEIVED > ESTABLISHED: connected 9293 3.5',
      'ESTABLISHED > CLOSE-WAIT: peerClosed 9293 3.6',
      'CLOSE-WAIT > LAST-ACK: appClosed 9293 3.6',
      'LAST-ACK > CLOSED: finAcknowledged 9293 3.10.7.4',
    ]);
  });
});

/** Settings that change who explains what. */
const settings = fc.record(
  {
    sackPermitted: fc.boolean(),
    timestamps: fc.boolean(),
    congestionControl: fc.constantFrom('reno' as const, 'cubic' as const),
    hybridSlowStart: fc.boolean(),
    slowStartAfterIdle: fc.boolean(),
    ecn: fc.boolean(),
    rackTlp: fc.boolean(),
    proportionalRateReduction: fc.boolean(),
    forwardRtoRecovery: fc.boolean(),
    undoesSpuriousReductions: fc.boolean(),
    receiveBufferBytes: fc.constantFrom(64, 3000, 65_535),
    without: fc.subarray([...MECHANISMS], { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

describe('any run', () => {
  it('has a reason and its source for each variable that changes, and for no other', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(experiment(), settings, (input, changed) => {
        const run = { ...input, lanes: ['tcp'] as const, tcp: { ...input.tcp, ...changed } };
        const trace = simulateAll(run).traces[0]!;
        for (const { opener, peer } of connectionsOf(trace)) {
          for (const end of peer ? [opener, peer] : [opener]) {
            end.snapshots.forEach((number, i) => {
              const changes = changesAt(trace, end.events[i]!);
              for (const { variable, reason, source } of changes) {
                expect([variable, reason.kind], `${variable} at event ${end.events[i]}`).not.toContain(
                  'none',
                );
                expect(source, `${variable} for ${reason.kind}`).not.toBeNull();
                seen.add(`${variable} ${reason.kind}`);
              }
              if (i === 0) return;
              const named = changes.map(({ variable }) => variable);
              expect(named).toEqual(differences(trace, end.snapshots[i - 1]!, number));
            });
          }
        }
      }),
      { numRuns: 150 },
    );
    // A property that never saw a loss or a timeout proves nothing about them.
    for (const reason of [
      'cwnd slowStart',
      'cwnd lossReduction',
      'cwnd timeoutReduction',
      'rtoNs timerBackoff',
    ])
      expect(seen).toContain(reason);
  });
});

function changesAt(trace: Trace, number: number): readonly VariableChange[] {
  const event = trace.event(number);
  if (event.kind !== 'connectionChanged') throw new Error(`event ${number} is no change of a connection`);
  return changesOf(trace, event);
}

function differences(trace: Trace, one: number, other: number): readonly Variable[] {
  const [a, b] = [trace.snapshot(one), trace.snapshot(other)];
  return VARIABLES.filter((variable) => JSON.stringify(a[variable]) !== JSON.stringify(b[variable]));
}
