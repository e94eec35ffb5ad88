/** Positions from `start` to before `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** RFC 6675 §2, DupThresh: discontiguous runs above a position that mark it lost. */
const RUNS_ABOVE_A_LOSS = 3;
/** RFC 6675 §4, IsLost: or more than DupThresh - 1 segments' worth of bytes. */
const SEGMENTS_ABOVE_A_LOSS = 2;

/**
 * What the peer says it holds beyond SND.UNA: the scoreboard of RFC 6675 §3. Runs are sorted and neither touch nor
 * overlap. It is advice: the peer may throw away what it reported (RFC 2018 §8).
 */
export class Scoreboard {
  #runs: Range[] = [];
  #bytes = 0;

  /** Sorted runs of positions that were reported. */
  get runs(): readonly Range[] {
    return this.#runs;
  }

  /** Positions reported, each counted once. */
  get bytes(): number {
    return this.#bytes;
  }

  /** One past the highest position reported, 0 when none is. */
  get end(): number {
    return this.#runs.at(-1)?.end ?? 0;
  }

  /** Update() of RFC 6675 §4 for one SACK block. */
  add(block: Range): void {
    if (block.start >= block.end) return;
    const runs = this.#runs;
    // Blocks mostly lie near the end, where the newest segments arrive.
    let after = runs.length;
    while (after > 0 && runs[after - 1]!.start > block.end) after -= 1;
    const below = runs[after - 1];
    // Most are repeated from the ACK before (RFC 2018 §4).
    if (below && below.start <= block.start && below.end >= block.end) return;
    let first = after;
    let { start, end } = block;
    while (first > 0 && runs[first - 1]!.end >= block.start) {
      first -= 1;
      const run = runs[first]!;
      start = Math.min(start, run.start);
      end = Math.max(end, run.end);
      this.#bytes -= run.end - run.start;
    }
    this.#bytes += end - start;
    runs.splice(first, after - first, { start, end });
  }

  /** Forgets what lies before `position`: it has been acknowledged. */
  release(position: number): void {
    const runs = this.#runs;
    let gone = 0;
    while (gone < runs.length && runs[gone]!.end <= position) {
      this.#bytes -= runs[gone]!.end - runs[gone]!.start;
      gone += 1;
    }
    if (gone > 0) runs.splice(0, gone);
    const first = runs[0];
    if (!first || first.start >= position) return;
    this.#bytes -= position - first.start;
    runs[0] = { start: position, end: first.end };
  }

  clear(): void {
    this.#runs = [];
    this.#bytes = 0;
  }

  /**
   * IsLost() of RFC 6675 §4 for every position at once: it holds for exactly those below the answer that were not
   * reported, since what lies above a position also lies above all before it.
   */
  lostBelow(maxSegmentBytes: number): number {
    let bytes = 0;
    for (let i = this.#runs.length - 1; i >= 0; i -= 1) {
      const { start, end } = this.#runs[i]!;
      bytes += end - start;
      const isManyRuns = this.#runs.length - i >= RUNS_ABOVE_A_LOSS;
      if (isManyRuns || bytes > SEGMENTS_ABOVE_A_LOSS * maxSegmentBytes) return start;
    }
    return 0;
  }

  /** Positions reported below `position`. */
  bytesBefore(position: number): number {
    if (position >= this.end) return this.#bytes;
    let bytes = 0;
    for (const { start, end } of this.#runs) {
      if (start >= position) break;
      bytes += Math.min(end, position) - start;
    }
    return bytes;
  }

  /** The first run of unreported positions from `position` on; the last one has no end. */
  gapFrom(position: number): Range {
    let start = position;
    for (const run of this.#runs) {
      if (run.start > start) return { start, end: run.start };
      start = Math.max(start, run.end);
    }
    return { start, end: Infinity };
  }
}
