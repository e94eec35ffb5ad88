import { flightIndex, flightsAt } from '../src/trace/legs';
import type { Run } from '../src/trace/run';

/** How many packets are on the links or in their queues at `timeNs`, over all lanes. */
export function inFlightAt({ traces }: Run, timeNs: number): number {
  let count = 0;
  for (const trace of traces) count += flightsAt(flightIndex(trace), timeNs).length;
  return count;
}

/** Events of all lanes. */
export function eventsOf({ traces }: Run): number {
  return traces.reduce((sum, { eventCount }) => sum + eventCount, 0);
}
