import { describe, expect, it } from 'vitest';
import type { Experiment } from '../experiment/experiment';
import { defaultStreet, streetExperiment } from '../experiment/street';
import type { Run } from '../trace/run';
import { Trace } from '../trace/trace';
import type { FrameClock } from './frameClock';
import { Playback } from './playback';

const MS = 1_000_000;
const experiment: Experiment = streetExperiment(defaultStreet('en'));

/** Render steps by hand, so that a test says how much wall time passes. */
class HandClock implements FrameClock {
  #tick: ((timestampMs: number) => void) | null = null;
  #nowMs = 0;
  start(tick: (timestampMs: number) => void): void {
    this.#tick = tick;
    this.#tick(this.#nowMs);
  }
  stop(): void {
    this.#tick = null;
  }
  pass(milliseconds: number, stepMs = 10): void {
    const endMs = this.#nowMs + milliseconds;
    while (this.#nowMs < endMs) {
      this.#nowMs = Math.min(endMs, this.#nowMs + stepMs);
      this.#tick?.(this.#nowMs);
    }
  }
}

/** A run whose app wrote a piece at each of these times. */
function runWith(timesMs: readonly number[], isComplete = true): Run {
  const trace = new Trace('udp');
  timesMs.forEach((timeMs, piece) => {
    trace.record(timeMs * MS, 'appWrote', { place: 0, flow: 0, piece, length: 1 }, -1, {
      kind: 'pieceDue',
      piece,
    });
  });
  const result = isComplete ? { traceSha256: '', finishNs: null, lanes: [] } : null;
  return { experiment, traces: [trace], result };
}

function playing(run: Run, isStill = false): { clock: HandClock; playback: Playback } {
  const clock = new HandClock();
  const playback = new Playback(clock, () => isStill);
  playback.follow(run);
  playback.setSpeed(0.1);
  return { clock, playback };
}

describe('time that is held', () => {
  it('comes to its moment and no further, however it is moved, and says when somebody tried', () => {
    const { clock, playback } = playing(runWith([0, 10, 20, 30]));
    const told = () => playback.store.getState();
    playback.holdAt('play', 15 * MS);
    playback.play();
    clock.pass(1000);
    expect(playback.playhead.get()).toBe(15 * MS);
    expect(told()).toMatchObject({ isPlaying: false, isHeldBack: false });
    playback.play();
    expect(told()).toMatchObject({ isPlaying: false, isHeldBack: true });
    playback.seek(5 * MS);
    expect(told().isHeldBack).toBe(false);
    playback.seek(25 * MS);
    expect(playback.playhead.get()).toBe(15 * MS);
    expect(told().isHeldBack).toBe(true);
    playback.step(1);
    expect(playback.playhead.get()).toBe(15 * MS);
    playback.holdAt('play', null);
    expect(told().isHeldBack).toBe(false);
    playback.step(1);
    expect(playback.playhead.get()).toBe(20 * MS);
  });

  it('comes back to where it is held, and is held by the strictest', () => {
    const { playback } = playing(runWith([0, 10, 20, 30]));
    playback.seek(25 * MS);
    playback.holdAt('lesson', 20 * MS);
    playback.holdAt('play', 10 * MS);
    expect(playback.playhead.get()).toBe(10 * MS);
    playback.holdAt('play', null);
    playback.seek(30 * MS);
    expect(playback.playhead.get()).toBe(20 * MS);
  });
});

