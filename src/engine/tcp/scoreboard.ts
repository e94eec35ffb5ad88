import type { Nanoseconds } from '../../experiment/experiment';
import { firstWhere, Queue } from './queue';
import { type Range, RangeSet } from './rangeSet';

const NO_LOSS = { lost: [], resent: [] };

/** Positions that went out in one segment and are not acknowledged: what RFC 6675, RFC 8985 and Karn have to know of them. */
export interface SentSegment {
  start: number;
  end: number;
  /** When it was last sent. */
  sentNs: Nanoseconds;
  /** What was sent later has a higher number, even within one instant. */
  order: number;
  /** Copies after the first: with any, an acknowledgment does not tell which one it answers (Karn, RFC 6298 §3). */
  resends: number;
  /** The peer has reported it (RFC 2018). */
  isSacked: boolean;
  /** Taken for lost, its last copy or an earlier one. */
  isLost: boolean;
  /** Its last copy is a repetition that is taken to be in the network. */
  isResending: boolean;
}

/**
 * The retransmission queue's records, in order: what lies between SND.UNA and SND.NXT, and what the sender believes of
 * it. What the peer reports is advice: it may throw it away again (RFC 2018 §8).
 */
export class Scoreboard {
  readonly #segments = new Queue<SentSegment>();
  readonly #reported = new RangeSet();
  #lostBytes = 0;
  #resentBytes = 0;
  #sackedSegments = 0;
  #transmissions = 0;
  /** No segment before this position is lost without a copy on its way. */
  #searchFrom = 0;

  /** What the peer has reported, in ascending order. */
  get runs(): readonly Range[] {
    return this.#reported.runs;
  }

  /** One past the highest position reported, 0 when none is. */
  get highestSacked(): number {
    return this.#reported.end;
  }

  get sackedBytes(): number {
    return this.#reported.bytes;
  }

  /** How many segments are outstanding. */
  get segments(): number {
    return this.#segments.length;
  }

  /** Segments that `sackedBytes` went out in. */
  get sackedSegments(): number {
    return this.#sackedSegments;
  }

  /** Bytes taken for lost, whether sent again or not. */
  get lostBytes(): number {
    return this.#lostBytes;
  }

  /** Bytes of repetitions that are taken to be in the network. */
  get resentBytes(): number {
    return this.#resentBytes;
  }

  /** The segment at SND.UNA. */
  get first(): SentSegment | undefined {
    return this.#segments.at(0);
  }

  /** The segment before SND.NXT. */
  get last(): SentSegment | undefined {
    return this.#segments.last();
  }

