import { describe, expect, it } from 'vitest';
import type { Command } from '../experiment/command';
import type { Transport } from '../experiment/experiment';
import { defaultStreet, filePayload, type Street, streetExperiment } from '../experiment/street';
import { CLEAR_WEATHER } from '../experiment/town';
import { causesOf } from '../trace/causes';
import type { TraceEvent } from '../trace/event';
import type { Run } from '../trace/run';
import { transcriptOf } from '../trace/transcript';
import { simulateAll } from './simulate';

const MS = 1_000_000;
/** Both ends are connected by then, and pieces are on their way. */
const MIDDLE_NS = 250 * MS;

const CALM: Street = { ...defaultStreet('en'), weather: CLEAR_WEATHER };

function runWith(lane: Transport, commands: readonly Command[], street = CALM): Run {
  return simulateAll({ ...streetExperiment(street, [lane]), commands });
}

const lines = (run: Run): string[] => [...transcriptOf(run)].map(({ text }) => text);
const linesAfter = (run: Run, timeNs: number): string[] =>
  [...transcriptOf(run)].filter((line) => line.timeNs >= timeNs).map(({ text }) => text);

function eventsOf({ traces: [trace] }: Run): TraceEvent[] {
  return Array.from({ length: trace!.eventCount }, (_, index) => trace!.event(index));
}

/** What the causes of an event end at. */
const rootOf = ({ traces: [trace] }: Run, event: TraceEvent): TraceEvent =>
  causesOf(trace!, event.index).at(-1)!;

const closeDoor = (transport: Transport, host = 'S'): Command => ({
  kind: 'closePort',
  atNs: MIDDLE_NS,
  host,
  transport,
  port: host === 'C' ? 50_000 : { tcp: 80, udp: 9000 }[transport],
});

describe('closePort', () => {
  it('TCP: aborts the connections of that port with a RST, which tells the other side', () => {
    const run = runWith('tcp', [closeDoor('tcp')]);
    const text = linesAfter(run, MIDDLE_NS);
    expect(text[0]).toBe('0.250000 # tcp command 1: closePort S tcp 80');
    expect(text[1]).toBe(
      '0.250000 IP 198.51.100.20.80 > 192.0.2.10.50000: Flags [R], seq 1, win 0, length 0',
    );
    expect(text).toContain('0.250000 # S tcp port 80: ESTABLISHED -> CLOSED');
    expect(run.result!.lanes[0]).toMatchObject({ intact: false, senderTold: 'connectionReset' });
    const reset = eventsOf(run).find(({ reason }) => reason.kind === 'appAborted')!;
    expect(rootOf(run, reset)).toMatchObject({ kind: 'commandApplied', command: 0 });
  });

  it('TCP: refuses whoever calls later', () => {
    const run = runWith('tcp', [{ ...closeDoor('tcp'), atNs: 10 * MS }]);
    expect(run.result!.lanes[0]).toMatchObject({ deliveredBytes: 0, senderTold: 'connectionRefused' });
    expect(lines(run).some((line) => line.includes('dropped at S: portClosed'))).toBe(true);
  });

  it('TCP: ends the sending app all the same, whatever it had planned', () => {
    const run = runWith('tcp', [{ ...closeDoor('tcp', 'C'), atNs: 190 * MS }]);
    expect(eventsOf(run).filter(({ kind, timeNs }) => kind === 'appWrote' && timeNs > 190 * MS)).toEqual([]);
    expect(lines(run).some((line) => line.includes('S tcp app told: connectionReset'))).toBe(true);
  });

  it('UDP: what comes later is answered by ICMP "port unreachable"', () => {
    const run = runWith('udp', [{ ...closeDoor('udp'), atNs: 100 * MS }]);
    const text = linesAfter(run, 100 * MS);
    expect(text.some((line) => line.includes('udp port 9000 unreachable'))).toBe(true);
    expect(text.some((line) => line.includes('app read'))).toBe(false);
    expect(run.result!.lanes[0]).toMatchObject({ intact: false, senderTold: 'portUnreachable' });
  });

  it('is unknown to the other lane', () => {
    const calm = runWith('udp', []).result!;
    expect(runWith('udp', [closeDoor('tcp')]).result).toEqual(calm);
  });
});