describe('playback', () => {
  it('goes from moment to moment where nothing is to fly, in the time that playing takes anyway', () => {
    const { clock, playback } = playing(runWith([0, 10, 30, 40]), true);
    const seen = new Set<number>();
    playback.playhead.on('change', (timeNs) => void seen.add(timeNs / MS));
    playback.play();
    clock.pass(150);
    expect(playback.playhead.get()).toBe(10 * MS);
    clock.pass(100);
    expect(playback.playhead.get()).toBe(10 * MS);
    clock.pass(60);
    expect(playback.playhead.get()).toBe(30 * MS);
    clock.pass(200);
    expect([...seen]).toEqual([10, 30, 40]);
    expect(playback.store.getState()).toMatchObject({ isPlaying: false, hasEnded: true });
  });

  it('moves by wall time times speed and stands still when paused', () => {
    const { clock, playback } = playing(runWith([0, 10, 20, 30, 40, 50]));
    playback.play();
    clock.pass(100);
    expect(playback.playhead.get()).toBeCloseTo(10 * MS, -1);
    playback.pause();
    clock.pass(500);
    expect(playback.playhead.get()).toBeCloseTo(10 * MS, -1);
  });

  it('stops at the end, says so, and plays again from the start', () => {
    const { clock, playback } = playing(runWith([0, 10, 20]));
    playback.play();
    clock.pass(1000);
    expect(playback.playhead.get()).toBe(20 * MS);
    expect(playback.store.getState()).toMatchObject({ isPlaying: false, hasEnded: true });
    playback.play();
    expect(playback.playhead.get()).toBe(0);
    expect(playback.store.getState()).toMatchObject({ isPlaying: true, hasEnded: false });
  });

  it('stops when someone goes to the end while it plays, and not at the timers after it', () => {
    const { clock, playback } = playing(runWith([0, 10, 20]));
    playback.play();
    clock.pass(50);
    playback.seek(20 * MS);
    expect(playback.store.getState()).toMatchObject({ isPlaying: false, hasEnded: true });
    playback.play();
    clock.pass(50);
    expect(playback.playhead.get()).toBeCloseTo(5 * MS, -1);
  });

  it('does not jump after a hidden tab', () => {
    const { clock, playback } = playing(runWith([0, 20, 40, 60, 80, 100]));
    playback.play();
    clock.pass(60_000, 60_000);
    expect(playback.playhead.get()).toBeLessThanOrEqual(10 * MS);
  });

  it('steps to moments in both directions and to the ends beyond them', () => {
    const { playback } = playing(runWith([0, 10, 25]));
    playback.step(1);
    expect(playback.playhead.get()).toBe(10 * MS);
    playback.step(1);
    playback.step(1);
    expect(playback.playhead.get()).toBe(25 * MS);
    playback.seek(17 * MS);
    playback.step(-1);
    expect(playback.playhead.get()).toBe(10 * MS);
    playback.step(-1);
    playback.step(-1);
    expect(playback.playhead.get()).toBe(0);
  });

  it('waits at the frontier of a run that is still computed, and goes on', () => {
    const { clock, playback } = playing(runWith([0, 10], false));
    playback.play();
    clock.pass(500);
    expect(playback.playhead.get()).toBe(10 * MS);
    expect(playback.store.getState()).toMatchObject({ isPlaying: true, hasEnded: false });
    playback.follow(runWith([0, 10, 20, 30]));
    clock.pass(100);
    expect(playback.playhead.get()).toBeCloseTo(20 * MS, -1);
  });

  it('does not wait for a lane that is over', () => {
    const [short] = runWith([0, 10], false).traces;
    const [long] = runWith([0, 10, 20, 30], false).traces;
    const run: Run = { experiment, traces: [long!, short!], result: null };
    const { clock, playback } = playing(run);
    playback.play();
    clock.pass(500);
    expect(playback.playhead.get()).toBe(10 * MS);
    playback.follow({ ...run, lanesOver: [1] });
    clock.pass(500);
    expect(playback.playhead.get()).toBe(30 * MS);
  });

  it('gets through moments a nanosecond apart in even spacing', () => {
    const { clock, playback } = playing(runWith([0, 10, 10.000001, 10.000002, 20]));
    playback.setSpacing('even');
    playback.play();
    clock.pass(10_000);
    expect(playback.playhead.get()).toBe(20 * MS);
  });

  it('never runs backwards while playing, at any speed', () => {
    const { clock, playback } = playing(runWith([0, 1, 2, 500, 501, 90_000]));
    const seen: number[] = [];
    playback.playhead.on('change', (time) => seen.push(time));
    playback.play();
    for (const speed of [0.02, 100, 0.05, 2]) {
      playback.setSpeed(speed);
      clock.pass(200, 7);
    }
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });
});

describe('playing with stops', () => {
  const stopping = () => {
    const { clock, playback } = playing(runWith([0, 10, 20, 30, 40, 50]));
    playback.stopAt([20 * MS, 40 * MS]);
    return { clock, playback };
  };

  it('pauses at each of them, exactly, and goes on from there', () => {
    const { clock, playback } = stopping();
    for (const stopMs of [20, 40, 50]) {
      playback.play();
      clock.pass(1000);
      expect(playback.playhead.get()).toBe(stopMs * MS);
      expect(playback.store.getState().isPlaying).toBe(false);
    }
  });

  it('does not move forward by hand while a guard says no', () => {
    const { clock, playback } = stopping();
    const asked: string[] = [];
    playback.guardWith((move) => {
      asked.push(move);
      return false;
    });
    playback.play();
    playback.step(1);
    clock.pass(1000);
    expect(playback.playhead.get()).toBe(0);
    expect(asked).toEqual(['play', 'step']);
    playback.guardWith(null);
    playback.step(1);
    expect(playback.playhead.get()).toBe(10 * MS);
  });

  it('has not ended when whoever hears of the end sends it back', () => {
    const { playback } = playing(runWith([0, 10, 20, 30, 40, 50]));
    playback.playhead.on('change', (timeNs) => {
      if (timeNs > 20 * MS) playback.seek(20 * MS);
    });
    playback.seek(50 * MS);
    expect(playback.playhead.get()).toBe(20 * MS);
    expect(playback.store.getState().hasEnded).toBe(false);
  });

  it('takes the stretch that is shown along when a hand moves it, also while it plays', () => {
    const { playback } = playing(runWith([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]));
    playback.zoom.setState({ range: [600 * MS, 800 * MS] });
    playback.seek(300 * MS);
    const [fromNs, toNs] = playback.zoom.getState().range!;
    expect(fromNs).toBeLessThanOrEqual(300 * MS);
    expect(toNs).toBeGreaterThanOrEqual(300 * MS);
    expect(toNs - fromNs).toBe(200 * MS);
  });
});