  /** `[start, end)` is sent now; `isKnown` if some of it went out before, though not as part of a record. */
  sent(start: number, end: number, now: Nanoseconds, isKnown: boolean): void {
    this.#transmissions += 1;
    const sentBefore = this.last?.end ?? start;
    if (start < sentBefore) this.#resent(start, Math.min(end, sentBefore), now);
    if (end <= sentBefore) return;
    this.#segments.push({
      start: Math.max(start, sentBefore),
      end,
      sentNs: now,
      order: this.#transmissions,
      resends: isKnown ? 1 : 0,
      isSacked: false,
      isLost: false,
      isResending: false,
    });
  }

  /** All before `position` is acknowledged. Adds to `arrived` what nothing was known of. */
  acknowledge(position: number, arrived: SentSegment[]): void {
    this.#reported.release(position);
    for (;;) {
      const segment = this.#segments.at(0);
      if (!segment || segment.start >= position) return;
      if (segment.end > position) this.#splitAt(0, position);
      this.#segments.shift();
      if (segment.isSacked) this.#sackedSegments -= 1;
      else arrived.push(segment);
      this.#forgetMarks(segment);
    }
  }

  /** Update() of RFC 6675 §4 for one SACK block. Adds to `arrived` what nothing was known of. */
  report(block: Range, arrived: SentSegment[]): void {
    const reported = this.#reported;
    if (reported.covers(block)) return;
    for (let gap = reported.gapFrom(block.start); gap.start < block.end; gap = reported.gapFrom(gap.end)) {
      this.#within(gap.start, Math.min(gap.end, block.end), (segment) => {
        this.#forgetMarks(segment);
        segment.isSacked = true;
        this.#sackedSegments += 1;
        arrived.push(segment);
      });
    }
    reported.add(block);
  }

  /** What the peer has reported does not count any more. */
  forgetReports(): void {
    this.#within(0, Infinity, (segment) => (segment.isSacked = false));
    this.#reported.clear();
    this.#sackedSegments = 0;
  }

  /** The segment is lost; a copy that is on its way remains. */
  lose(segment: SentSegment): void {
    if (segment.isSacked) return;
    if (!segment.isLost) this.#lostBytes += segment.end - segment.start;
    segment.isLost = true;
    if (!segment.isResending) this.#searchFrom = Math.min(this.#searchFrom, segment.start);
  }

  /** The segment is lost, and the last copy of it too. */
  loseAgain(segment: SentSegment): void {
    if (segment.isResending) this.#resentBytes -= segment.end - segment.start;
    segment.isResending = false;
    this.lose(segment);
  }

  /** Whatever is not reported is lost, but for what `isSpared` says. */
  loseAll(isSpared?: (segment: SentSegment) => boolean): void {
    this.#within(0, Infinity, (segment) => {
      if (isSpared?.(segment) !== true) this.loseAgain(segment);
    });
  }

  /** Nothing is lost after all. */
  loseNothing(): void {
    this.#within(0, Infinity, (segment) => this.#forgetMarks(segment));
  }

  /** The first segment that is lost and has no copy on its way. */
  nextLost(): SentSegment | undefined {
    if (this.#lostBytes === 0) return undefined;
    for (let i = this.#indexOf(this.#searchFrom); ; i += 1) {
      const segment = this.#segments.at(i);
      if (!segment) return undefined;
      this.#searchFrom = segment.start;
      if (segment.isLost && !segment.isResending) return segment;
    }
  }

  /** Runs of segments that are taken for lost without a copy on its way, and of those that have one, in order. */
  get beliefs(): { readonly lost: readonly Range[]; readonly resent: readonly Range[] } {
    if (this.#lostBytes === 0 && this.#resentBytes === 0) return NO_LOSS;
    const lost: Range[] = [];
    const resent: Range[] = [];
    for (let i = 0; ; i += 1) {
      const segment = this.#segments.at(i);
      if (!segment) return { lost, resent };
      if (segment.isResending) extend(resent, segment);
      else if (segment.isLost) extend(lost, segment);
    }
  }

  /** The first run of positions from `position` on that are not reported; the last one has no end. */
  gapFrom(position: number): Range {
    return this.#reported.gapFrom(position);
  }

  /** Shows the segments from `position` on that are not reported, in order, until `visit` answers false. */
  eachMissing(position: number, visit: (segment: SentSegment) => boolean): void {
    for (let gap = this.gapFrom(position); gap.start !== Infinity; gap = this.gapFrom(gap.end)) {
      for (let i = this.#indexOf(gap.start); ; i += 1) {
        const segment = this.#segments.at(i);
        if (!segment) return;
        if (segment.start >= gap.end) break;
        if (!visit(segment)) return;
      }
    }
  }

  #resent(start: number, end: number, now: Nanoseconds): void {
    this.#within(start, end, (segment) => {
      segment.sentNs = now;
      segment.order = this.#transmissions;
      segment.resends += 1;
      if (segment.isSacked || segment.isResending) return;
      segment.isResending = true;
      this.#resentBytes += segment.end - segment.start;
    });
  }

  #forgetMarks(segment: SentSegment): void {
    const bytes = segment.end - segment.start;
    if (segment.isLost) this.#lostBytes -= bytes;
    if (segment.isResending) this.#resentBytes -= bytes;
    segment.isLost = false;
    segment.isResending = false;
  }

  /** Index of the segment that holds `position`, or of the first one behind it. */
  #indexOf(position: number): number {
    return firstWhere(this.#segments, (segment) => segment.end > position);
  }

  /** Visits what lies within `[start, end)`, cut at its edges. */
  #within(start: number, end: number, visit: (segment: SentSegment) => void): void {
    for (let i = this.#indexOf(start); ; i += 1) {
      const segment = this.#segments.at(i);
      if (!segment || segment.start >= end) return;
      if (segment.start < start) this.#splitAt(i, start);
      else {
        if (segment.end > end) this.#splitAt(i, end);
        visit(segment);
      }
    }
  }

  #splitAt(index: number, position: number): void {
    const segment = this.#segments.at(index)!;
    this.#segments.insert(index + 1, { ...segment, start: position });
    segment.end = position;
    if (segment.isSacked) this.#sackedSegments += 1;
  }
}

/** Adds a range that lies behind all others, to the last one if it touches it. */
function extend(ranges: Range[], { start, end }: Range): void {
  const last = ranges.at(-1);
  if (last?.end === start) ranges[ranges.length - 1] = { start: last.start, end };
  else ranges.push({ start, end });
}
