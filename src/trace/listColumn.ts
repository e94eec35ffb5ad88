import { Column, int32Column, type Uint32Values, uint32Column } from './column';

/** Lists added since the last batch. */
export interface ListBatch {
  /** Where each list ends among all values ever added. */
  readonly ends: Int32Array<ArrayBuffer>;
  readonly values: Uint32Values;
}

/** An append-only table of lists of whole numbers below 2^32, each known by its number. */
export class ListColumn {
  readonly #ends = int32Column();
  readonly #values: Column<Uint32Values> = uint32Column();

  /** How many lists there are. */
  get length(): number {
    return this.#ends.length;
  }

  /** Adds one more number to the list that is being made. */
  push(value: number): void {
    this.#values.push(value);
  }

  /** Ends the list that is being made, and answers its number. */
  endList(): number {
    this.#ends.push(this.#values.length);
    return this.#ends.length - 1;
  }

  /** The values of list `number`: a view to be read at once. */
  list(number: number): Uint32Values {
    return this.#values.view(number === 0 ? 0 : this.#ends.at(number - 1), this.#ends.at(number));
  }

  /** The lists from number `from` on. */
  batch(from: number): ListBatch {
    const start = from === 0 ? 0 : this.#ends.at(from - 1);
    return { ends: this.#ends.slice(from), values: this.#values.slice(start) };
  }

  append({ ends, values }: ListBatch): void {
    this.#ends.append(ends);
    this.#values.append(values);
  }
}
