import { type PageLoad, pageLoadsOf } from '../trace/pageLoads';
import type { Run } from '../trace/run';

/** A line for each page that somebody opened: how long it took, and how many round trips. */
export function pageLines({ traces }: Run): readonly string[] {
  return traces.flatMap((trace) => pageLoadsOf(trace).map(pageLine));
}

function pageLine({
  load,
  url,
  fromNs,
  untilNs,
  failure,
  bytes,
  roundTrips,
  reusedConnection,
}: PageLoad): string {
  const page = `page ${load + 1} ${url}:`;
  if (failure) return `${page} failed, ${failure}`;
  if (untilNs === null) return `${page} never came`;
  const trips = `${roundTrips} round trip${roundTrips === 1 ? '' : 's'}`;
  const reused = reusedConnection ? ', connection reused' : '';
  return `${page} ${bytes} bytes in ${((untilNs - fromNs) / 1e6).toFixed(1)} ms, ${trips}${reused}`;
}
