import type { Experiment, Nanoseconds } from '../experiment/experiment';
import { TIMERS, type TraceEvent } from './event';
import { follow } from './follow';
import { packetSort, type PacketSort } from './packetSort';
import type { ReasonKind } from './reason';
import type { TcpState } from './snapshot';
import type { Trace } from './trace';

/** What a viewer may be told of, step to or see a mark for. */
export type NotableKind =
  | 'appStarted'
  | 'pieceWritten'
  | 'packetSent'
  | 'packetArrived'
  | 'packetLost'
  | 'packetDropped'
  | 'packetCorrupted'
  | 'packetDuplicated'
  | 'packetDelayed'
  | 'established'
  | 'bytesDelivered'
  | 'timerExpired'
  | 'appTold'
  | 'mappingMade'
  | 'mappingExpired'
  | 'command';

/** One notable event, with what is needed to say it in one sentence. */
export interface Notable {
  readonly kind: NotableKind;
  readonly timeNs: Nanoseconds;
  /** Index of the event in its trace. */
  readonly event: number;
  /** The packet it is about and its sort, or -1 and null. */
  readonly packet: number;
  readonly sort: PacketSort | null;
  /** Piece of the message from 0, or -1. */
  readonly piece: number;
  /** Which duplicate ACK, or which retransmission of the piece; 0 for an original. */
  readonly count: number;
  readonly why: ReasonKind;
  /** Whether it happened on the side that sends the message; false on links and routers. */
  readonly atSender: boolean;
}

interface NotableIndex {
  /** Nodes are numbered hosts first, then routers. */
  readonly hosts: number;
  readonly sender: number;
  readonly states: Map<number, TcpState>;
  readonly sorts: PacketSort[];
  readonly notables: Notable[];
}

/** Connections are numbered per host. */
const CONNECTIONS_PER_HOST = 0x1_0000;

const notableIndex = follow<NotableIndex, Pick<Experiment, 'town' | 'apps'>>((_trace, { town, apps }) => {
  const sender = apps.find((app) => app.kind === 'send')?.host;
  return {
    hosts: town.hosts.length,
    sender: town.hosts.findIndex((host) => host.id === sender),
    states: new Map(),
    sorts: [],
    notables: [],
  };
}, addNotable);

/** Every notable event of one lane in order of time, kept up with the growing trace. */
export function notablesOf(trace: Trace, experiment: Pick<Experiment, 'town' | 'apps'>): readonly Notable[] {
  return notableIndex(trace, experiment).notables;
}

function addNotable(index: NotableIndex, trace: Trace, number: number): void {
  const kind = trace.kindAt(number);
  // Most events of a long run are these three, and no one is told of them.
  if (kind === 'linkEntered' || kind === 'packetForwarded' || kind === 'packetQueued') return;
  const notable = notableOf(index, trace, trace.event(number));
  if (notable) index.notables.push(notable);
}

function notableOf(index: NotableIndex, trace: Trace, event: TraceEvent): Notable | null {
  switch (event.kind) {
    case 'packetArrived':
      return event.place < index.hosts ? aboutPacket(index, trace, event) : null;
    case 'packetSent':
    case 'packetDropped':
    case 'bytesDelivered':
    case 'packetLost':
    case 'packetCorrupted':
    case 'packetDuplicated':
    case 'packetDelayed':
      return aboutPacket(index, trace, event);
    case 'appWrote':
      return event.flow === 0 ? { ...plain(event, 'pieceWritten', true), piece: event.piece } : null;
    case 'connectionChanged':
      return established(index, trace, event);
    case 'timerExpired':
      return TIMERS[event.timer] === 'retransmission'
        ? plain(event, 'timerExpired', event.place === index.sender)
        : null;
    case 'appTold':
    case 'appStarted':
    case 'mappingMade':
    case 'mappingExpired':
      return plain(event, event.kind, event.place === index.sender);
    case 'commandApplied':
      return plain(event, 'command', false);
    default:
      return null;
  }
}

function plain(event: TraceEvent, kind: NotableKind, atSender: boolean): Notable {
  const { timeNs, index, reason } = event;
  const none = { packet: -1, sort: null, piece: -1, count: 0 };
  return { kind, timeNs, event: index, ...none, why: reason.kind, atSender };
}

type PacketEvent = Extract<TraceEvent, { readonly kind: NotableKind; readonly packet: number }>;

function aboutPacket(index: NotableIndex, trace: Trace, event: PacketEvent): Notable {
  // Places of what happens on a link are link ways, not nodes.
  const onNode =
    event.kind === 'packetSent' || event.kind === 'packetArrived' || event.kind === 'bytesDelivered';
  const notable = plain(event, event.kind, onNode && event.place === index.sender);
  if (event.packet < 0) return notable;
  const { copy, flow, piece, bytes } = trace.packet(event.packet);
  const sort = (index.sorts[event.packet] ??= packetSort(bytes));
  const count = event.reason.kind === 'duplicateAck' ? event.reason.count : copy;
  return { ...notable, packet: event.packet, sort, piece: flow === 0 ? piece : -1, count };
}

type ConnectionEvent = Extract<TraceEvent, { readonly kind: 'connectionChanged' }>;

/** A connection that has just become established; its other changes come with their packets. */
function established(index: NotableIndex, trace: Trace, event: ConnectionEvent): Notable | null {
  const { state } = trace.snapshot(event.snapshot);
  const connection = event.place * CONNECTIONS_PER_HOST + event.connection;
  const before = index.states.get(connection);
  index.states.set(connection, state);
  if (state !== 'ESTABLISHED' || before === 'ESTABLISHED') return null;
  return plain(event, 'established', event.place === index.sender);
}