describe('powerOff', () => {
  const off = (host: string, atNs = MIDDLE_NS): Command => ({ kind: 'powerOff', atNs, host });

  it('silences a host: it sends nothing, takes nothing, and its connections are gone', () => {
    const run = runWith('tcp', [off('S')]);
    const text = linesAfter(run, MIDDLE_NS);
    expect(text.filter((line) => line.includes('IP 198.51.100.20'))).toEqual([]);
    expect(text.some((line) => line.includes('dropped at S: poweredOff'))).toBe(true);
    expect(text).toContain('0.250000 # S tcp port 80: ESTABLISHED -> CLOSED');
    expect(
      eventsOf(run).filter(({ kind, reason }) => kind === 'socketClosed' && reason.kind === 'poweredOff'),
    ).toHaveLength(2);
  });

  it('leaves a peer half-open, until it gives up by its own rules', () => {
    expect(runWith('tcp', [off('S')]).result!.lanes[0]).toMatchObject({
      intact: false,
      senderTold: 'gaveUp',
    });
  });

  it('stops what the sender had planned, its timers, and what waits in its queue', () => {
    const payload = filePayload('f', 'application/zip', new Uint8Array(20_000));
    const busy = { ...CALM, payload, timing: { ...CALM.timing, everyNs: 0, otherLinks: CALM.link } };
    // UDP begins at once, TCP when it is connected.
    for (const [lane, atNs] of [
      ['tcp', 260 * MS],
      ['udp', 100 * MS],
    ] as const) {
      const run = runWith(lane, [off('C', atNs)], busy);
      const after = eventsOf(run).filter(({ timeNs }) => timeNs > atNs);
      expect(after.filter(({ kind }) => kind === 'appWrote' || kind === 'timerExpired')).toEqual([]);
      // The host is the first node, and C–R1 the first link way.
      const itsOwn = after.filter((event) => 'place' in event && event.place === 0);
      expect(itsOwn.filter(({ kind }) => kind === 'packetSent' || kind === 'linkEntered')).toEqual([]);
      const gone = eventsOf(run).filter(
        ({ kind, reason }) => kind === 'packetLost' && reason.kind === 'poweredOff',
      );
      expect(gone.length).toBeGreaterThan(0);
    }
  });
});

describe('stopReading', () => {
  const stop: Command = { kind: 'stopReading', atNs: MIDDLE_NS, host: 'S' };
  const resume: Command = { kind: 'resumeReading', atNs: 900 * MS, host: 'S' };
  const reads = (run: Run): number[] =>
    eventsOf(run).flatMap(({ kind, timeNs }) => (kind === 'bytesDelivered' ? [timeNs] : []));

  it('leaves what comes in the receive buffer until it reads again', () => {
    const run = runWith('tcp', [stop, resume]);
    expect(reads(run).filter((timeNs) => timeNs >= MIDDLE_NS && timeNs < 900 * MS)).toEqual([]);
    expect(run.result!.lanes[0]).toMatchObject({ intact: true, finishNs: 900 * MS, senderTold: 'closed' });
    const resumed = eventsOf(run).find(({ kind }) => kind === 'appResumed')!;
    expect(resumed.reason).toEqual({ kind: 'byHand', command: 1 });
    expect(rootOf(run, resumed)).toMatchObject({ kind: 'commandApplied', command: 1 });
  });

  it('for ever: the message stays in the buffer', () => {
    const run = runWith('tcp', [stop]);
    expect(reads(run).every((timeNs) => timeNs < MIDDLE_NS)).toBe(true);
    expect(run.result!.lanes[0]).toMatchObject({ intact: false, isCutOff: false });
  });

  it('changes nothing over UDP, nor does reading again that was never stopped', () => {
    expect(runWith('udp', [stop]).result).toEqual(runWith('udp', []).result);
    const calm = eventsOf(runWith('tcp', [])).length;
    expect(eventsOf(runWith('tcp', [{ ...resume, atNs: MIDDLE_NS }]))).toHaveLength(calm + 1);
  });

  it('goes on to the end of a pause of the app\u2019s own', () => {
    const experiment = streetExperiment(CALM, ['tcp']);
    const apps = experiment.apps.map((app) =>
      app.kind === 'receive' ? { ...app, pauses: [{ fromNs: 200 * MS, toNs: 1200 * MS }] } : app,
    );
    const run = simulateAll({ ...experiment, apps, commands: [stop, resume] });
    expect(run.result!.lanes[0]).toMatchObject({ intact: true, finishNs: 1200 * MS });
    const late = simulateAll({ ...experiment, apps, commands: [stop, { ...resume, atNs: 2000 * MS }] });
    expect(late.result!.lanes[0]).toMatchObject({ intact: true, finishNs: 2000 * MS });
  });
});
