import { describe, expect, it } from 'vitest';
import type { Experiment, Pause, Transport } from '../../experiment/experiment';
import { defaultStreet, filePayload, streetExperiment } from '../../experiment/street';
import { CLEAR_WEATHER } from '../../experiment/town';
import type { EventKind, TraceEvent } from '../../trace/event';
import type { Trace } from '../../trace/trace';
import { simulateAll } from '../simulate';

const MS = 1_000_000;
/** Room for two and a half pieces. */
const BUFFER_BYTES = 3500;

/** Ten full pieces through a clear road to an app that pauses. */
function slowReader(pauses: readonly Pause[], lanes: readonly Transport[] = ['tcp']): Experiment {
  const payload = filePayload('f', 'application/zip', new Uint8Array(10 * 1396));
  const experiment = streetExperiment({ ...defaultStreet('en'), payload, weather: CLEAR_WEATHER }, lanes);
  return {
    ...experiment,
    tcp: { ...experiment.tcp, receiveBufferBytes: BUFFER_BYTES, windowScale: null },
    apps: experiment.apps.map((app) => (app.kind === 'receive' ? { ...app, pauses } : app)),
  };
}

function eventsOf<K extends EventKind>(trace: Trace, kind: K): Extract<TraceEvent, { kind: K }>[] {
  const events = Array.from({ length: trace.eventCount }, (_, index) => trace.event(index));
  return events.filter((event): event is Extract<TraceEvent, { kind: K }> => event.kind === kind);
}

describe('an app that does not read for a while', () => {
  const pause = { fromNs: 200 * MS, toNs: 5000 * MS };
  const { traces, result } = simulateAll(slowReader([pause]));
  const [trace] = traces;
  const reads = eventsOf(trace!, 'bytesDelivered');

  it('reads nothing in the pause and all of it afterwards', () => {
    expect(reads.filter(({ timeNs }) => timeNs >= pause.fromNs && timeNs < pause.toNs)).toEqual([]);
    expect(result!.lanes[0]).toMatchObject({ intact: true, senderTold: 'closed' });
  });

  it('says that it reads again, and reads because of that what the last packet before it brought', () => {
    const [resumed, ...more] = eventsOf(trace!, 'appResumed');
    expect(more).toEqual([]);
    expect(resumed).toMatchObject({ timeNs: pause.toNs, cause: -1, reason: { kind: 'pauseOver' } });
    const first = reads.find(({ cause }) => cause === resumed!.index)!;
    expect(first.length).toBe(BUFFER_BYTES);
    // It has read the first piece before; the fourth, or half of it, filled the buffer.
    expect(trace!.packet(first.packet)).toMatchObject({ piece: 3 });
  });

  it('closes the window meanwhile, is asked for it, and opens it by reading', () => {
    const sent = eventsOf(trace!, 'packetSent');
    expect(sent.filter(({ reason }) => reason.kind === 'windowProbe').length).toBeGreaterThan(0);
    const resumed = eventsOf(trace!, 'appResumed')[0]!;
    const update = sent.find(({ reason }) => reason.kind === 'windowUpdate');
    expect(update).toMatchObject({ timeNs: pause.toNs, cause: resumed.index });
  });
});

describe('a pause', () => {
  it('that covers the end: it sees the FIN when it reads again', () => {
    const pause = { fromNs: 100 * MS, toNs: 60_000 * MS };
    const experiment = slowReader([pause]);
    const roomy = { ...experiment, tcp: { ...experiment.tcp, receiveBufferBytes: 65_535 } };
    const { traces, result } = simulateAll(roomy);
    expect(result!.finishNs).toBe(pause.toNs);
    const told = eventsOf(traces[0]!, 'appTold').filter(({ reason }) => reason.kind === 'peerClosed');
    expect(told[0]!.timeNs).toBeLessThan(2000 * MS);
    expect(result!.lanes[0]).toMatchObject({ intact: true, senderTold: 'closed' });
  });

  it('in which nothing comes changes nothing, nor does any over UDP', () => {
    const hash = (pauses: readonly Pause[], lane: Transport) =>
      simulateAll(slowReader(pauses, [lane])).result!.traceSha256;
    expect(hash([{ fromNs: 3000 * MS, toNs: 4000 * MS }], 'tcp')).toBe(hash([], 'tcp'));
    expect(hash([{ fromNs: 0, toNs: 4000 * MS }], 'udp')).toBe(hash([], 'udp'));
  });
});
