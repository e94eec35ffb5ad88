import type { Range } from './rangeSet';

/** A run of bytes held out of order, `[start, end)` in positions. */
interface Block {
  start: number;
  end: number;
  readonly chunks: Uint8Array[];
  /** Higher for blocks that grew later. */
  touched: number;
}

/** Bytes that came before the ones in front of them; blocks neither touch nor overlap, and are sorted. */
export class Reassembly {
  #blocks: Block[] = [];
  #bytes = 0;
  #touches = 0;

  /** Bytes held, each counted once. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Runs held, lowest first. */
  get blocks(): readonly Range[] {
    return this.#blocks;
  }

  /**
   * Holds those of `bytes` that are new; what was there first stays. The views are kept, not copied. Answers the first
   * run of bytes that were there already, if any.
   */
  insert(position: number, bytes: Uint8Array): Range | undefined {
    const end = position + bytes.length;
    if (position === end) return undefined;
    const known = this.overlap(position, end);
    const first = this.#firstReaching(position);
    let after = first;
    let merged: Block | undefined;
    let cursor = position;
    for (; after < this.#blocks.length && this.#blocks[after]!.start <= end; after += 1) {
      const block = this.#blocks[after]!;
      merged ??= block.start <= position ? block : { start: position, end: position, chunks: [], touched: 0 };
      if (cursor < block.start) {
        this.#extend(merged, bytes.subarray(cursor - position, block.start - position));
      }
      if (merged !== block) for (const chunk of block.chunks) merged.chunks.push(chunk);
      merged.end = block.end;
      cursor = Math.max(cursor, block.end);
    }
    merged ??= { start: position, end: position, chunks: [], touched: 0 };
    if (cursor < end) this.#extend(merged, bytes.subarray(cursor - position));
    this.#touches += 1;
    merged.touched = this.#touches;
    this.#blocks.splice(first, after - first, merged);
    return known;
  }

  /** The first run of bytes within `[start, end)` that is held. */
  overlap(start: number, end: number): Range | undefined {
    const block = this.#blocks.find((candidate) => candidate.end > start);
    if (!block || block.start >= end) return undefined;
    return { start: Math.max(start, block.start), end: Math.min(end, block.end) };
  }

  /** Takes out everything that follows `position` without a gap, and forgets what lies before it. */
  takeFrom(position: number): Uint8Array[] {
    const taken: Uint8Array[] = [];
    while (this.#blocks.length > 0 && this.#blocks[0]!.start <= position) {
      const block = this.#blocks.shift()!;
      this.#bytes -= block.end - block.start;
      let start = block.start;
      for (const chunk of block.chunks) {
        const end = start + chunk.length;
        if (end > position) taken.push(start >= position ? chunk : chunk.subarray(position - start));
        start = end;
      }
    }
    return taken;
  }

  /** At most `limit` blocks, the one that grew last first (RFC 2018 §4). */
  newestBlocks(limit: number): readonly Range[] {
    return this.#blocks.toSorted((a, b) => b.touched - a.touched).slice(0, limit);
  }

  #extend(block: Block, bytes: Uint8Array): void {
    block.chunks.push(bytes);
    block.end += bytes.length;
    this.#bytes += bytes.length;
  }

  /** Index of the first block that ends at or after `position`. */
  #firstReaching(position: number): number {
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#blocks[middle]!.end >= position) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
