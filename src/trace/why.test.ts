import { describe, expect, it } from 'vitest';
import { ms } from '../../tests/handMade';
import { simulateAll } from '../engine/simulate';
import type { Experiment, Rule } from '../experiment/experiment';
import { CLOSED_PORT, defaultStreet, filePayload, streetExperiment, textPayload } from '../experiment/street';
import { CLEAR_WEATHER } from '../experiment/town';
import { packetNameOf } from './packetNames';
import type { Run } from './run';
import { whyOf, type WhyQuestion } from './why';
import type { WhyStep } from './whyStep';

const clear = { ...defaultStreet('en'), weather: CLEAR_WEATHER };

function runOf(change: Partial<Experiment>, street = clear): Run {
  return simulateAll({ ...streetExperiment(street), ...change });
}

/** The story: each step's role, the piece it is about, and the rule behind it. */
function story(run: Run, steps: readonly WhyStep[]): readonly string[] {
  return steps.map(({ role, packet, event, source }) => {
    const trace = run.traces[packet?.lane ?? 0]!;
    const piece = event.kind === 'appWrote' ? event.piece : packet ? trace.packet(packet.packet).piece : -1;
    const rule = source ? ` (${source.rfc} §${source.section})` : '';
    return `${role}${piece < 0 ? '' : ` ${piece + 1}`}${rule}`;
  });
}

const ask = (run: Run, question: WhyQuestion): readonly string[] => story(run, whyOf(run, question));

/** The first packet of lane 0 that was made for such a reason. */
function packetFor(run: Run, reason: string): number {
  const trace = run.traces[0]!;
  const numbers = Array.from({ length: trace.packetCount }, (_, packet) => packet);
  return numbers.find((packet) => trace.event(trace.packet(packet).madeBy).reason.kind === reason)!;
}

function eventOf(run: Run, kind: string): number {
  const trace = run.traces[0]!;
  const numbers = Array.from({ length: trace.eventCount }, (_, number) => number);
  return numbers.find((number) => trace.kindAt(number) === kind)!;
}

const drop = (role: Rule['role'], nth: number, direction: 0 | 1 = 0): Rule => ({
  link: 'R2-R3',
  direction,
  role,
  nth,
  verdict: { kind: 'drop' },
});

