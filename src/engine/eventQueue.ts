import type { Nanoseconds } from '../experiment/experiment';

interface Entry {
  readonly timeNs: Nanoseconds;
  readonly order: number;
  readonly action: () => void;
}

/** Future actions, least time first; equal times in the order they were added. A binary heap. */
export class EventQueue {
  readonly #heap: Entry[] = [];
  #order = 0;

  get isEmpty(): boolean {
    return this.#heap.length === 0;
  }

  /** Time of the next action; asking an empty queue is a bug. */
  get nextNs(): Nanoseconds {
    const first = this.#heap[0];
    if (!first) throw new Error('the event queue is empty');
    return first.timeNs;
  }

  add(timeNs: Nanoseconds, action: () => void): void {
    const heap = this.#heap;
    const entry = { timeNs, order: this.#order, action };
    this.#order += 1;
    let child = heap.length;
    heap.push(entry);
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!isBefore(entry, heap[parent]!)) break;
      heap[child] = heap[parent]!;
      child = parent;
    }
    heap[child] = entry;
  }

  /** Removes the next action and returns it. */
  take(): () => void {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last) throw new Error('the event queue is empty');
    if (heap.length > 0) this.#sink(last);
    return first.action;
  }

  #sink(entry: Entry): void {
    const heap = this.#heap;
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!isBefore(heap[child]!, entry)) break;
      heap[parent] = heap[child]!;
      parent = child;
    }
    heap[parent] = entry;
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.timeNs < b.timeNs || (a.timeNs === b.timeNs && a.order < b.order);
}
