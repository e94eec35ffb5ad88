/** Positions from `start` to before `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Sorted runs of positions that neither touch nor overlap. */
export class RangeSet {
  #runs: Range[] = [];
  #bytes = 0;

  get runs(): readonly Range[] {
    return this.#runs;
  }

  /** Positions held, each counted once. */
  get bytes(): number {
    return this.#bytes;
  }

  /** One past the highest position held, 0 when none is. */
  get end(): number {
    return this.#runs.at(-1)?.end ?? 0;
  }

  /** Adds a run, whatever of it is held already. */
  add(block: Range): void {
    if (block.start >= block.end) return;
    const runs = this.#runs;
    // New runs mostly lie near the end, where the newest segments arrive.
    let after = runs.length;
    while (after > 0 && runs[after - 1]!.start > block.end) after -= 1;
    const below = runs[after - 1];
    // SACK blocks are mostly repeated from the ACK before (RFC 2018 §4).
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

  /** Forgets what lies before `position`. */
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

  /** Whether all of a run is held. */
  covers({ start, end }: Range): boolean {
    for (let i = this.#runs.length - 1; i >= 0; i -= 1) {
      const run = this.#runs[i]!;
      if (run.start <= start) return run.end >= end;
    }
    return false;
  }

  /** The first run of positions not held from `position` on; the last one has no end. */
  gapFrom(position: number): Range {
    let start = position;
    for (const run of this.#runs) {
      if (run.start > start) return { start, end: run.start };
      start = Math.max(start, run.end);
    }
    return { start, end: Infinity };
  }
}
