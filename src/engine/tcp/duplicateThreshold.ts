import type { LossDetection, RecoveryState } from './lossDetection';
import type { Range } from './rangeSet';
import type { Outstanding } from './recovery';
import type { Scoreboard } from './scoreboard';
import type { Nanoseconds } from '../../experiment/experiment';

/**
 * IsLost() of RFC 6675 §4 for every position at once: it holds for exactly those below the answer that were not
 * reported, since what lies above a position also lies above all before it. `threshold` is DupThresh: so many separate
 * runs above a position mark it lost, or more than one less than so many segments' worth of bytes.
 */
export function lostBelow(runs: readonly Range[], maxSegmentBytes: number, threshold: number): number {
  let bytes = 0;
  for (let i = runs.length - 1; i >= 0; i -= 1) {
    const { start, end } = runs[i]!;
    bytes += end - start;
    const isManyRuns = runs.length - i >= threshold;
    if (isManyRuns || bytes > (threshold - 1) * maxSegmentBytes) return start;
  }
  return 0;
}

/** By counting what has arrived behind it: RFC 6675. */
export class DuplicateThreshold implements LossDetection {
  readonly lateAtNs = Infinity;
  readonly mayGuess = true;
  readonly #board: Scoreboard;
  /** All that is missing below it has been marked. */
  #markedBelow = 0;

  constructor(board: Scoreboard) {
    this.#board = board;
  }

  note(): void {}

  /** §5, steps 1 and 2, and step C of a recovery. After a timeout all is marked already. */
  mark(outstanding: Outstanding, _now: Nanoseconds, state: RecoveryState): void {
    const { phase, duplicateAcks, reorderingSegments } = state;
    const board = this.#board;
    if (phase === 'timeoutRecovery' || board.sackedBytes === 0) return;
    const edge = lostBelow(board.runs, outstanding.sendMaxSegmentBytes, reorderingSegments);
    const from = Math.max(this.#markedBelow, outstanding.sendUnacked);
    this.#markedBelow = Math.max(this.#markedBelow, edge);
    if (edge > from) {
      board.eachMissing(from, (segment) => {
        if (segment.start >= edge) return false;
        board.lose(segment);
        return true;
      });
    }
    // Small segments: as many as the threshold says, though their bytes do not add up to it.
    const isCounted = phase === 'open' && duplicateAcks >= reorderingSegments;
    if (isCounted && board.lostBytes === 0 && board.first) board.lose(board.first);
  }

  recovered(): void {
    this.#markedBelow = 0;
  }
}

/** By duplicate ACKs, without SACK: the first segment, and in a recovery the first one of each partial ACK (RFC 6582). */
export class FirstSegmentLost implements LossDetection {
  readonly lateAtNs = Infinity;
  readonly mayGuess = false;
  readonly #board: Scoreboard;
  readonly #ignoresPoint: boolean;

  /** `ignoresPoint`: duplicates of what an earlier recovery sent twice are taken for a new loss too. */
  constructor(board: Scoreboard, ignoresPoint: boolean) {
    this.#board = board;
    this.#ignoresPoint = ignoresPoint;
  }

  note(): void {}

  mark({ sendUnacked }: Outstanding, _now: Nanoseconds, state: RecoveryState, isAdvance: boolean): void {
    const { first } = this.#board;
    if (!first) return;
    const { phase, duplicateAcks, reorderingSegments, recoveryPoint } = state;
    // RFC 6582 §3.2, step 2.
    const isNewLoss = sendUnacked > recoveryPoint || this.#ignoresPoint;
    const isBeginning = phase === 'open' && duplicateAcks >= reorderingSegments && isNewLoss;
    const isPartial = phase === 'fastRecovery' && isAdvance;
    if (isBeginning || isPartial) this.#board.loseAgain(first);
  }

  recovered(): void {}
}
