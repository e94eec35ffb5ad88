import type { Nanoseconds } from '../../experiment/experiment';
import type { TcpOptions } from '../../experiment/tcpOptions';
import { RFC_TCP } from '../../experiment/tcpPresets';
import type { Reason } from '../../trace/reason';
import { LARGEST_WINDOW_BYTES } from '../../trace/snapshot';
import { type CongestionControl, CongestionWindow, type Delivery } from './congestion';
import { type Dialect, RFC_DIALECT } from './dialect';
import { HybridSlowStart } from './hybridSlowStart';

/** RFC 5681 §3.1, equation 4. */
const SMALLEST_SSTHRESH_SEGMENTS = 2;
/** RFC 2861 §3.2: an idle window leaves a mark at three quarters of itself. */
const IDLE_SSTHRESH_SHARE = 0.75;

const SMALLER: Reason = { kind: 'packetTooBig' };
const INITIAL: Reason = { kind: 'initialWindow' };
const SLOW_START: Reason = { kind: 'slowStart' };
const PATH_FULL: Reason = { kind: 'delayIncrease' };
const MARKED: Reason = { kind: 'congestionExperienced' };
const TIMED_OUT: Reason = { kind: 'timeoutReduction' };
const UNDONE: Reason = { kind: 'reductionUndone' };
const IDLED: Reason = { kind: 'idleRestart' };

/** What an experiment and a dialect say about the window. */
export interface ControlRules {
  readonly options: TcpOptions;
  readonly dialect: Dialect;
  /** The mechanisms of these names, which a lesson may take away. */
  readonly hasSlowStart: boolean;
  readonly hasAvoidance: boolean;
}

const RFC_RULES: ControlRules = {
  options: RFC_TCP,
  dialect: RFC_DIALECT,
  hasSlowStart: true,
  hasAvoidance: true,
};

/** What Reno and CUBIC share: slow start, the reduction and its undoing, the restart after a pause (RFC 5681 §3.1, §4.1). */
export abstract class LossBasedControl implements CongestionControl {
  readonly window = new CongestionWindow(LARGEST_WINDOW_BYTES);
  protected readonly rules: ControlRules;
  protected maxSegmentBytes = 0;
  #initialWindowBytes = 0;
  #hybrid: HybridSlowStart | undefined;
  /** The window before the last reduction. */
  #before = { cwnd: 0, ssthresh: LARGEST_WINDOW_BYTES };
  /** A loss has been noticed, and since then nothing was acknowledged outside fast recovery. */
  #isReduced = false;
  /** A pause, and cwnd when it was first noticed. */
  #pause = { sinceNs: -1, cwnd: 0 };

  constructor(rules: ControlRules = RFC_RULES) {
    this.rules = rules;
  }

  /** What a reduction after a loss is called. */
  protected abstract readonly lossReason: Reason;
  /** Congestion avoidance: `bytes` more are acknowledged that the window may grow for. */
  protected abstract avoid(delivery: Delivery, bytes: number): void;
  /** A congestion event: what of `bytes` outstanding the path is still trusted with. */
  protected abstract reduced(bytes: number): number;
  /** What was learnt of the path begins anew: a timeout. */
  protected abstract forget(): void;
  /** Time passes in which the window cannot grow, since it is not what limits the sender. */
  protected abstract pause(now: Nanoseconds): void;

  begin(maxSegmentBytes: number, initialWindowBytes: number): void {
    this.maxSegmentBytes = maxSegmentBytes;
    this.#initialWindowBytes = initialWindowBytes;
    this.window.resize(initialWindowBytes, INITIAL);
    if (this.rules.options.hybridSlowStart) this.#hybrid = new HybridSlowStart();
    this.#skipSlowStart();
  }

  segmentsAre(maxSegmentBytes: number): void {
    const { window, rules } = this;
    const segments = Math.floor(window.cwnd / this.maxSegmentBytes);
    this.maxSegmentBytes = maxSegmentBytes;
    if (rules.dialect.countsSegments) window.resize(segments * maxSegmentBytes, SMALLER);
  }

  acknowledged(delivery: Delivery): void {
    const { window } = this;
    this.#isReduced = false;
    const { growsOnlyWhenLimited } = this.rules.options;
    const isStarting = (): boolean => window.cwnd < window.ssthresh;
    if (isStarting()) this.#watchDelay(delivery);
    const isHeld = delivery.hasEcho || (growsOnlyWhenLimited && !delivery.isWindowLimited);
    if (isHeld) return this.pause(delivery.now);
    const isSlowStart = isStarting() || !this.rules.hasAvoidance;
    const left = isSlowStart ? this.#slowStart(delivery.bytes) : delivery.bytes;
    return left > 0 ? this.avoid(delivery, left) : undefined;
  }

