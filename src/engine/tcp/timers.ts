import type { Nanoseconds } from '../../experiment/experiment';
import { type Timer, TIMERS } from '../../trace/event';
import type { Reason } from '../../trace/reason';

/** What happened to a timer; `deadlineNs` is when it is or was to expire. */
export interface TimerChange {
  readonly kind: 'set' | 'cancelled' | 'expired';
  readonly timer: Timer;
  readonly deadlineNs: Nanoseconds;
}

/** The timers of one connection; every change is reported. */
export class Timers {
  readonly #deadlines: Record<Timer, Nanoseconds> = {
    retransmission: Infinity,
    delayedAck: Infinity,
    persist: Infinity,
    timeWait: Infinity,
    keepAlive: Infinity,
    finWait2: Infinity,
    reordering: Infinity,
    tailLossProbe: Infinity,
  };
  readonly #report: (change: TimerChange, reason: Reason) => void;

  constructor(report: (change: TimerChange, reason: Reason) => void) {
    this.#report = report;
  }

  isRunning(timer: Timer): boolean {
    return this.#deadlines[timer] !== Infinity;
  }

  /** Starts the timer, or starts it anew. */
  set(timer: Timer, deadlineNs: Nanoseconds, reason: Reason): void {
    if (this.#deadlines[timer] === deadlineNs) return;
    this.#deadlines[timer] = deadlineNs;
    this.#report({ kind: 'set', timer, deadlineNs }, reason);
  }

  cancel(timer: Timer, reason: Reason): void {
    const deadlineNs = this.#deadlines[timer];
    if (deadlineNs === Infinity) return;
    this.#deadlines[timer] = Infinity;
    this.#report({ kind: 'cancelled', timer, deadlineNs }, reason);
  }

  cancelAll(reason: Reason): void {
    for (const timer of TIMERS) this.cancel(timer, reason);
  }

  /** When the next one expires, Infinity when none runs. */
  earliest(): Nanoseconds {
    const { retransmission, delayedAck, persist, timeWait, keepAlive, finWait2, reordering, tailLossProbe } =
      this.#deadlines;
    const others = Math.min(timeWait, keepAlive, finWait2, reordering, tailLossProbe);
    return Math.min(retransmission, delayedAck, persist, others);
  }

  /** Stops and returns a timer that is due at `now` (those that expire together in the order of `TIMERS`). */
  takeExpired(now: Nanoseconds): Timer | undefined {
    const earliest = this.earliest();
    if (earliest > now) return undefined;
    const timer = TIMERS.find((candidate) => this.#deadlines[candidate] === earliest)!;
    this.#deadlines[timer] = Infinity;
    this.#report({ kind: 'expired', timer, deadlineNs: earliest }, { kind: 'timerExpired' });
    return timer;
  }
}
