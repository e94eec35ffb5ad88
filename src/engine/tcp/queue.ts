const COMPACT_AT = 64;

/** First in, first out; taking the first costs no more when the queue is long, and any element can be looked at. */
export class Queue<T> {
  #items: (T | undefined)[] = [];
  #first = 0;

  get length(): number {
    return this.#items.length - this.#first;
  }

  /** The element `index` places behind the first, or `undefined` beyond the end. */
  at(index: number): T | undefined {
    return this.#items[this.#first + index];
  }

  last(): T | undefined {
    return this.length === 0 ? undefined : this.#items.at(-1);
  }

  push(item: T): void {
    this.#items.push(item);
  }

  /** Puts an element before the one that is `index` places behind the first. */
  insert(index: number, item: T): void {
    this.#items.splice(this.#first + index, 0, item);
  }

  /** Takes the first element out, `undefined` when there is none. */
  shift(): T | undefined {
    if (this.length === 0) return undefined;
    const item = this.#items[this.#first];
    this.#items[this.#first] = undefined;
    this.#first += 1;
    // The emptied half goes at once, so that each element is moved at most once on average.
    if (this.#first >= COMPACT_AT && this.#first * 2 >= this.#items.length) {
      this.#items = this.#items.slice(this.#first);
      this.#first = 0;
    }
    return item;
  }
}

/** Index of the first element for which `isAfter` holds, in a queue where it holds for all that follow. */
export function firstWhere<T>(queue: Queue<T>, isAfter: (item: T) => boolean): number {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAfter(queue.at(middle)!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
