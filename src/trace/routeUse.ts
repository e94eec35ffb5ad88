import type { Nanoseconds } from '../experiment/experiment';
import { follow } from './follow';
import type { Trace } from './trace';

/** What one router passed on, in order of time. */
interface Forwarded {
  readonly times: Nanoseconds[];
  readonly packets: number[];
  readonly prefixes: string[];
}

const forwardedBy = follow<Map<number, Forwarded>, null>(
  () => new Map(),
  (known, trace, number) => {
    if (trace.kindAt(number) !== 'packetForwarded') return;
    const event = trace.event(number);
    if (event.kind !== 'packetForwarded' || event.reason.kind !== 'routed') return;
    let one = known.get(event.place);
    if (!one) known.set(event.place, (one = { times: [], packets: [], prefixes: [] }));
    one.times.push(event.timeNs);
    one.packets.push(event.packet);
    one.prefixes.push(event.reason.prefix);
  },
);

/** How many packets router `place` passed on by each row of its table until `timeNs`, by prefix. */
export function rowUses(trace: Trace, place: number, timeNs: Nanoseconds): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const { times, prefixes } = forwardedBy(trace, null).get(place) ?? { times: [], prefixes: [] };
  for (let i = 0; i < times.length && times[i]! <= timeNs; i += 1) {
    uses.set(prefixes[i]!, (uses.get(prefixes[i]!) ?? 0) + 1);
  }
  return uses;
}

/** The row by which router `place` passed a packet on, last before `timeNs`; null when it has not. */
export function rowUsedBy(trace: Trace, place: number, packet: number, timeNs: Nanoseconds): string | null {
  const one = forwardedBy(trace, null).get(place);
  if (!one) return null;
  let used: string | null = null;
  for (let i = 0; i < one.times.length && one.times[i]! <= timeNs; i += 1) {
    if (one.packets[i] === packet) used = one.prefixes[i]!;
  }
  return used;
}
