import type { Nanoseconds } from '../experiment/experiment';
import { follow } from './follow';
import type { Trace } from './trace';

/** How many packets wait at the head of a link way, at every change of it. */
export interface QueueSeries {
  /** Link way, see `TownIndex`. */
  readonly way: number;
  readonly times: readonly Nanoseconds[];
  readonly lengths: readonly number[];
}

interface Growing extends QueueSeries {
  readonly times: Nanoseconds[];
  readonly lengths: number[];
  readonly waiting: Set<number>;
}

const queues = follow<Map<number, Growing>, null>(() => new Map(), addEvent);

/** The queues in which anything has ever waited, kept up with the trace, by the number of their way. */
export function queueSeries(trace: Trace): readonly QueueSeries[] {
  return [...queues(trace, null).values()].toSorted((a, b) => a.way - b.way);
}

function addEvent(known: Map<number, Growing>, trace: Trace, number: number): void {
  switch (trace.kindAt(number)) {
    case 'packetQueued':
    case 'linkEntered':
    case 'packetDropped':
    case 'packetLost':
      break;
    default:
      return;
  }
  const event = trace.event(number);
  if (!('packet' in event) || !('place' in event)) return;
  const { place: way, packet, timeNs } = event;
  let queue = known.get(way);
  // What waits for its neighbour's answer does not stand in line for the link.
  if (event.kind === 'packetQueued' && event.reason.kind === 'addressUnknown') return;
  if (event.kind === 'packetQueued') {
    if (!queue) known.set(way, (queue = { way, times: [], lengths: [], waiting: new Set() }));
    queue.waiting.add(packet);
  } else if (!queue?.waiting.delete(packet)) return;
  queue.times.push(timeNs);
  queue.lengths.push(queue.waiting.size);
}
