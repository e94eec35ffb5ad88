import type { SentRange } from '../../trace/sentRanges';
import type { ConnectionSnapshot } from '../../trace/snapshot';

/** The part of the sequence space that the ruler shows, as offsets from the ISS. */
export interface RulerSpan {
  readonly from: number;
  readonly to: number;
}

/** So many segments fit on the ruler one by one: a message of no more is shown whole, and the ruler stands still. */
const MOST_WHOLE = 26;
/** Where it slides: so much of it is what was acknowledged last. */
const BEHIND = 1 / 8;
const LEAST_SEGMENTS = 8;

/**
 * What the ruler shows: all that is ever sent where that is little, else a stretch around SND.UNA that moves on in
 * steps, so that it does not slide under the viewer's eyes with each ACK.
 */
export function rulerSpan(
  near: ConnectionSnapshot,
  far: ConnectionSnapshot | null,
  ranges: readonly Pick<SentRange, 'end'>[],
): RulerSpan {
  const end = ranges.at(-1)?.end ?? 1;
  if (ranges.length <= MOST_WHOLE) return { from: 0, to: end + Math.max(1, Math.round(end / 6)) };
  const offset = (sequence: number): number => (sequence - near.initialSendSequence) >>> 0;
  const unacked = offset(near.sendUnacked);
  const held = far?.reassembly.at(-1);
  const ahead = Math.max(
    offset(near.highestSent) - unacked,
    Math.min(near.cwnd, near.sendWindow),
    held ? offset(held.end) - unacked : 0,
  );
  const segment = Math.max(1, near.sendMaxSegmentBytes);
  const wanted = Math.max(LEAST_SEGMENTS, (ahead / segment) * (1 + 2 * BEHIND));
  const length = segment * 2 ** Math.ceil(Math.log2(wanted));
  const step = length * BEHIND;
  const from = Math.max(0, Math.floor(unacked / step - 1) * step);
  return { from, to: from + length };
}
