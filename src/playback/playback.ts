import { type MotionValue, motionValue } from 'framer-motion';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { countAtMost } from '../trace/follow';
import { momentAfter, momentBefore } from '../trace/moments';
import type { Run } from '../trace/run';
import { courseOf, type Course, type Spacing } from './course';
import { type FrameClock, motionClock } from './frameClock';
import { clampSpeed, FIRST_SPEED, SLOWEST_SPEED } from './speeds';
import { createZoomStore, followPlayhead, keepWithin, type ZoomStore } from './zoom';

/** The slow facts of playback; how far the playhead has come is in `playhead` alone. */
export interface PlaybackState {
  readonly isPlaying: boolean;
  readonly speed: number;
  /** What the speed slider was set to; keys play at half of it, at it and at twice it. */
  readonly baseSpeed: number;
  /** Where the slider begins. */
  readonly slowest: number;
  readonly spacing: Spacing;
  /** The whole run is known and the playhead is at the end of its story. */
  readonly hasEnded: boolean;
  readonly course: Course | null;
  /** Time goes no further than this: something is to be answered first. */
  readonly heldNs: number | null;
  /** Somebody tried to go beyond `heldNs`. */
  readonly isHeldBack: boolean;
}

/** Who may hold time. */
export type Holder = 'lesson' | 'play';

/** Says whether time may move so just now. */
export type Guard = (move: 'play' | 'step') => boolean;

/** A render step longer than this (a hidden tab, a stall) moves the playhead no further than this. */
const LONGEST_STEP_MS = 100;
const NANOSECONDS_PER_MILLISECOND = 1_000_000;

/** Owns virtual time: the playhead, and what moves it. */
export class Playback {
  /** Virtual nanoseconds, between two events not always whole. */
  readonly playhead: MotionValue<number> = motionValue(0);
  readonly store: StoreApi<PlaybackState> = createStore<PlaybackState>(() => ({
    isPlaying: false,
    speed: FIRST_SPEED,
    baseSpeed: FIRST_SPEED,
    slowest: SLOWEST_SPEED,
    spacing: 'true',
    hasEnded: false,
    course: null,
    heldNs: null,
    isHeldBack: false,
  }));
  /** The stretch of time that timeline and charts show; it follows the playhead. */
  readonly zoom: ZoomStore = createZoomStore();
  readonly #clock: FrameClock;
  readonly #isStill: () => boolean;
  #run: Run | null = null;
  #lastTimestampMs: number | null = null;
  /** Two moments may be a nanosecond and yet a whole step apart: progress is kept in positions, not in time. */
  #position = 0;
  #stops: readonly number[] = [];
  #guard: Guard = () => true;
  readonly #holds = new Map<Holder, number>();

  /** `isStill`: the viewer wants nothing to fly, so playing goes from moment to moment. */
  constructor(clock: FrameClock = motionClock(), isStill: () => boolean = wantsStillness) {
    this.#clock = clock;
    this.#isStill = isStill;
  }

  /** Takes on a run, or more of it; the playhead stays where it is if the run reaches that far. */
  follow(run: Run): void {
    this.#run = run;
    this.#setCourse(this.store.getState().spacing);
  }

  /** Playing pauses at each of these times, in order; none: only at the story's end. */
  stopAt(times: readonly number[]): void {
    this.#stops = times;
  }

  /** `guard` is asked before time moves forward by a person's hand; `null` ends that. */
  guardWith(guard: Guard | null): void {
    this.#guard = guard ?? (() => true);
  }

  /** However it is moved, time goes no further than `timeNs` until its holder lets it go with `null`. */
  holdAt(holder: Holder, timeNs: number | null): void {
    if (timeNs === null) this.#holds.delete(holder);
    else this.#holds.set(holder, timeNs);
    const heldNs = this.#holds.size > 0 ? Math.min(...this.#holds.values()) : null;
    if (heldNs === this.store.getState().heldNs) return;
    this.store.setState({ heldNs, isHeldBack: false });
    if (heldNs === null || this.playhead.get() <= heldNs) return;
    this.pause();
    this.#moveTo(heldNs);
  }

