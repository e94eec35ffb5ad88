export type Uint32Values = Uint32Array<ArrayBuffer>;
export type NumberArray =
  | Float64Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Values
  | Uint8Array<ArrayBuffer>;

const FIRST_CAPACITY = 256;

/** A typed array that grows by doubling; `slice` copies out a part so that its buffer can be transferred. */
export class Column<A extends NumberArray> {
  #values: A;
  #length = 0;
  readonly #make: (capacity: number) => A;

  constructor(make: (capacity: number) => A) {
    this.#make = make;
    this.#values = make(FIRST_CAPACITY);
  }

  get length(): number {
    return this.#length;
  }

  /** Value at `index`; asking beyond the end is a bug of the caller. */
  at(index: number): number {
    if (index < 0 || index >= this.#length) throw new RangeError(`column index ${index} of ${this.#length}`);
    return this.#values[index]!;
  }

  push(value: number): void {
    this.#reserve(this.#length + 1);
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  append(values: A): void {
    this.#reserve(this.#length + values.length);
    this.#values.set(values, this.#length);
    this.#length += values.length;
  }

  /** Puts another value at `index`, which is there already. */
  set(index: number, value: number): void {
    if (index >= this.#length) throw new RangeError(`column index ${index} of ${this.#length}`);
    this.#values[index] = value;
  }

  /** Appends a copy of its own `[start, end)`. */
  repeat(start: number, end: number): void {
    this.#reserve(this.#length + end - start);
    this.#values.copyWithin(this.#length, start, end);
    this.#length += end - start;
  }

  /** A copy of `[start, end)`. */
  slice(start: number, end = this.#length): A {
    return this.#values.slice(start, Math.min(end, this.#length)) as A;
  }

  /** A view of `[start, end)`, valid until the column grows: read it at once, never keep it. */
  view(start: number, end: number): A {
    return this.#values.subarray(start, Math.min(end, this.#length)) as A;
  }

  /** Index of the last value that is at most `limit` in a column that never decreases, or -1. */
  lastAtMost(limit: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#values[middle]! <= limit) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #reserve(needed: number): void {
    if (needed <= this.#values.length) return;
    let capacity = this.#values.length;
    while (capacity < needed) capacity *= 2;
    const grown = this.#make(capacity);
    grown.set(this.#values);
    this.#values = grown;
  }
}

export const float64Column = (): Column<Float64Array<ArrayBuffer>> => new Column((n) => new Float64Array(n));
export const int32Column = (): Column<Int32Array<ArrayBuffer>> => new Column((n) => new Int32Array(n));
export const uint32Column = (): Column<Uint32Values> => new Column((n) => new Uint32Array(n));
export const uint8Column = (): Column<Uint8Array<ArrayBuffer>> => new Column((n) => new Uint8Array(n));
