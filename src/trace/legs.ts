import type { Nanoseconds } from '../experiment/experiment';
import type { EventKind, EventOf } from './event';
import { countAtMost, follow } from './follow';
import type { ReasonKind } from './reason';
import { type Rest, restedNs, withOpenRest, withRest } from './rests';
import type { Trace } from './trace';

/** One stay of a packet on a link way or in the queue before it. Times in ns. */
export interface Flight {
  readonly kind: 'link' | 'queue';
  readonly packet: number;
  /** Link way, see `TownIndex`. */
  readonly way: number;
  readonly startNs: Nanoseconds;
  /** Link: when its last bit goes out. Queue: the same as `endNs`. */
  readonly departNs: Nanoseconds;
  /** Link: when the last bit reaches the far end, or weather takes it. Queue: when it leaves, Infinity while it waits. */
  readonly endNs: Nanoseconds;
  /** When it would reach the far end if weather let it: `endNs` unless it is lost. */
  readonly dueNs: Nanoseconds;
  /** Dropped: it arrived, and the next queue was full. */
  readonly outcome: 'arrived' | 'lost' | 'dropped';
  /** How much of the way it covers by `endNs`: 1, less when it is lost. */
  readonly fraction: number;
  /** When a bit of it was inverted on this way, or Infinity. */
  readonly corruptedAtNs: Nanoseconds;
  /** How much longer than the propagation delay this way holds it. */
  readonly delayedNs: Nanoseconds;
  /** When hands keep it where it is on this way; `endNs` and `dueNs` count them in. */
  readonly rests: readonly Rest[];
}

