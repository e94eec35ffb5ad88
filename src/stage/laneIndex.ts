import type { Nanoseconds } from '../experiment/experiment';
import { type EventOf, TIMERS } from '../trace/event';
import { countAtMost, follow } from '../trace/follow';
import type { ReasonKind } from '../trace/reason';
import type { Trace } from '../trace/trace';

/** Something that holds from a time on until the next entry. */
export interface History<T> {
  readonly times: Nanoseconds[];
  readonly values: T[];
}

export interface TimerRun {
  readonly setNs: Nanoseconds;
  /** Infinity when the timer does not run. */
  readonly deadlineNs: Nanoseconds;
}

/** What the rooms of one lane show, by time. Places are node numbers. */
export interface LaneIndex {
  /** When each piece was first put into a packet, in order. */
  readonly firstSent: Nanoseconds[];
  /** Snapshot numbers of each host's connection. */
  readonly connections: Map<number, History<number>>;
  /** By `timerKey`. */
  readonly timers: Map<number, History<TimerRun>>;
  /** Whether a socket is bound, by `socketKey`. */
  readonly sockets: Map<number, History<boolean>>;
  /** When a queue marked a packet: congestion experienced. */
  readonly marked: Map<number, Nanoseconds>;
  /** What each host's app was told last. */
  readonly told: Map<number, History<ReasonKind>>;
  /** Pieces that TCP took before earlier ones had come. */
  readonly early: History<number>;
  /** The host whose TCP that was, or -1. */
  earlyPlace: number;
  /** How many of those entries were over at a moment when nothing was kept any more. */
  readonly shelfEmpty: History<number>;
  /** When each host threw away a packet because a checksum did not fit. */
  readonly binned: Map<number, Nanoseconds[]>;
}

const PORTS = 65_536;

/** The key of a host's timer. */
export function timerKey(place: number, timer: number): number {
  return place * TIMERS.length + timer;
}

/** The key of a host's port. */
export function socketKey(place: number, port: number): number {
  return place * PORTS + port;
}

const followed = follow<LaneIndex, null>(
  () => ({
    firstSent: [],
    connections: new Map(),
    timers: new Map(),
    sockets: new Map(),
    marked: new Map(),
    told: new Map(),
    early: { times: [], values: [] },
    earlyPlace: -1,
    shelfEmpty: { times: [], values: [] },
    binned: new Map(),
  }),
  addEvent,
);

/** The index of a lane, kept up as its trace grows. */
export function laneIndex(trace: Trace): LaneIndex {
  return followed(trace, null);
}

function addEvent(index: LaneIndex, trace: Trace, number: number): void {
  const kind = trace.kindAt(number);
  // Most events of a long run are these, and no room shows them.
  if (kind === 'linkEntered' || kind === 'packetArrived' || kind === 'packetForwarded') return;
  const event = trace.event(number);
  switch (event.kind) {
    case 'packetSent': {
      const { role, flow } = trace.packet(event.packet);
      if (role === 'piece' && flow === 0) index.firstSent.push(event.timeNs);
      return;
    }
    case 'connectionChanged':
      noteEmptyShelf(index, trace, event);
      return note(index.connections, event.place, event.timeNs, event.snapshot);
    case 'timerSet': {
      const { timeNs: setNs, deadlineNs } = event;
      return note(index.timers, timerKey(event.place, event.timer), setNs, { setNs, deadlineNs });
    }
    case 'timerCancelled':
    case 'timerExpired':
      return note(index.timers, timerKey(event.place, event.timer), event.timeNs, STOPPED);
    case 'socketOpened':
    case 'socketClosed':
      return note(
        index.sockets,
        socketKey(event.place, event.port),
        event.timeNs,
        event.kind === 'socketOpened',
      );
    case 'packetMarked':
      index.marked.set(event.packet, event.timeNs);
      return;
    case 'appTold':
      return note(index.told, event.place, event.timeNs, event.reason.kind);
    case 'packetAccepted':
      if (event.reason.kind !== 'outOfOrder') return;
      index.earlyPlace = event.place;
      index.early.times.push(event.timeNs);
      index.early.values.push(trace.packet(event.packet).piece);
      return;
    case 'packetDropped':
      if (event.reason.kind !== 'badTransportChecksum' && event.reason.kind !== 'badIpChecksum') return;
      index.binned.set(event.place, [...(index.binned.get(event.place) ?? []), event.timeNs]);
      return;
    default:
  }
}

const STOPPED: TimerRun = { setNs: 0, deadlineNs: Infinity };

/** Remembers that nothing is kept out of order now, so that a look at this moment need not go further back. */
function noteEmptyShelf(index: LaneIndex, trace: Trace, event: EventOf<'connectionChanged'>): void {
  const { early, earlyPlace, shelfEmpty } = index;
  const entries = early.values.length;
  if (event.place !== earlyPlace || entries === (shelfEmpty.values.at(-1) ?? 0)) return;
  if (trace.snapshot(event.snapshot).reassemblyBytes > 0) return;
  shelfEmpty.times.push(event.timeNs);
  shelfEmpty.values.push(entries);
}

function note<T>(histories: Map<number, History<T>>, place: number, timeNs: Nanoseconds, value: T): void {
  let history = histories.get(place);
  if (!history) histories.set(place, (history = { times: [], values: [] }));
  history.times.push(timeNs);
  history.values.push(value);
}

/** What holds at `timeNs`, or undefined before the first entry. */
export function latest<T>(history: History<T> | undefined, timeNs: Nanoseconds): T | undefined {
  return history?.values[countAtMost(history.times, timeNs) - 1];
}
