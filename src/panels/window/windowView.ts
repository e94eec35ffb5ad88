import { outstandingAt, type SegmentView, type SendingEnd } from '../../trace/belief';
import { type ConnectionEnd, type ConnectionEnds, snapshotAt } from '../../trace/connectionEnds';
import { sentLogOf } from '../../trace/sentRanges';
import type { ConnectionSnapshot } from '../../trace/snapshot';
import type { Trace } from '../../trace/trace';
import { type RulerSpan, rulerSpan } from './rulerSpan';

/** One direction of a connection at one moment, as both of its ends have it. */
export interface WindowView {
  readonly nearEnd: ConnectionEnd;
  readonly near: ConnectionSnapshot;
  readonly farEnd: ConnectionEnd | null;
  /** Null until the peer has heard of the connection. */
  readonly far: ConnectionSnapshot | null;
  /** What is in sight of the ruler, sent by this moment, the oldest first. */
  readonly segments: readonly SegmentView[];
  readonly span: RulerSpan;
}

/** The view of what `sendingEnd` sends at `timeNs`; null while that end knows of no connection. */
export function windowViewAt(
  trace: Trace,
  ends: ConnectionEnds,
  sendingEnd: SendingEnd,
  timeNs: number,
): WindowView | null {
  const [nearEnd, farEnd] = sendingEnd === 'opener' ? [ends.opener, ends.peer] : [ends.peer, ends.opener];
  const near = nearEnd && snapshotAt(trace, nearEnd, timeNs);
  if (!near) return null;
  const far = farEnd && snapshotAt(trace, farEnd, timeNs);
  const log = sentLogOf(trace, nearEnd.place, near);
  const span = rulerSpan(near, far, log?.ranges ?? []);
  const segments = outstandingAt(trace, ends, sendingEnd, timeNs, span.from);
  return { nearEnd, near, farEnd, far, segments, span };
}

/** How far a sequence number is from the sender's ISS: 0 is the SYN, 1 the first byte. */
export function offsetFrom(initialSequence: number, sequence: number): number {
  return (sequence - initialSequence) >>> 0;
}

/** Whether the far end knows what the near one counts from. */
export function hasHeard(far: ConnectionSnapshot | null): far is ConnectionSnapshot {
  return far !== null && far.state !== 'LISTEN' && far.state !== 'SYN-SENT';
}
