import { float64Column } from './column';
import { type ListBatch, ListColumn } from './listColumn';
import {
  type ConnectionSnapshot,
  NO_RANGES,
  NUMERIC_VARIABLES,
  PHASES,
  RANGE_VARIABLES,
  type SequenceRange,
  TCP_STATES,
} from './snapshot';

/** Snapshots added since the last batch. */
export interface SnapshotBatch {
  /** state, phase, `NUMERIC_VARIABLES`, then the numbers of the lists of `RANGE_VARIABLES`, row by row. */
  readonly rows: Float64Array<ArrayBuffer>;
  readonly ranges: ListBatch;
  /** For each row the variables that changed, by their place in `VARIABLES`, each with the number of its reason. */
  readonly changes: ListBatch;
}

/** A variable by its place in `VARIABLES`, and the number of a reason. */
export type NumberedChange = readonly [variable: number, reason: number];

const FIRST_NUMERIC = 2;
const FIRST_RANGES = FIRST_NUMERIC + NUMERIC_VARIABLES.length;
const ROW = FIRST_RANGES + RANGE_VARIABLES.length;
/** Stands for the empty list. */
const NO_LIST = -1;

/** The snapshots of a trace, by number. */
export class SnapshotTable {
  readonly #rows = float64Column();
  readonly #ranges = new ListColumn();
  readonly #changes = new ListColumn();
  /** Numbers of the lists already kept: a connection hands in the same array until a range of it changes. */
  readonly #listNumbers = new WeakMap<readonly SequenceRange[], number>();
  #sent = { rows: 0, ranges: 0, changes: 0 };

  get length(): number {
    return this.#rows.length / ROW;
  }

  /** Keeps a snapshot, and what of it changed, and answers its number. */
  add(snapshot: ConnectionSnapshot, changes: readonly NumberedChange[]): number {
    this.#rows.push(TCP_STATES.indexOf(snapshot.state));
    this.#rows.push(PHASES.indexOf(snapshot.phase));
    for (const variable of NUMERIC_VARIABLES) this.#rows.push(snapshot[variable]);
    for (const variable of RANGE_VARIABLES) this.#rows.push(this.#listNumber(snapshot[variable]));
    for (const [variable, reason] of changes) {
      this.#changes.push(variable);
      this.#changes.push(reason);
    }
    return this.#changes.endList();
  }

  /** What changed with snapshot `number`. */
  changesAt(number: number): readonly NumberedChange[] {
    const values = this.#changes.list(number);
    return Array.from({ length: values.length / 2 }, (_, i) => [values[2 * i]!, values[2 * i + 1]!]);
  }

  at(number: number): ConnectionSnapshot {
    const row = number * ROW;
    const snapshot: Record<string, unknown> = {
      state: TCP_STATES[this.#rows.at(row)],
      phase: PHASES[this.#rows.at(row + 1)],
    };
    NUMERIC_VARIABLES.forEach((variable, i) => {
      snapshot[variable] = this.#rows.at(row + FIRST_NUMERIC + i);
    });
    RANGE_VARIABLES.forEach((variable, i) => {
      snapshot[variable] = this.#rangesOf(this.#rows.at(row + FIRST_RANGES + i));
    });
    return snapshot as unknown as ConnectionSnapshot;
  }

  takeBatch(): SnapshotBatch {
    const from = this.#sent;
    const batch = {
      rows: this.#rows.slice(from.rows),
      ranges: this.#ranges.batch(from.ranges),
      changes: this.#changes.batch(from.changes),
    };
    this.#sent = {
      rows: this.#rows.length,
      ranges: this.#ranges.length,
      changes: this.#changes.length,
    };
    return batch;
  }

  append({ rows, ranges, changes }: SnapshotBatch): void {
    this.#rows.append(rows);
    this.#ranges.append(ranges);
    this.#changes.append(changes);
  }

  #listNumber(ranges: readonly SequenceRange[]): number {
    if (ranges.length === 0) return NO_LIST;
    let number = this.#listNumbers.get(ranges);
    if (number === undefined) {
      for (const { start, end } of ranges) {
        this.#ranges.push(start);
        this.#ranges.push(end);
      }
      number = this.#ranges.endList();
      this.#listNumbers.set(ranges, number);
    }
    return number;
  }

  #rangesOf(list: number): readonly SequenceRange[] {
    if (list === NO_LIST) return NO_RANGES;
    const edges = this.#ranges.list(list);
    return Array.from({ length: edges.length / 2 }, (_, i) => ({
      start: edges[2 * i]!,
      end: edges[2 * i + 1]!,
    }));
  }
}
