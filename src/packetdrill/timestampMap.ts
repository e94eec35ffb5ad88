import type { Nanoseconds } from '../experiment/experiment';

/** A millisecond: what our own timestamp clock counts. */
const LIVE_TICK_NS = 1_000_000;

/**
 * Our timestamps beside the script's. The first of ours stands for the script's first; later ones the script may name as
 * it likes, unless it says how fast its clock ticks.
 */
export class TimestampMap {
  readonly #tickNs: Nanoseconds;
  readonly #toleranceNs: Nanoseconds;
  readonly #liveOf = new Map<number, number>();
  #first: { readonly live: number; readonly script: number } | undefined;

  constructor(tickNs: Nanoseconds, toleranceNs: Nanoseconds) {
    this.#tickNs = tickNs;
    this.#toleranceNs = toleranceNs;
  }

  /** Takes a timestamp of ours that the script calls `script`; answers whether it may be called so. */
  accepts(live: number, script: number): boolean {
    this.#first ??= { live, script };
    if (this.#tickNs > 0) {
      const passedNs = ((live - this.#first.live) | 0) * LIVE_TICK_NS;
      const saidNs = ((script - this.#first.script) | 0) * this.#tickNs;
      const slackNs = this.#toleranceNs + Math.max(this.#tickNs, LIVE_TICK_NS);
      if (Math.abs(passedNs - saidNs) > slackNs) return false;
    }
    this.#liveOf.set(script, live);
    return true;
  }

  /** Which timestamp of ours the script means. */
  liveOf(script: number): number {
    const known = this.#liveOf.get(script);
    if (known !== undefined || !this.#first) return known ?? script;
    const tickNs = this.#tickNs === 0 ? LIVE_TICK_NS : this.#tickNs;
    const passed = Math.round((((script - this.#first.script) | 0) * tickNs) / LIVE_TICK_NS);
    return (this.#first.live + passed) >>> 0;
  }
}
