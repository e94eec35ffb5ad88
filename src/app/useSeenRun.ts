import { useMemo } from 'react';
import { useStore } from 'zustand';
import { pastOf } from '../trace/pastOf';
import type { PacketRef, Run } from '../trace/run';
import type { WhyQuestion } from '../trace/why';
import type { Session } from './session';

/** The run as far as the viewer may see it: all of it, or up to the question that waits for an answer. */
export function useSeenRun({ experiment, playback }: Session): Run | null {
  const run = useStore(experiment, (state) => state.run);
  const heldNs = useStore(playback.store, (state) => state.heldNs);
  return useMemo(() => (run && heldNs !== null ? pastOf(run, heldNs) : run), [run, heldNs]);
}

/** The packet, if it has been made by then. */
export function seenPacket(run: Run | null, ref: PacketRef | null): PacketRef | null {
  return run && ref && ref.packet < (run.traces[ref.lane]?.packetCount ?? 0) ? ref : null;
}

/** The question, if what it is about has happened by then. */
export function seenQuestion(run: Run | null, why: WhyQuestion | null): WhyQuestion | null {
  const trace = why && run?.traces[why.lane];
  if (!trace) return null;
  switch (why.kind) {
    case 'sent':
    case 'ended':
      return seenPacket(run, why) && why;
    case 'changed':
      return why.event < trace.eventCount ? why : null;
    case 'silence':
      return why.timeNs <= trace.endNs ? why : null;
  }
}
