import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHands } from '../../tests/arbitraryCommands';
import { experiment } from '../../tests/properties/arbitraries';
import { tcpOptions } from '../../tests/properties/tcpArbitraries';
import { simulateAll, simulateLane } from '../engine/simulate';
import type { Experiment, Rule } from '../experiment/experiment';
import { defaultStreet, streetExperiment, textPayload } from '../experiment/street';
import { MECHANISMS, type TcpOptions } from '../experiment/tcpOptions';
import { TCP_PRESETS } from '../experiment/tcpPresets';
import { CLEAR_WEATHER } from '../experiment/town';
import { changesOf, type VariableChange } from './changes';
import { type ConnectionEnd, connectionsOf } from './connectionEnds';
import { type Variable, VARIABLES } from './snapshot';
import { Trace } from './trace';

/** Ten pieces over TCP, with the pieces lost that `lost` names (counted from 1). */
function runOf(lost: readonly number[], pieces = 10, tcp: Partial<TcpOptions> = {}): Trace {
  const rules = lost.map((nth): Rule => ({
    link: 'R2-R3',
    direction: 0,
    role: 'piece',
    nth,
    verdict: { kind: 'drop' },
  }));
  const street = { ...defaultStreet('en'), weather: CLEAR_WEATHER, payload: textPayload('x'.repeat(pieces)) };
  const plain = streetExperiment({ ...street, pieceBytes: 1 }, ['tcp']);
  return simulateAll({ ...plain, rules, tcp: { ...plain.tcp, ...tcp } }).traces[0]!;
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

/** The sequence number of the client's piece, counted from 1. */
function pieceAt(trace: Trace, piece: number): number {
  return (trace.snapshot(0).initialSendSequence + piece) >>> 0;
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

  it('tells how a loss is noticed, repaired and paid for', () => {
    const trace = runOf([3], 16);
    expect(storyOf(trace, C, 'phase')).toEqual([
      'slowStart > fastRecovery: tripleDuplicateAck 5681 3.2',
      'fastRecovery > congestionAvoidance: sackRecoveryEnded 6675 5',
    ]);
    expect(storyOf(trace, C, 'ssthresh').at(-1)).toMatch(/> 5: lossReduction 5681 3.2$/);
    expect(storyOf(trace, C, 'cwnd').slice(0, 2)).toEqual([
      '0 > 10: initialWindow 6928 2',
      '10 > 11: slowStart 5681 3.1',
    ]);
    expect(storyOf(trace, C, 'lostBytes')).toEqual([
      '0 > 1: lossInferred 6675 4',
      '1 > 0: ackArrived 9293 3.10.7.4',
    ]);
    // Lost and sent again in the same instant, so that no snapshot holds it as lost without a copy.
    expect(storyOf(trace, C, 'lost')).toEqual([]);
    expect(allChanges(trace, C).filter(({ variable }) => variable === 'resent')[0]).toMatchObject({
      from: [],
      to: [{ start: pieceAt(trace, 3), end: pieceAt(trace, 4) }],
      reason: { kind: 'tripleDuplicateAck', count: 3 },
    });
    expect(storyOf(trace, C, 'resentBytes')[0]).toBe('0 > 1: tripleDuplicateAck 5681 3.2');
    expect(storyOf(trace, S, 'reassemblyBytes').at(-1)).toMatch(/> 0: gapFilled 5681 4.2$/);
  });

  it('names the rule by which a loss was found, and by which its recovery ended', () => {
    const told = (tcp: Partial<TcpOptions>): readonly (string | undefined)[] => {
      const trace = runOf([3], 16, tcp);
      return [storyOf(trace, C, 'lostBytes')[0], storyOf(trace, C, 'phase').at(-1)];
    };
    expect(told({ sackPermitted: false })).toEqual([
      '0 > 1: lossCounted 5681 3.2',
      'fastRecovery > congestionAvoidance: recoveryEnded 6582 3.2',
    ]);
    const overtaken = runOf([3], 16, { rackTlp: true, proportionalRateReduction: true });
    expect(storyOf(overtaken, C, 'lostBytes')[0]).toBe('0 > 1: lossOvertaken 8985 6.2');
    expect(storyOf(overtaken, C, 'phase').at(-1)).toMatch(/: sackRecoveryEnded 6675 5$/);
    // So much is lost that what arrives cannot fill the window again before recovery is over.
    const worse = runOf([2, 3, 4, 5, 6], 10, { proportionalRateReduction: true });
    expect(storyOf(worse, C, 'cwnd')).toContain('4 > 5: reductionCompleted 6937 3');
  });

  it('tells how a timeout moves the timer and the window', () => {
    // Only one piece, and what could tell of its loss, the FIN behind it, gives no three duplicate ACKs.
    const trace = runOf([1], 1);
    expect(storyOf(trace, C, 'rtoNs')).toContain('1000000000 > 2000000000: timerBackoff 6298 5.5');
    expect(storyOf(trace, C, 'cwnd')).toContain('10 > 1: timeoutReduction 5681 3.1');
    expect(storyOf(trace, C, 'phase')[0]).toMatch(/> timeoutRecovery: retransmissionTimeout 6298 5$/);
  });
});