describe('why a packet was sent', () => {
  it('a fast retransmission: the lost piece, three duplicate ACKs, the rule', () => {
    const run = runOf({}, defaultStreet('en'));
    const packet = packetFor(run, 'tripleDuplicateAck');
    expect(ask(run, { kind: 'sent', lane: 0, packet })).toEqual([
      'lost 3 (1122 §1.1.3)',
      'repeatedAck (5681 §4.2)',
      'repeatedAck (5681 §4.2)',
      'repeatedAck (5681 §4.2)',
      'resent 3 (5681 §3.2)',
    ]);
    const because = whyOf(run, { kind: 'sent', lane: 0, packet }).flatMap((step) => step.because ?? []);
    expect(because.map((ref) => run.traces[0]!.packet(ref.packet).piece)).toEqual([3, 4, 5]);
  });

  it('a timeout: both sendings lost, the setting of the timer, its end', () => {
    const run = runOf({}, defaultStreet('en'));
    expect(ask(run, { kind: 'sent', lane: 0, packet: packetFor(run, 'retransmissionTimeout') })).toEqual([
      'lost 7 (1122 §1.1.3)',
      'resent 7 (6675 §4)',
      'lost 7 (1122 §1.1.3)',
      'timerSet (6298 §5)',
      'timerExpired (6298 §5)',
      'resent 7 (6298 §5)',
    ]);
  });

  it('a needless one: the piece had arrived, and its ACK was lost', () => {
    const run = runOf(
      { rules: Array.from({ length: 6 }, (_, i) => drop('control', 2 + i, 1)) },
      {
        ...clear,
        payload: textPayload('A'),
      },
    );
    const steps = whyOf(run, { kind: 'sent', lane: 0, packet: packetFor(run, 'retransmissionTimeout') });
    const told = story(run, steps);
    expect(told[0]).toMatch(/^timerSet/u);
    expect(told).toContain('arrived 1 (9293 §3.10.7.4)');
    expect(told).toContain('answerLost (1122 §1.1.3)');
    expect(told.at(-1)).toBe('resent 1 (6298 §5)');
  });

  it('a RST: the app that called, its SYN, the closed port', () => {
    const run = runOf({}, { ...clear, ports: { tcp: CLOSED_PORT, udp: CLOSED_PORT } });
    expect(ask(run, { kind: 'sent', lane: 0, packet: packetFor(run, 'portClosed') })).toEqual([
      'appStarted',
      'sent (9293 §3.10.1)',
      'dropped (9293 §3.5.2)',
      'sent (9293 §3.5.2)',
    ]);
  });

  it('a window probe: the app that does not read', () => {
    const payload = filePayload('f', 'application/zip', new Uint8Array(14_000));
    const experiment = streetExperiment({ ...clear, payload });
    const run = runOf({
      ...experiment,
      tcp: { ...experiment.tcp, receiveBufferBytes: 3500, windowScale: null },
      apps: experiment.apps.map((app) =>
        app.kind === 'receive' ? { ...app, pauses: [{ fromNs: ms(200), toNs: ms(9000) }] } : app,
      ),
    });
    const told = ask(run, { kind: 'sent', lane: 0, packet: packetFor(run, 'windowProbe') });
    expect(told).toContain('notReading (9293 §3.8.6.2.2)');
    expect(told.slice(-3).map((step) => step.split(' ')[0])).toEqual(['timerSet', 'timerExpired', 'sent']);
    const silence = ask(run, { kind: 'silence', lane: 0, timeNs: ms(3900) });
    expect(silence.map((step) => step.split(' ')[0])).toContain('notReading');
  });

  it('a window that a person shut: the command to stop reading comes first', () => {
    const payload = filePayload('f', 'application/zip', new Uint8Array(14_000));
    const experiment = streetExperiment({ ...clear, payload });
    const run = runOf({
      ...experiment,
      tcp: { ...experiment.tcp, receiveBufferBytes: 3500, windowScale: null },
      commands: [{ kind: 'stopReading', atNs: ms(200), host: 'S' }],
    });
    const told = ask(run, { kind: 'sent', lane: 0, packet: packetFor(run, 'windowProbe') });
    expect(told.map((step) => step.split(' ')[0])).toContain('command');
    expect(told.map((step) => step.split(' ')[0])).toContain('notReading');
  });

  it('data that waited: the app’s call, and the ACK that made room', () => {
    const run = runOf({}, defaultStreet('en'));
    const trace = run.traces[0]!;
    const packet = Array.from({ length: trace.packetCount }, (_, id) => id).find(
      (id) => trace.packet(id).piece === 10,
    )!;
    expect(ask(run, { kind: 'sent', lane: 0, packet })).toEqual([
      'appWrote 11',
      'madeRoom (9293 §3.10.7.4)',
      'sent 11 (9293 §3.10.2)',
    ]);
  });
});

describe('why a packet ended', () => {
  it('weather that a person made: the command comes into the story', () => {
    const weather = { ...CLEAR_WEATHER, loss: 1 };
    const run = runOf({ commands: [{ kind: 'setWeather', atNs: ms(100), link: 'R2-R3', weather }] });
    const lost = run.traces[0]!.event(eventOf(run, 'packetLost'));
    const packet = lost.kind === 'packetLost' ? lost.packet : -1;
    expect(ask(run, { kind: 'ended', lane: 0, packet }).at(0)).toBe('command');
    expect(ask(run, { kind: 'ended', lane: 0, packet }).at(-1)).toMatch(/^lost/u);
  });

  it('a hand took it: that hand', () => {
    const clean = runOf({});
    const packet = packetFor(clean, 'newData');
    const run = runOf({
      commands: [
        {
          kind: 'touchPacket',
          atNs: ms(1),
          packet: packetNameOf(clean, { lane: 0, packet })!,
          link: 'R2-R3',
          direction: 0,
          act: { kind: 'drop' },
        },
      ],
    });
    const told = ask(run, { kind: 'ended', lane: 0, packet });
    expect(told[0]).toBe('command');
    expect(told.at(-1)).toBe('lost 1');
  });

  it('a damaged one: the bit that flipped, then the checksum', () => {
    const rule: Rule = {
      link: 'R2-R3',
      direction: 0,
      role: 'piece',
      nth: 2,
      verdict: { kind: 'flip', bit: 320 },
    };
    const run = runOf({ rules: [rule] });
    const dropped = run.traces[0]!.event(eventOf(run, 'packetDropped'));
    const packet = dropped.kind === 'packetDropped' ? dropped.packet : -1;
    expect(ask(run, { kind: 'ended', lane: 0, packet })).toEqual([
      'corrupted 2 (1122 §1.1.3)',
      'dropped 2 (9293 §3.1)',
    ]);
  });

  it('one that arrived has no bad end', () => {
    expect(whyOf(runOf({}), { kind: 'ended', lane: 0, packet: 0 })).toEqual([]);
  });
});

