import type { Trace } from './trace';

export interface CriticalPath {
  /** Packets that were sent on the way, in order of time. */
  readonly packets: readonly number[];
  /** How many of them the host sent: each time it had to wait for what came of it. */
  readonly roundTrips: number;
}

/**
 * What led from event `start` to event `end`: the chain of causes, read backwards. A packet that host `place` sent on it
 * is a round trip, for something had to come back to go on; what went side by side with the chain is not on it.
 */
export function criticalPath(trace: Trace, end: number, start: number, place: number): CriticalPath {
  const packets: number[] = [];
  let roundTrips = 0;
  for (let number = end; number > start; number = trace.causeAt(number)) {
    if (trace.kindAt(number) !== 'packetSent') continue;
    const event = trace.event(number);
    if (event.kind !== 'packetSent') continue;
    packets.push(event.packet);
    if (event.place === place) roundTrips += 1;
  }
  return { packets: packets.toReversed(), roundTrips };
}
