import type { Nanoseconds } from '../experiment/experiment';
import { type Ipv4Address, parseAddress } from '../wire/address';
import type { NatSocket } from '../wire/translate';
import type { EventOf } from './event';
import { countAtMost, follow } from './follow';
import type { Trace } from './trace';

/** A row of the table of a router's NAT. */
export interface NatMapping {
  /** The router's node. */
  readonly place: number;
  readonly number: number;
  /** Of the IP header: 1 (by the identifier of an echo), 6 or 17. */
  readonly protocol: number;
  readonly inside: NatSocket;
  readonly outside: NatSocket;
  /** A port forward of the experiment's. */
  readonly isFixed: boolean;
  readonly madeNs: Nanoseconds;
  /** The event that made it. */
  readonly event: number;
}

/** A row as it is at one moment. */
export interface NatRow {
  readonly mapping: NatMapping;
  /** When something last passed by it, or when it was made. */
  readonly usedNs: Nanoseconds;
  /** When it ends if nothing goes out by it; Infinity as long as it is needed. */
  readonly deadlineNs: Nanoseconds;
  /** Packets translated by it so far. */
  readonly packets: number;
}

interface Growing {
  readonly mapping: NatMapping;
  expiredNs: Nanoseconds;
  readonly usedTimes: Nanoseconds[];
  readonly deadlines: Nanoseconds[];
}

const mappings = follow<Map<string, Growing>, null>(
  () => new Map(),
  (index, trace, number) => {
    const kind = trace.kindAt(number);
    if (kind !== 'mappingMade' && kind !== 'mappingExpired' && kind !== 'packetRewritten') return;
    const event = trace.event(number);
    if (event.kind === 'mappingMade') index.set(keyOf(event.place, event.mapping), made(event));
    if (event.kind !== 'mappingExpired' && event.kind !== 'packetRewritten') return;
    const known = index.get(keyOf(event.place, event.mapping));
    if (!known) return;
    if (event.kind === 'mappingExpired') known.expiredNs = event.timeNs;
    else {
      known.usedTimes.push(event.timeNs);
      known.deadlines.push(event.deadlineNs);
    }
  },
);

/** The mapping of that number at router `place`; one that was never made is a bug. */
export function mappingOf(trace: Trace, place: number, mapping: number): NatMapping {
  return mappings(trace, null).get(keyOf(place, mapping))!.mapping;
}

/** The table of the NAT at router `place` at `timeNs`, in the order in which its rows were made. */
export function natTableAt(trace: Trace, place: number, timeNs: Nanoseconds): readonly NatRow[] {
  return [...mappings(trace, null).values()]
    .filter(({ mapping, expiredNs }) => {
      return mapping.place === place && mapping.madeNs <= timeNs && timeNs < expiredNs;
    })
    .map(({ mapping, usedTimes, deadlines }): NatRow => {
      const packets = countAtMost(usedTimes, timeNs);
      const usedNs = usedTimes[packets - 1] ?? mapping.madeNs;
      return { mapping, usedNs, deadlineNs: deadlines[packets - 1] ?? Infinity, packets };
    });
}

function made(event: EventOf<'mappingMade'>): Growing {
  const { place, mapping: number, insidePort, outsidePort, reason, timeNs, index } = event;
  const isFixed = reason.kind === 'natForward';
  const { protocol, inside, outside } =
    isFixed || reason.kind === 'natMapped' ? reason : { protocol: 0, inside: '', outside: '' };
  return {
    mapping: {
      place,
      number,
      protocol,
      inside: { address: addressIn(inside), port: insidePort },
      outside: { address: addressIn(outside), port: outsidePort },
      isFixed,
      madeNs: timeNs,
      event: index,
    },
    expiredNs: Infinity,
    usedTimes: [],
    deadlines: [],
  };
}

function addressIn(socket: string): Ipv4Address {
  return parseAddress(socket.slice(0, Math.max(0, socket.indexOf(':')))) ?? 0;
}

function keyOf(place: number, mapping: number): string {
  return `${place}:${mapping}`;
}