describe('why a connection changed', () => {
  it('the congestion window was halved: with the loss that the sender noticed', () => {
    const run = runOf({}, defaultStreet('en'));
    const trace = run.traces[0]!;
    const events = Array.from({ length: trace.eventCount }, (_, number) => trace.event(number));
    const event = events.findIndex(
      (one) =>
        one.kind === 'connectionChanged' &&
        trace.changeReasons(one.snapshot).some(({ reason }) => reason.kind === 'lossReduction'),
    );
    const steps = whyOf(run, { kind: 'changed', lane: 0, event, variable: 'cwnd' });
    expect(story(run, steps).at(0)).toBe('lost 3 (1122 §1.1.3)');
    expect(story(run, steps).at(-1)).toBe('changed (5681 §3.2)');
    expect(steps.at(-1)?.change).toMatchObject({ variable: 'cwnd', reason: { kind: 'lossReduction' } });
  });
});

describe('why nothing happens', () => {
  const run = runOf({}, defaultStreet('en'));

  it('both ends wait: one for the byte that was lost twice, one for its timer', () => {
    const steps = whyOf(run, { kind: 'silence', lane: 0, timeNs: ms(600) });
    expect(story(run, steps)).toEqual([
      'lost 7 (1122 §1.1.3)',
      'resent 7 (6675 §4)',
      'lost 7 (1122 §1.1.3)',
      'waitsForTimer (6298 §5)',
      'waitsForByte (9293 §3.10.7.4)',
    ]);
    expect(steps.at(-1)?.number).toBe(7);
    expect(steps.at(-2)?.untilNs).toBe(1_364_525_440);
  });

  it('a packet is still on its way, and the app has more to give', () => {
    const steps = whyOf(run, { kind: 'silence', lane: 1, timeNs: ms(10) });
    expect(story(run, steps)).toEqual(['underWay 1', 'waitsForApp 1']);
    expect(steps.map(({ untilNs }) => untilNs)).toEqual([expect.any(Number), ms(20)]);
  });

  it('the app itself waits for an answer over UDP, and tells its timer', () => {
    const own = runOf(
      { rules: [drop('piece', 2)] },
      {
        ...clear,
        payload: filePayload('f', 'x/y', new Uint8Array(30)),
        pieceBytes: 10,
        lanes: ['udp'],
        reliability: { kind: 'stopAndWait', timerNs: ms(500) },
      },
    );
    const { timeNs } = own.traces[0]!.event(eventOf(own, 'packetLost'));
    const steps = whyOf(own, { kind: 'silence', lane: 0, timeNs: timeNs + ms(100) });
    expect(story(own, steps)).toEqual(['waitsForAnswer 2 (8085 §3.3)']);
  });

  it('an app whose connection was reset has nothing more to give, though a piece would be due', () => {
    const reset = runOf({
      commands: [{ kind: 'closePort', atNs: ms(90), host: 'S', transport: 'tcp', port: 80 }],
    });
    const trace = reset.traces[0]!;
    const events = Array.from({ length: trace.eventCount }, (_, number) => trace.event(number));
    const told = events.find(({ kind, reason }) => kind === 'appTold' && reason.kind === 'connectionReset')!;
    const waits = ask(reset, { kind: 'silence', lane: 0, timeNs: told.timeNs });
    expect(waits.filter((step) => step.startsWith('waitsForApp'))).toEqual([]);
    const before = ask(reset, { kind: 'silence', lane: 0, timeNs: told.timeNs - 1 });
    expect(before.some((step) => step.startsWith('waitsForApp'))).toBe(true);
  });

  it('an app whose machine is off has nothing more to give', () => {
    const off = runOf({ commands: [{ kind: 'powerOff', atNs: ms(5), host: 'C' }] });
    expect(ask(off, { kind: 'silence', lane: 1, timeNs: ms(10) })).toEqual(['underWay 1']);
  });

  it('all is over', () => {
    expect(ask(run, { kind: 'silence', lane: 1, timeNs: ms(900) }).at(-1)).toMatch(/^quiet/u);
  });
});
