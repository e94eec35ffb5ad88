import type { Nanoseconds } from '../../experiment/experiment';
import type { PieceFate } from '../../trace/fates';
import { fateStates, isPlain } from './fateStates';

/** The pieces that something happens to, in the order in which it does. */
export function metFates(fates: readonly PieceFate[]): readonly PieceFate[] {
  return fates.filter((fate) => !isPlain(fate)).toSorted((a, b) => timeOf(a) - timeOf(b));
}

/** How many of `metFates` have met their fate at the moment. */
export function metCount(struck: readonly PieceFate[], timeNs: Nanoseconds): number {
  let low = 0;
  let high = struck.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeOf(struck[middle]!) <= timeNs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of these pieces met each fate. */
export function sumOf(
  fates: readonly PieceFate[],
): Readonly<Record<'loss' | 'delay' | 'duplicate' | 'corrupt', number>> {
  const sum = { loss: 0, delay: 0, duplicate: 0, corrupt: 0 };
  for (const fate of fates) for (const state of fateStates(fate)) sum[state] += 1;
  return sum;
}

function timeOf({ metNs, sentNs }: PieceFate): Nanoseconds {
  return metNs ?? sentNs ?? Number.MAX_SAFE_INTEGER;
}
