import { float64Column } from './column';
import { type ListBatch, ListColumn } from './listColumn';
import type { Reason } from './reason';
import {
  type ConnectionSnapshot,
  NO_RANGES,
  NUMERIC_VARIABLES,
  PHASES,
  RANGE_VARIABLES,
  type SequenceRange,
  type SnapshotChanges,
  TCP_STATES,
  type Variable,
  VARIABLES,
} from './snapshot';

/** Snapshots added since the last batch. */
export interface SnapshotBatch {
  /** `VARIABLES` row by row: of a state or phase its place in the list of them, of a list its number. */
  readonly rows: Float64Array<ArrayBuffer>;
  readonly ranges: ListBatch;
  /** For each row the variables that changed, by their place in `VARIABLES`, each with the number of its reason. */
  readonly changes: ListBatch;
}

/** A variable by its place in `VARIABLES`, and the number of a reason. */
export type NumberedChange = readonly [variable: number, reason: number];

const FIRST_NUMERIC = 2;
const FIRST_RANGES = FIRST_NUMERIC + NUMERIC_VARIABLES.length;
const ROW = VARIABLES.length;
const VARIABLE_NUMBERS = new Map<Variable, number>(VARIABLES.map((variable, number) => [variable, number]));
const MOST_ASKED = 8;
/** Stands for the empty list. */
const NO_LIST = -1;

/** The snapshots of a trace, by number. */
export class SnapshotTable {
  readonly #rows = float64Column();
  readonly #ranges = new ListColumn();
  readonly #changes = new ListColumn();
  /** What was asked for last: desks, shelves and rulers ask for the same ones at each render step. */
  readonly #asked = new Map<number, ConnectionSnapshot>();
  #sent = { rows: 0, ranges: 0, changes: 0 };

  get length(): number {
    return this.#rows.length / ROW;
  }

  /**
   * Keeps a snapshot and answers its number. `changes` names all that differs from snapshot `previous` (-1: from
   * nothing), `numberOf` the number of a reason.
   */
  add(
    snapshot: ConnectionSnapshot,
    { previous, changes }: SnapshotChanges,
    numberOf: (reason: Reason) => number,
  ): number {
    const row = this.#rows.length;
    if (previous < 0) for (const variable of VARIABLES) this.#rows.push(this.#cellOf(snapshot, variable));
    else this.#rows.repeat(previous * ROW, (previous + 1) * ROW);
    for (const { variable, reason } of changes) {
      const number = VARIABLE_NUMBERS.get(variable)!;
      if (previous >= 0) this.#rows.set(row + number, this.#cellOf(snapshot, variable));
      this.#changes.push(number);
      this.#changes.push(numberOf(reason));
    }
    return this.#changes.endList();
  }

  /** What changed with snapshot `number`. */
  changesAt(number: number): readonly NumberedChange[] {
    const values = this.#changes.list(number);
    return Array.from({ length: values.length / 2 }, (_, i) => [values[2 * i]!, values[2 * i + 1]!]);
  }

  at(number: number): ConnectionSnapshot {
    const known = this.#asked.get(number);
    if (known) return known;
    const snapshot = this.#read(number);
    if (this.#asked.size === MOST_ASKED) this.#asked.clear();
    this.#asked.set(number, snapshot);
    return snapshot;
  }

  #read(number: number): ConnectionSnapshot {
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

  #cellOf(snapshot: ConnectionSnapshot, variable: Variable): number {
    switch (variable) {
      case 'state':
        return TCP_STATES.indexOf(snapshot.state);
      case 'phase':
        return PHASES.indexOf(snapshot.phase);
      case 'scoreboard':
      case 'lost':
      case 'resent':
      case 'reassembly':
        return this.#listNumber(snapshot[variable]);
      default:
        return snapshot[variable];
    }
  }

  #listNumber(ranges: readonly SequenceRange[]): number {
    if (ranges.length === 0) return NO_LIST;
    for (const { start, end } of ranges) {
      this.#ranges.push(start);
      this.#ranges.push(end);
    }
    return this.#ranges.endList();
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
