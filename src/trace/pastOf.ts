import type { Nanoseconds } from '../experiment/experiment';
import type { Run } from './run';
import { Trace } from './trace';

/** The run as it is known at `untilNs` to someone who has not seen what comes later: its own traces, cut off there. */
export function pastOf({ experiment, traces }: Run, untilNs: Nanoseconds): Run {
  return { experiment, traces: traces.map((trace) => pastOfTrace(trace, untilNs)), result: null };
}

function pastOfTrace(trace: Trace, untilNs: Nanoseconds): Trace {
  const past = new Trace(trace.lane);
  const last = trace.indexAt(untilNs);
  addPackets(past, trace, last);
  for (let number = 0; number <= last; number += 1) {
    const { index: _, kind, timeNs, cause, reason, ...facts } = trace.event(number);
    if (kind === 'connectionChanged')
      addSnapshots(past, trace, Number((facts as { snapshot?: number }).snapshot));
    if (kind === 'bytesDelivered') addDelivered(past, trace, facts as { start: number; length: number });
    past.record(timeNs, kind, facts, cause, reason);
  }
  return past;
}

/** Packets are numbered in the order in which they were made. */
function addPackets(past: Trace, trace: Trace, last: number): void {
  for (let id = 0; id < trace.packetCount; id += 1) {
    const { id: _, bytes, madeBy, ...identity } = trace.packet(id);
    if (madeBy > last) return;
    past.addPacket(identity, bytes, madeBy);
  }
}

function addSnapshots(past: Trace, trace: Trace, upTo: number): void {
  for (let number = past.snapshotCount; number <= upTo; number += 1) {
    past.addSnapshot(trace.snapshot(number), { previous: -1, changes: trace.changeReasons(number) });
  }
}

function addDelivered(past: Trace, trace: Trace, { start, length }: { start: number; length: number }): void {
  const missing = start + length - past.deliveredLength;
  if (missing > 0) past.addDelivered(trace.delivered(past.deliveredLength, start + length));
}