  play(): void {
    const { isPlaying } = this.store.getState();
    if (!isPlaying && this.#guard('play')) this.run();
  }

  /** Plays without asking. */
  run(): void {
    const { isPlaying, hasEnded } = this.store.getState();
    if (isPlaying) return;
    if (hasEnded) this.seek(0);
    if (this.#isHeld()) return this.store.setState({ isHeldBack: true });
    this.#lastTimestampMs = null;
    this.store.setState({ isPlaying: true });
    this.#clock.start((timestampMs) => this.#tick(timestampMs));
  }

  pause(): void {
    this.#clock.stop();
    if (this.store.getState().isPlaying) this.store.setState({ isPlaying: false });
  }

  toggle(): void {
    if (this.store.getState().isPlaying) this.pause();
    else this.play();
  }

  /** Goes to a time, or to the nearest that is known. At the story's end playing stops, however one came there. */
  seek(timeNs: number): void {
    const { course, heldNs } = this.store.getState();
    const limitNs = Math.min(course ? course.frontierNs : 0, heldNs ?? Infinity);
    const isHeldBack = heldNs !== null && timeNs > heldNs;
    if (isHeldBack !== this.store.getState().isHeldBack) this.store.setState({ isHeldBack });
    this.#moveTo(Math.min(Math.max(0, timeNs), limitNs), true);
    if (this.store.getState().hasEnded) this.pause();
  }

  /** Pauses at the next (1) or the previous (-1) moment. */
  step(direction: 1 | -1): void {
    if (direction === 1 && !this.#guard('step')) return;
    const { course } = this.store.getState();
    this.pause();
    if (!course) return;
    const find = direction === 1 ? momentAfter : momentBefore;
    const moment = find(course.moments, this.playhead.get());
    this.seek(moment ?? (direction === 1 ? course.frontierNs : 0));
  }

  setSpeed(speed: number): void {
    const clamped = clampSpeed(speed, this.store.getState().slowest);
    this.store.setState({ speed: clamped, baseSpeed: clamped });
  }

  /** Sets the speed, and how much slower it may be made. */
  setPace(speed: number, slowest = SLOWEST_SPEED): void {
    this.store.setState({ slowest: Math.min(SLOWEST_SPEED, slowest) });
    this.setSpeed(speed);
  }

  /** Plays at `factor` times the speed of the slider. */
  scaleSpeed(factor: number): void {
    const { baseSpeed, slowest } = this.store.getState();
    this.store.setState({ speed: clampSpeed(baseSpeed * factor, slowest) });
  }

  setSpacing(spacing: Spacing): void {
    this.#setCourse(spacing);
  }

  #isHeld(): boolean {
    return this.playhead.get() >= (this.store.getState().heldNs ?? Infinity);
  }

  #setCourse(spacing: Spacing): void {
    const course = this.#run && courseOf(this.#run, spacing);
    this.store.setState({ course, spacing });
    if (course?.isComplete) keepWithin(this.zoom, course.map.endNs);
    // A run still being computed may be behind the playhead for a moment; it is not sent back for that.
    const nowNs = this.playhead.get();
    this.#moveTo(course?.isComplete ? Math.min(nowNs, course.frontierNs) : nowNs);
  }

  #moveTo(timeNs: number, isByHand = false): void {
    const { course } = this.store.getState();
    this.#position = course ? course.map.toPosition(timeNs) : 0;
    this.#show(timeNs, isByHand);
  }

  #show(timeNs: number, isByHand = false): void {
    const beforeNs = this.playhead.get();
    this.playhead.set(timeNs);
    const { course, hasEnded, isPlaying } = this.store.getState();
    const isPlayed = isPlaying && !isByHand;
    followPlayhead(this.zoom, { beforeNs, nowNs: timeNs, isPlaying: isPlayed }, course?.storyEndNs ?? 0);
    // Who hears of a move may have sent the playhead back.
    const endsNow = course !== null && course.isComplete && this.playhead.get() >= course.storyEndNs;
    if (endsNow !== hasEnded) this.store.setState({ hasEnded: endsNow });
  }

  #tick(timestampMs: number): void {
    const { course, speed } = this.store.getState();
    const elapsedMs = timestampMs - (this.#lastTimestampMs ?? timestampMs);
    this.#lastTimestampMs = timestampMs;
    if (!course || elapsedMs <= 0) return;
    const { map, isComplete } = course;
    const nowNs = this.playhead.get();
    const stopNs = this.#stops.find((timeNs) => timeNs > nowNs) ?? Infinity;
    const waitNs = Math.min(stopNs, this.store.getState().heldNs ?? Infinity);
    const limitNs = Math.min(limitOf(course, nowNs), waitNs);
    this.#position += Math.min(elapsedMs, LONGEST_STEP_MS) * NANOSECONDS_PER_MILLISECOND * speed;
    if (this.#position < map.toPosition(limitNs)) {
      const timeNs = map.toTime(this.#position);
      const shownNs = this.#isStill() ? latestMoment(course.moments, timeNs) : timeNs;
      if (shownNs > nowNs) this.#show(shownNs);
      return;
    }
    this.#moveTo(limitNs);
    if (isComplete || limitNs === waitNs) this.pause();
  }
}

function latestMoment(moments: readonly number[], timeNs: number): number {
  return moments[countAtMost(moments, timeNs) - 1] ?? 0;
}

let stillness: MediaQueryList | null = null;

/** Asked at each render step: the same list answers, whatever is wanted by then. */
function wantsStillness(): boolean {
  stillness ??= matchMedia('(prefers-reduced-motion: reduce)');
  return stillness.matches;
}

/** How far playing may go from `nowNs`: to the story's end, or from beyond it to the last timer. */
function limitOf(course: Course, nowNs: number): number {
  const { isComplete, storyEndNs, frontierNs } = course;
  return isComplete && nowNs < storyEndNs ? storyEndNs : Math.max(nowNs, frontierNs);
}