  lossNoticed(_now: Nanoseconds, inFlight: number): void {
    this.#reduce(inFlight, this.lossReason);
    this.#isReduced = true;
    this.window.resize(this.window.ssthresh, this.lossReason);
  }

  markNoticed(_now: Nanoseconds, inFlight: number): void {
    const bytes = this.#reduce(inFlight, MARKED);
    this.window.resize(Math.max(bytes, this.maxSegmentBytes), MARKED);
  }

  timedOut(_now: Nanoseconds, inFlight: number, isFirst: boolean): void {
    // A segment that times out again says nothing new about the path.
    const isCovered = this.#isReduced && this.rules.dialect.reducesOnceAWindow;
    if (isFirst && !isCovered) this.#reduce(inFlight, TIMED_OUT);
    this.forget();
    if (this.rules.options.hybridSlowStart) this.#hybrid = new HybridSlowStart();
    this.window.resize(this.maxSegmentBytes, TIMED_OUT);
    this.#skipSlowStart();
  }

  undo(): void {
    const { window } = this;
    this.#isReduced = false;
    window.resize(Math.max(window.cwnd, this.#before.cwnd), UNDONE);
    window.setThreshold(Math.max(window.ssthresh, this.#before.ssthresh), UNDONE);
  }

  idled(now: Nanoseconds, sinceNs: Nanoseconds, rtoNs: Nanoseconds): void {
    this.pause(now);
    if (sinceNs !== this.#pause.sinceNs) this.#pause = { sinceNs, cwnd: this.window.cwnd };
    const idleNs = now - sinceNs;
    if (!this.rules.options.slowStartAfterIdle || idleNs <= rtoNs) return;
    const restartBytes = Math.min(this.#pause.cwnd, this.#initialWindowBytes);
    if (this.rules.dialect.decaysWhenIdle) this.#decay(idleNs, rtoNs, restartBytes);
    else this.window.resize(restartBytes, IDLED);
    this.#skipSlowStart();
  }

  /** Equation 2, where the limit is one segment; answers how many bytes are left for congestion avoidance. */
  #slowStart(bytes: number): number {
    const { window, maxSegmentBytes } = this;
    const { options, hasAvoidance } = this.rules;
    const counted = Math.min(bytes, options.growthLimitSegments * maxSegmentBytes);
    const room = hasAvoidance ? Math.max(window.ssthresh - window.cwnd, maxSegmentBytes) : Infinity;
    const grown = Math.min(counted, room);
    window.resize(window.cwnd + grown, SLOW_START);
    return counted - grown;
  }

  #watchDelay(delivery: Delivery): void {
    const segments = Math.floor(this.window.cwnd / this.maxSegmentBytes);
    if (!this.#hybrid?.isFull(delivery, segments)) return;
    this.#hybrid = undefined;
    this.window.setThreshold(this.window.cwnd, PATH_FULL);
  }

  /** Sets ssthresh; answers what it would be without a floor. */
  #reduce(inFlight: number, why: Reason): number {
    const { window, maxSegmentBytes } = this;
    this.#before = { cwnd: window.cwnd, ssthresh: window.ssthresh };
    const { reducesFromCwnd } = this.rules.dialect;
    const kept = this.reduced(reducesFromCwnd ? window.cwnd : inFlight);
    const bytes = reducesFromCwnd ? kept - (kept % maxSegmentBytes) : kept;
    window.setThreshold(Math.max(bytes, SMALLEST_SSTHRESH_SEGMENTS * maxSegmentBytes), why);
    return bytes;
  }

  /** Halves cwnd, in whole segments, for each RTO of the pause behind the first (RFC 2861 §3.2, as tcp_cwnd_restart has it). */
  #decay(idleNs: Nanoseconds, rtoNs: Nanoseconds, restartBytes: number): void {
    const { window, maxSegmentBytes } = this;
    const { cwnd } = this.#pause;
    const threshold = Math.floor(cwnd * IDLE_SSTHRESH_SHARE);
    window.setThreshold(Math.max(window.ssthresh, threshold), IDLED);
    let bytes = cwnd;
    for (let leftNs = idleNs - rtoNs; leftNs > 0 && bytes > restartBytes; leftNs -= rtoNs) {
      const half = Math.floor(bytes / 2);
      bytes = half - (half % maxSegmentBytes);
    }
    window.resize(Math.max(bytes, restartBytes), IDLED);
  }

  #skipSlowStart(): void {
    const { window, rules } = this;
    if (!rules.hasSlowStart) window.resize(Math.max(window.cwnd, window.ssthresh), INITIAL);
  }
}
