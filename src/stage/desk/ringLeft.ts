import type { Nanoseconds } from '../../experiment/experiment';
import type { TimerView } from '../sceneTypes';

const NS_PER_MS = 1_000_000;
const NS_PER_SECOND = 1_000_000_000;
/** From here on seconds say enough. */
const LONG_NS = 10 * NS_PER_SECOND;

/** How much of a timer is left at `timeNs`: its share from 0 to 1, and in words as short as a desk has room for. */
export function ringLeft(
  timer: TimerView | undefined,
  timeNs: Nanoseconds,
): { readonly share: number; readonly words: string } {
  if (!timer) return { share: 0, words: '' };
  const leftNs = Math.max(0, timer.deadlineNs - timeNs);
  const share = Math.min(1, leftNs / Math.max(1, timer.deadlineNs - timer.setNs));
  const words =
    leftNs >= LONG_NS ? `${Math.round(leftNs / NS_PER_SECOND)} s` : String(Math.ceil(leftNs / NS_PER_MS));
  return { share, words };
}
