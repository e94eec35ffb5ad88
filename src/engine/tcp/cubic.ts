import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import type { Delivery } from './congestion';
import { type CubicCurve, curveFrom, windowAt } from './cubicCurve';
import { type ControlRules, LossBasedControl } from './lossBasedControl';

const MILLISECOND_NS = 1_000_000;
/** β_cubic of RFC 9438 §4.6: 0.7. */
const BETA = { numerator: 7, denominator: 10 } as const;
/** α_cubic of §4.3, 3 (1 - β) / (1 + β), and what it becomes once Reno would have caught up. */
const ALPHA = { numerator: 9, denominator: 17 } as const;
const ALPHA_OF_RENO = { numerator: 1, denominator: 1 } as const;
/** Fast convergence, §4.7: (1 + β) / 2. */
const CONVERGENCE = { numerator: 17, denominator: 20 } as const;
/** §4.2: target is at most 1.5 cwnd. */
const LARGEST_TARGET = 1.5;
/** Linux's tcp_cubic.c, `cnt > 20`: a twentieth more for each window, as long as no maximum is known. */
const SEEKING_SHARE = 20;

const RENO_FRIENDLY: Reason = { kind: 'cubicRenoFriendly' };
const CONCAVE: Reason = { kind: 'cubicConcave' };
const CONVEX: Reason = { kind: 'cubicConvex' };

/** A congestion avoidance stage. */
interface Stage {
  /** t_epoch, moved on by pauses: they do not count (§4.2, §5.8). */
  sinceNs: Nanoseconds;
  /** When time was last looked at. */
  untilNs: Nanoseconds;
  readonly curve: CubicCurve;
  /** W_est in bytes: the window that Reno would have. */
  estimateBytes: number;
}

/** CUBIC (RFC 9438). */
export class Cubic extends LossBasedControl {
  protected readonly lossReason: Reason = { kind: 'cubicReduction' };
  readonly #rtt: { readonly smoothedRttNs: Nanoseconds };
  /** W_max in bytes; `undefined` before the first reduction and after a timeout. */
  #maximumBytes: number | undefined;
  /** cwnd_prior in bytes. */
  #priorBytes = 0;
  #stage: Stage | undefined;
  /** Growth too small for a whole byte, as a numerator over cwnd. */
  #unusedGrowth = 0;
  /** The same of W_est, over cwnd and α's denominator. */
  #unusedEstimate = 0;
  /** What `undo` brings back (§4.9.2). */
  #before: { maximumBytes: number | undefined; priorBytes: number; stage: Stage | undefined } | undefined;

  constructor(rtt: { readonly smoothedRttNs: Nanoseconds }, rules?: ControlRules) {
    super(rules);
    this.#rtt = rtt;
  }

  override undo(): void {
    const before = this.#before;
    // Once cwnd has grown back, what was learnt since is better.
    if (before && this.window.cwnd < this.#priorBytes) {
      this.#maximumBytes = before.maximumBytes;
      this.#priorBytes = before.priorBytes;
      this.#stage = before.stage;
      this.#before = undefined;
    }
    super.undo();
  }

  protected avoid(delivery: Delivery, bytes: number): void {
    const { now, isWindowLimited } = delivery;
    if (!isWindowLimited) return this.pause(now);
    const { window } = this;
    const stage = (this.#stage ??= this.#beginStage(now));
    stage.untilNs = now;
    const elapsedNs = now - stage.sinceNs;
    this.#growEstimate(stage, bytes);
    const isSeeking = this.rules.dialect.seeksMaximum && this.#maximumBytes === undefined;
    if (isSeeking) return this.#growTowards(this.#soughtBytes(), bytes, CONVEX);
    if (windowAt(stage.curve, inMilliseconds(elapsedNs)) < stage.estimateBytes) {
      return window.resize(Math.max(window.cwnd, stage.estimateBytes), RENO_FRIENDLY);
    }
    const ahead = windowAt(stage.curve, inMilliseconds(elapsedNs + this.#rtt.smoothedRttNs));
    const why = window.cwnd < stage.curve.maximumBytes ? CONCAVE : CONVEX;
    return this.#growTowards(ahead, bytes, why);
  }

  /** §4.6 and §4.7. */
  protected reduced(bytes: number): number {
    const { cwnd } = this.window;
    this.#before = { maximumBytes: this.#maximumBytes, priorBytes: this.#priorBytes, stage: this.#stage };
    const isConverging = this.#maximumBytes !== undefined && cwnd < this.#maximumBytes;
    this.#maximumBytes = isConverging ? share(cwnd, CONVERGENCE) : cwnd;
    this.#priorBytes = cwnd;
    this.#stage = undefined;
    return share(bytes, BETA);
  }

  /** §4.8: the stage after a timeout begins on its plateau. */
  protected forget(): void {
    this.#maximumBytes = undefined;
    this.#stage = undefined;
  }

  protected pause(now: Nanoseconds): void {
    const stage = this.#stage;
    if (!stage) return;
    stage.sinceNs += now - stage.untilNs;
    stage.untilNs = now;
  }

  #beginStage(now: Nanoseconds): Stage {
    const { cwnd } = this.window;
    // Slow start that ended without a loss (§4.10).
    if (this.#priorBytes === 0) this.#priorBytes = cwnd;
    this.#unusedGrowth = 0;
    this.#unusedEstimate = 0;
    const curve = curveFrom(cwnd, this.#maximumBytes ?? cwnd, this.maxSegmentBytes);
    return { sinceNs: now, untilNs: now, curve, estimateBytes: cwnd };
  }

  /** Equation 4 of §4.3. */
  #growEstimate(stage: Stage, bytes: number): void {
    const alpha = stage.estimateBytes >= this.#priorBytes ? ALPHA_OF_RENO : ALPHA;
    const unit = alpha.denominator * this.window.cwnd;
    const growth = this.#unusedEstimate + alpha.numerator * bytes * this.maxSegmentBytes;
    const whole = Math.floor(growth / unit);
    stage.estimateBytes += whole;
    this.#unusedEstimate = growth - whole * unit;
  }

  /** (target - cwnd) / cwnd for each segment acknowledged, counted as in slow start (§4.4, §4.5). */
  #growTowards(targetBytes: number, bytes: number, why: Reason): void {
    const { window, rules } = this;
    const target = Math.min(Math.max(targetBytes, window.cwnd), Math.floor(window.cwnd * LARGEST_TARGET));
    const counted = Math.min(bytes, rules.options.growthLimitSegments * this.maxSegmentBytes);
    const growth = this.#unusedGrowth + (target - window.cwnd) * counted;
    const whole = Math.floor(growth / window.cwnd);
    this.#unusedGrowth = growth - whole * window.cwnd;
    window.resize(window.cwnd + whole, why);
  }

  /** Where a window without a known maximum is to be a round trip from now: at least where Reno's would be. */
  #soughtBytes(): number {
    const { cwnd } = this.window;
    return cwnd + Math.max(Math.floor(cwnd / SEEKING_SHARE), this.maxSegmentBytes);
  }
}

function share(
  bytes: number,
  { numerator, denominator }: { numerator: number; denominator: number },
): number {
  return Math.floor((bytes * numerator) / denominator);
}

function inMilliseconds(ns: Nanoseconds): number {
  return Math.floor(ns / MILLISECOND_NS);
}
