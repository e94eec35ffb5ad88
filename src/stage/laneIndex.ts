import type { Nanoseconds } from '../experiment/experiment';
import { TIMERS } from '../trace/event';
import { follow } from '../trace/follow';
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

export interface EarlyPiece {
  readonly piece: number;
  readonly timeNs: Nanoseconds;
}

export interface Discard {
  readonly packet: number;
  readonly place: number;
  readonly why: ReasonKind;
}

/** What the rooms of one lane show, by time. Places are node numbers. */
export interface LaneIndex {
  /** When each piece was first put into a packet, in order. */
  readonly firstSent: Nanoseconds[];
  /** Snapshot numbers of each host's connection. */
  readonly connections: Map<number, History<number>>;
  readonly retransmissionTimers: Map<number, History<TimerRun>>;
  /** What each host's app was told last. */
  readonly told: Map<number, History<ReasonKind>>;
  /** Segments taken out of order: pieces that wait for earlier ones. */
  readonly early: { readonly times: Nanoseconds[]; readonly pieces: number[] };
  /** Packets a machine threw away. */
  readonly discards: History<Discard>;
}

const RETRANSMISSION = TIMERS.indexOf('retransmission');

const followed = follow<LaneIndex, null>(
  () => ({
    firstSent: [],
    connections: new Map(),
    retransmissionTimers: new Map(),
    told: new Map(),
    early: { times: [], pieces: [] },
    discards: { times: [], values: [] },
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
      const { role, piece } = trace.packet(event.packet);
      if (role === 'piece' && piece >= 0) index.firstSent.push(event.timeNs);
      return;
    }
    case 'connectionChanged':
      return note(index.connections, event.place, event.timeNs, event.snapshot);
    case 'timerSet': {
      if (event.timer !== RETRANSMISSION) return;
      const { timeNs: setNs, deadlineNs } = event;
      return note(index.retransmissionTimers, event.place, setNs, { setNs, deadlineNs });
    }
    case 'timerCancelled':
    case 'timerExpired':
      if (event.timer !== RETRANSMISSION) return;
      return note(index.retransmissionTimers, event.place, event.timeNs, STOPPED);
    case 'appTold':
      return note(index.told, event.place, event.timeNs, event.reason.kind);
    case 'packetAccepted':
      if (event.reason.kind !== 'outOfOrder') return;
      index.early.times.push(event.timeNs);
      index.early.pieces.push(trace.packet(event.packet).piece);
      return;
    case 'packetDropped':
      if (event.reason.kind === 'queueFull') return;
      index.discards.times.push(event.timeNs);
      index.discards.values.push({ packet: event.packet, place: event.place, why: event.reason.kind });
      return;
    default:
  }
}

const STOPPED: TimerRun = { setNs: 0, deadlineNs: Infinity };

function note<T>(histories: Map<number, History<T>>, place: number, timeNs: Nanoseconds, value: T): void {
  let history = histories.get(place);
  if (!history) histories.set(place, (history = { times: [], values: [] }));
  history.times.push(timeNs);
  history.values.push(value);
}
