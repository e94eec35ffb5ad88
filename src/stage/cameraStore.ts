import { cancelFrame, frame, type FrameData } from 'framer-motion';
import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { Size } from '../ui/useSize';
import { clampView, type View, viewBetween, wholeTown } from './camera';

/** How fast a sweep swings in, per ms: it is there after about 0.8 s, most of the way after 0.3. */
const SWEEP_RATE = 0.0122;
/** What is left of a sweep then cannot be seen. */
const SWEEP_END = 0.0005;
/** While it keeps after a goal, the camera comes nearer by 63 % in this time. */
const CHASE_MS = 70;

/** Where something that is followed is to be seen from; null when it is nowhere on the stage. */
export type Aim = () => View | null;

/** What of the stage is seen now. It moves in wall time, from view to view; nothing of it is kept in the run. */
export class Camera {
  readonly #listeners = new Set<() => void>();
  #stage: Size;
  #view: View;
  #goal: View;
  #glide: Glide | null = null;
  #aim: Aim | null = null;

  /** It begins with all of the stage. */
  constructor(stage: Size) {
    this.#stage = stage;
    this.#view = wholeTown(stage);
    this.#goal = this.#view;
  }

  /** The view that is drawn now. */
  get view(): View {
    return this.#view;
  }

  /** Where the camera is going, or rests. */
  get goal(): View {
    return this.#goal;
  }

  /** Whether it goes along with something. */
  get isFollowing(): boolean {
    return this.#aim !== null;
  }

  /** Calls when the view or the goal has changed, until the returned function is called. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Goes to another place in one sweep; with reduced motion it is there at once. */
  glideTo(view: View): void {
    this.#aim = null;
    this.#goal = clampView(view, this.#stage);
    this.#start(sweepFrom(this.#view));
  }

  /** Keeps after a goal that is moved again and again, by a wheel or a held key. */
  easeTo(view: View): void {
    this.#aim = null;
    this.#goal = clampView(view, this.#stage);
    this.#start(chase);
  }

  /** Is there at once, under a finger that moves it. */
  jumpTo(view: View): void {
    this.#aim = null;
    this.#goal = clampView(view, this.#stage);
    this.#arrive();
  }

  /** Goes along with something that moves in virtual time, until it is sent elsewhere. */
  follow(aim: Aim): void {
    this.#aim = aim;
    this.#goal = aim() ?? this.#goal;
    this.#start(sweepFrom(this.#view));
  }

  /** Stays where it is. */
  letGo(): void {
    this.#aim = null;
    this.#show(this.#view);
  }

  /** What is followed may have moved. */
  keepUp(): void {
    const view = this.#aim?.();
    if (!view) return;
    this.#goal = clampView(view, this.#stage);
    if (!this.#glide) this.#show(this.#goal);
  }

  /** The stage has another size now: the same part of it stays in sight. */
  fit(stage: Size): void {
    if (stage.width === this.#stage.width && stage.height === this.#stage.height) return;
    const across = stage.width / this.#stage.width;
    const down = stage.height / this.#stage.height;
    const { x, y, width, height } = this.#goal;
    this.#stage = stage;
    this.#goal = clampView({ x: x * across, y: y * down, width: width * across, height }, stage);
    this.#arrive();
  }

  #start(glide: Glide): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#arrive();
      return;
    }
    this.#glide = glide;
    frame.update(this.#step, true);
    // Where it is going is known at once, to those who name the place.
    this.#show(this.#view);
  }

  #step = ({ delta }: FrameData): void => {
    const next = this.#glide?.(delta, this.#view, this.#goal);
    if (next) this.#show(clampView(next, this.#stage));
    else this.#arrive();
  };

  #arrive(): void {
    this.#glide = null;
    cancelFrame(this.#step);
    this.#show(this.#goal);
  }

  #show(view: View): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}

/** The view after so many ms more, or null when the goal is reached. */
type Glide = (passedMs: number, view: View, goal: View) => View | null;

/** As a spring that is damped just so much that it does not go beyond. */
function sweepFrom(from: View): Glide {
  let sinceMs = 0;
  return (passedMs, _, goal) => {
    sinceMs += passedMs;
    const swung = sinceMs * SWEEP_RATE;
    const left = (1 + swung) * Math.exp(-swung);
    return left < SWEEP_END ? null : viewBetween(from, goal, 1 - left);
  };
}

function chase(passedMs: number, view: View, goal: View): View | null {
  const left = Math.abs(goal.x - view.x) + Math.abs(goal.y - view.y) + Math.abs(goal.width - view.width);
  return left < goal.width * 0.001 ? null : viewBetween(view, goal, 1 - Math.exp(-passedMs / CHASE_MS));
}

/** A camera over the stage, which keeps its place when the stage changes its size. */
export function useCamera(stage: Size): Camera {
  const [camera] = useState(() => new Camera(stage));
  useLayoutEffect(() => camera.fit(stage), [camera, stage]);
  return camera;
}

/** A slow fact of the camera; `select` must give equal values by `Object.is` while nothing of interest changes. */
export function useCameraFact<T>(camera: Camera, select: (camera: Camera) => T): T {
  return useSyncExternalStore(camera.subscribe, () => select(camera));
}
