import { BadInput } from './badInput';

const SUFFIXES: Readonly<Record<string, number>> = { '': 1, k: 1e3, K: 1e3, M: 1e6, G: 1e9 };

/** A number from `least` to `most`. */
export function numberFrom(flag: string, text: string, least: number, most: number): number {
  const value = /^\d*\.?\d+(e-?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new BadInput(`--${flag}: must be a number from ${least} to ${most}, not "${text}"`);
}

/** A whole number from `least` to `most`. */
export function wholeFrom(flag: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new BadInput(`--${flag}: must be a whole number from ${least} to ${most}, not "${text}"`);
}

/** Milliseconds as whole nanoseconds. */
export function millisecondsFrom(flag: string, text: string, mostNs: number): number {
  return Math.round(numberFrom(flag, text, 0, mostNs / 1e6) * 1e6);
}

/** Bits per second such as `1M`, `64k` or `2.5G`; 0 for no serialisation time. */
export function rateFrom(flag: string, text: string, least: number, most: number): number {
  const [, digits, suffix] = /^(\d*\.?\d+)([kKMG]?)$/.exec(text) ?? [];
  const rate = digits === undefined ? Number.NaN : Math.round(Number(digits) * SUFFIXES[suffix ?? '']!);
  if (rate === 0 || (rate >= least && rate <= most)) return rate;
  throw new BadInput(
    `--${flag}: must be 0 or bits per second from ${least} to ${most} such as 64k, 1M or 2.5G, not "${text}"`,
  );
}

/** One of the words. */
export function choiceFrom<T extends string>(flag: string, text: string, words: readonly T[]): T {
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  throw new BadInput(`--${flag}: must be ${words.join(' or ')}, not "${text}"`);
}
