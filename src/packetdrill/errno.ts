/** How a system call ended: what it returned, or the errno behind -1. */
export interface CallResult {
  readonly value: number;
  readonly error?: string;
  /** What it wrote through its pointer arguments, by their position. */
  readonly outputs?: ReadonlyMap<number, number>;
}

/** Success without a figure. */
export const DONE: CallResult = { value: 0 };

/** `-1` with an errno. */
export function failed(error: string): CallResult {
  return { value: -1, error };
}

const SAME_NUMBER: Readonly<Record<string, string>> = { EWOULDBLOCK: 'EAGAIN' };
/** Linux's numbers of the errors that SO_ERROR may hold. */
const NUMBERS: Readonly<Record<string, number>> = {
  EPIPE: 32,
  ECONNRESET: 104,
  ETIMEDOUT: 110,
  ECONNREFUSED: 111,
  EHOSTUNREACH: 113,
  EMSGSIZE: 90,
};

/** One name for errors that are the same. */
export function errnoName(name: string): string {
  return SAME_NUMBER[name] ?? name;
}

/** The number of an errno, `undefined` for one that no socket call here gives. */
export function errnoNumber(name: string): number | undefined {
  return Object.hasOwn(NUMBERS, name) ? NUMBERS[name] : undefined;
}
