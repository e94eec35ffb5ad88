import { type ConnectionEnd, snapshotAt } from './connectionEnds';
import { flightIndex } from './legs';
import { sentLogOf } from './sentRanges';
import type { TimedRange } from './seriesConnection';
import type { Trace } from './trace';

/** A segment as it went out once, offsets from the ISS. */
export interface SequenceMark extends TimedRange {
  readonly packet: number;
  /** Its bytes had gone out before. */
  readonly isAgain: boolean;
}

/** What a sequence–time diagram shows of an end's segments, in the manner of tcptrace. */
export interface SequenceMarks {
  readonly sent: readonly SequenceMark[];
  /** Where and when a packet ended before anyone took it. */
  readonly lost: readonly SequenceMark[];
}

interface Kept {
  readonly eventCount: number;
  readonly marks: SequenceMarks;
}

const kept = new WeakMap<Trace, Map<string, Kept>>();
const NO_MARKS: SequenceMarks = { sent: [], lost: [] };

/** The marks of one end; made anew only when the trace has grown. */
export function sequenceMarks(trace: Trace, end: ConnectionEnd): SequenceMarks {
  let known = kept.get(trace);
  if (!known) kept.set(trace, (known = new Map()));
  const key = `${end.place}:${end.connection}`;
  const { eventCount } = trace;
  let entry = known.get(key);
  if (entry?.eventCount !== eventCount) {
    entry = { eventCount, marks: marksOf(trace, end) };
    known.set(key, entry);
  }
  return entry.marks;
}

function marksOf(trace: Trace, end: ConnectionEnd): SequenceMarks {
  const snapshot = snapshotAt(trace, end, trace.endNs);
  const log = snapshot && sentLogOf(trace, end.place, snapshot);
  if (!log) return NO_MARKS;
  const byPacket = new Map<number, SequenceMark>();
  const sent = log.ranges.flatMap(({ start, end: stop, sendings }) =>
    sendings.map(({ packet, timeNs }, i) => {
      const mark: SequenceMark = { packet, timeNs, start, end: stop, isAgain: i > 0 };
      byPacket.set(packet, mark);
      return mark;
    }),
  );
  const lost = flightIndex(trace).endings.flatMap(({ packet, timeNs }): readonly SequenceMark[] => {
    const mark = byPacket.get(packet);
    return mark ? [{ ...mark, timeNs }] : [];
  });
  return { sent, lost };
}
