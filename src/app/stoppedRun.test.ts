import { describe, expect, it } from 'vitest';
import { handle } from '../bridge/handle';
import { allParts } from '../engine/allParts';
import type { StartWorker } from '../bridge/simulator';
import type { WorkerMessage } from '../bridge/protocol';
import { defaultStreet, textPayload } from '../experiment/street';
import { verdictOf } from '../trace/verdict';
import { Session } from './session';
import { stoppedRun } from './stoppedRun';
import { createViewStore } from './viewStore';

const LONG = { ...defaultStreet('en'), payload: textPayload('x'.repeat(4000)) };

/** A session whose worker answers so many messages at a time. */
function stand() {
  let answers: Iterator<WorkerMessage> | null = null;
  let asked = 0;
  let tell: (message: WorkerMessage) => void;
  const startWorker: StartWorker = (onMessage) => ({
    send: (request) => {
      asked += 1;
      tell = onMessage;
      answers = handle(request, allParts);
    },
    terminate: () => {},
  });
  const session = new Session(LONG, createViewStore('en', 'light'), startWorker);
  const answer = (count: number): void => {
    for (let i = 0; i < count; i += 1) {
      const next = answers!.next();
      if (!next.done) tell(structuredClone(next.value));
    }
  };
  return { session, answer, asked: () => asked, now: () => session.experiment.getState() };
}

describe('a run that is stopped', () => {
  it('is shown as far as it has come, and says that it was cut off there', () => {
    const { session, answer, now } = stand();
    session.open(LONG, { atNs: 0, isPlaying: false });
    expect(now().isComputing).toBe(true);
    answer(6);
    session.stopComputing(stoppedRun);
    expect(now().isComputing).toBe(false);
    const run = now().run!;
    expect(run.traces[0]!.eventCount).toBeGreaterThan(1000);
    expect(run.result!.lanes.map(({ isCutOff }) => isCutOff)).toEqual([true, true]);
    expect(verdictOf(run)!.map(({ outcome }) => outcome)).toEqual(['cutOff', 'cutOff']);
    session.playback.seek(Infinity);
    expect(session.playback.store.getState().hasEnded).toBe(true);
  });

  it('is computed anew when it is asked for again', () => {
    const { session, answer, asked, now } = stand();
    session.open(LONG, { atNs: 0, isPlaying: false });
    answer(6);
    session.stopComputing(stoppedRun);
    const before = asked();
    session.open({ ...LONG }, { atNs: 0, isPlaying: false });
    expect(asked()).toBe(before + 1);
    answer(100_000);
    expect(now().isComputing).toBe(false);
    expect(now().run!.result!.traceSha256).not.toBe('');
  });
});