/** Presets as they are, and any other settings. */
const settings = fc.oneof(fc.constantFrom(...Object.values(TCP_PRESETS)), tcpOptions(MECHANISMS));

/** Without its mechanisms TCP may go on for ever. */
const MOST_ACTIONS = 3000;

function beginningOf(input: Experiment): Trace {
  const trace = new Trace('tcp');
  simulateLane(input, 'tcp', trace).step(MOST_ACTIONS);
  return trace;
}

describe('any run', () => {
  it('has a reason and its source for each variable that changes, and for no other', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        experiment(),
        anyHands(),
        settings,
        fc.nat(3),
        (input, commands, tcp, markThresholdPackets) => {
          const links = input.town.links.map((link) => ({ ...link, markThresholdPackets }));
          const town = { ...input.town, links };
          const trace = beginningOf({ ...input, town, tcp, commands });
          const ends = connectionsOf(trace).flatMap(({ opener, peer }) => (peer ? [opener, peer] : opener));
          for (const told of ends.flatMap((end) => tellAll(trace, end))) seen.add(told);
        },
      ),
      { numRuns: 120 },
    );
    // A property that never saw a loss or a timeout proves nothing about them.
    const usual = ['cwnd slowStart', 'cwnd lossReduction', 'cwnd timeoutReduction', 'rtoNs timerBackoff'];
    for (const told of [
      ...usual,
      'scoreboard sackArrived',
      'reassembly outOfOrder',
      'ecnEchoing markArrived',
      'state poweredOff',
    ])
      expect(seen).toContain(told);
  });
});

/** Checks all changes of one end, and answers which reasons it met. */
function tellAll(trace: Trace, { events, snapshots }: ConnectionEnd): readonly string[] {
  return snapshots.flatMap((number, i) => {
    const changes = changesAt(trace, events[i]!);
    const unexplained = changes.filter(({ reason, source }) => reason.kind === 'none' || source === null);
    const named = changes.map(({ variable }) => variable);
    const different = i === 0 ? named : differences(trace, snapshots[i - 1]!, number);
    if (unexplained.length > 0 || named.join() !== different.join())
      expect({ event: events[i], unexplained, named }).toEqual({ unexplained: [], named: different });
    return changes.map(({ variable, reason }) => `${variable} ${reason.kind}`);
  });
}

function changesAt(trace: Trace, number: number): readonly VariableChange[] {
  const event = trace.event(number);
  if (event.kind !== 'connectionChanged') throw new Error(`event ${number} is no change of a connection`);
  return changesOf(trace, event);
}

function differences(trace: Trace, one: number, other: number): readonly Variable[] {
  const [a, b] = [trace.snapshot(one), trace.snapshot(other)];
  return VARIABLES.filter((variable) => JSON.stringify(a[variable]) !== JSON.stringify(b[variable]));
}