/** A packet that ended before anyone took it. */
export interface Ending {
  readonly timeNs: Nanoseconds;
  readonly packet: number;
  /** The link way where weather took it or whose queue was full, or -1. */
  readonly way: number;
  /** The node that threw it away, or -1. */
  readonly node: number;
  /** How far along the way it came; 0 at a full queue. */
  readonly fraction: number;
  readonly why: ReasonKind;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** All flights of a trace by start time, with what a search needs. */
export interface FlightIndex {
  readonly flights: readonly Flight[];
  readonly starts: readonly Nanoseconds[];
  /** Latest end of each block of flights, so that a search skips what is long over. */
  readonly blockEnds: readonly Nanoseconds[];
  /** The latest flight of each packet. */
  readonly latest: ReadonlyMap<number, number>;
  /** When a bit of each damaged packet was inverted. */
  readonly damaged: ReadonlyMap<number, Nanoseconds>;
  /** In order of time. */
  readonly endings: readonly Ending[];
  readonly endingTimes: readonly Nanoseconds[];
  /** What was asked for last: one scene asks several times for the same moment, and for one a little before it. */
  lastAsked: readonly Asked[];
}

interface Asked {
  readonly timeNs: Nanoseconds;
  readonly found: readonly Flight[];
}

interface Building {
  readonly flights: Mutable<Flight>[];
  readonly starts: number[];
  readonly blockEnds: number[];
  readonly latest: Map<number, number>;
  readonly damaged: Map<number, number>;
  readonly endings: Ending[];
  readonly endingTimes: number[];
  lastAsked: FlightIndex['lastAsked'];
}

const BLOCK = 64;
const NO_RESTS: readonly Rest[] = [];

const followed = follow<Building, null>(
  () => ({
    flights: [],
    starts: [],
    blockEnds: [],
    latest: new Map(),
    damaged: new Map(),
    endings: [],
    endingTimes: [],
    lastAsked: [],
  }),
  addEvent,
);

/** The flights of a trace, kept up as it grows: each event is read once. */
export function flightIndex(trace: Trace): FlightIndex {
  return followed(trace, null);
}

/** Flights under way at `timeNs` (`startNs <= timeNs < endNs`), the latest start first. */
export function flightsAt(index: FlightIndex, timeNs: Nanoseconds): readonly Flight[] {
  const known = index.lastAsked.find((asked) => asked.timeNs === timeNs);
  if (known) return known.found;
  const found: Flight[] = [];
  let i = countAtMost(index.starts, timeNs) - 1;
  while (i >= 0) {
    const block = Math.floor(i / BLOCK);
    if (index.blockEnds[block]! <= timeNs) {
      i = block * BLOCK - 1;
      continue;
    }
    const flight = index.flights[i]!;
    if (flight.endNs > timeNs) found.push(flight);
    i -= 1;
  }
  index.lastAsked = [{ timeNs, found }, ...index.lastAsked.slice(0, 1)];
  return found;
}

/** Packets that ended in `(fromNs, toNs]`, in order of time. */
export function endingsBetween(
  index: FlightIndex,
  fromNs: Nanoseconds,
  toNs: Nanoseconds,
): readonly Ending[] {
  const first = countAtMost(index.endingTimes, fromNs);
  return index.endings.slice(first, countAtMost(index.endingTimes, toNs));
}

/** The latest stay of a packet that began at or before `timeNs`, or undefined when it has not left yet. */
export function lastFlightOf(index: FlightIndex, packet: number, timeNs: Nanoseconds): Flight | undefined {
  const latest = index.latest.get(packet);
  if (latest === undefined) return undefined;
  for (let i = Math.min(latest, countAtMost(index.starts, timeNs) - 1); i >= 0; i -= 1) {
    if (index.flights[i]!.packet === packet) return index.flights[i];
  }
  return undefined;
}

const ABOUT_FLIGHTS: ReadonlySet<EventKind> = new Set([
  'packetQueued',
  'linkEntered',
  'packetDelayed',
  'packetHeld',
  'packetCorrupted',
  'packetLost',
  'packetDropped',
]);

function addEvent(index: Building, trace: Trace, number: number): void {
  // Reading an event whole costs more than its kind, and most are of no concern here.
  if (!ABOUT_FLIGHTS.has(trace.kindAt(number))) return;
  index.lastAsked = [];
  const event = trace.event(number);
  switch (event.kind) {
    case 'packetQueued':
      return addFlight(index, queueStay(event));
    case 'linkEntered':
      leaveQueue(index, event);
      return addFlight(index, linkStay(event));
    case 'packetDelayed':
      return change(index, event.packet, (flight) => {
        if (event.reason.kind !== 'byHand') flight.delayedNs = event.delayNs;
        else rest(flight, withRest(flight.rests, event.timeNs, event.delayNs));
      });
    case 'packetHeld':
      return change(index, event.packet, (flight) => {
        rest(flight, withOpenRest(flight.rests, event.timeNs, event.untilNs));
      });
    case 'packetCorrupted':
      index.damaged.set(event.packet, event.timeNs);
      return change(index, event.packet, (flight) => {
        flight.corruptedAtNs = event.timeNs;
      });
    case 'packetLost':
      change(index, event.packet, (flight) => {
        Object.assign(flight, { endNs: event.timeNs, outcome: 'lost', fraction: event.fraction });
      });
      return addEnding(index, event, event.place, event.fraction);
    case 'packetDropped': {
      const isQueue = event.reason.kind === 'queueFull';
      change(index, event.packet, (flight) => {
        if (isQueue) flight.outcome = 'dropped';
        // It waited for its neighbour's answer, which did not come.
        else if (flight.kind === 'queue' && flight.endNs === Infinity) {
          Object.assign(flight, { outcome: 'dropped', departNs: event.timeNs, endNs: event.timeNs });
        }
      });
      return addEnding(index, event, isQueue ? event.place : -1, 0);
    }
    default:
  }
}

function queueStay({ packet, place, timeNs }: EventOf<'packetQueued'>): Flight {
  return stay('queue', packet, place, [timeNs, Infinity, Infinity]);
}

function linkStay({ packet, place, timeNs, departNs, arriveNs }: EventOf<'linkEntered'>): Flight {
  return stay('link', packet, place, [timeNs, departNs, arriveNs]);
}

function stay(
  kind: Flight['kind'],
  packet: number,
  way: number,
  [startNs, departNs, endNs]: readonly [number, number, number],
): Flight {
  const clean = {
    outcome: 'arrived',
    fraction: 1,
    corruptedAtNs: Infinity,
    delayedNs: 0,
    rests: NO_RESTS,
  } as const;
  return { kind, packet, way, startNs, departNs, endNs, dueNs: endNs, ...clean };
}

function rest(flight: Mutable<Flight>, rests: readonly Rest[]): void {
  const moreNs = restedNs(rests) - restedNs(flight.rests);
  Object.assign(flight, { rests, endNs: flight.endNs + moreNs, dueNs: flight.dueNs + moreNs });
}

function leaveQueue(index: Building, { packet, place, timeNs }: EventOf<'linkEntered'>): void {
  change(index, packet, (flight) => {
    if (flight.kind === 'queue' && flight.way === place)
      Object.assign(flight, { departNs: timeNs, endNs: timeNs, dueNs: timeNs });
  });
}

function addFlight(index: Building, flight: Mutable<Flight>): void {
  const number = index.flights.length;
  index.flights.push(flight);
  index.starts.push(flight.startNs);
  index.latest.set(flight.packet, number);
  const block = Math.floor(number / BLOCK);
  index.blockEnds[block] = Math.max(index.blockEnds[block] ?? -Infinity, flight.endNs);
}

/** Changes the packet's latest flight and keeps its block's latest end true. */
function change(index: Building, packet: number, edit: (flight: Mutable<Flight>) => void): void {
  const number = index.latest.get(packet);
  if (number === undefined) return;
  const flight = index.flights[number]!;
  const endBefore = flight.endNs;
  edit(flight);
  if (flight.endNs === endBefore) return;
  const block = Math.floor(number / BLOCK);
  let end = -Infinity;
  for (const other of index.flights.slice(block * BLOCK, (block + 1) * BLOCK))
    end = Math.max(end, other.endNs);
  index.blockEnds[block] = end;
}

function addEnding(
  index: Building,
  event: EventOf<'packetLost'> | EventOf<'packetDropped'>,
  way: number,
  fraction: number,
): void {
  const { timeNs, packet, place, reason } = event;
  index.endings.push({ timeNs, packet, way, node: way < 0 ? place : -1, fraction, why: reason.kind });
  index.endingTimes.push(timeNs);
}
