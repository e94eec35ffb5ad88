import type { Nanoseconds } from '../experiment/experiment';
import type { DnsReason } from './dnsReason';
import { isDnsReason } from './dnsReasonSource';
import type { EventOf } from './event';
import { countAtMost, follow } from './follow';
import type { Trace } from './trace';

/** What a resolver remembers of one name and type, or that there is nothing. */
export interface CacheEntry {
  readonly filled: EventOf<'cacheFilled'>;
  readonly what: Extract<DnsReason, { kind: 'recordsCached' | 'absenceCached' }>;
}

interface Filling {
  readonly times: Nanoseconds[];
  readonly entries: CacheEntry[];
}

const fillings = follow<Map<string, Filling>, null>(
  () => new Map(),
  (all, trace, number) => {
    if (trace.kindAt(number) !== 'cacheFilled') return;
    const event = trace.event(number);
    if (event.kind !== 'cacheFilled' || !isDnsReason(event.reason)) return;
    const what = event.reason;
    if (what.kind !== 'recordsCached' && what.kind !== 'absenceCached') return;
    const key = `${event.place}:${event.entry}`;
    let filling = all.get(key);
    if (!filling) all.set(key, (filling = { times: [], entries: [] }));
    filling.times.push(event.timeNs);
    filling.entries.push({ filled: event, what });
  },
);

/** What is remembered at `timeNs`, after all that happened by then: the oldest first. */
export function cacheEntriesAt(trace: Trace, timeNs: Nanoseconds): readonly CacheEntry[] {
  const entries: CacheEntry[] = [];
  for (const { times, entries: all } of fillings(trace, null).values()) {
    const last = all[countAtMost(times, timeNs) - 1];
    if (last && timeNs < last.filled.expiresNs) entries.push(last);
  }
  return entries;
}

/** How many times entries were filled or forgotten by `timeNs`: between two such moments the caches are the same. */
export function cacheChangesBy(trace: Trace, timeNs: Nanoseconds): number {
  let changes = 0;
  for (const { times, entries } of fillings(trace, null).values()) {
    const filled = countAtMost(times, timeNs);
    changes += filled;
    if (filled > 0 && entries[filled - 1]!.filled.expiresNs <= timeNs) changes += 1;
  }
  return changes;
}
