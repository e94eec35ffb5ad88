import type { Nanoseconds } from '../experiment/experiment';
import { eventTransport } from './eventTransport';
import { type EventKind, TIMERS, type TraceEvent } from './event';
import { reasonSource, timerSource } from './reasonSource';
import type { RfcSection } from './rfcSection';
import type { ReasonKind } from './reason';
import type { PacketRef } from './run';
import type { VariableChange } from './changes';
import type { Trace } from './trace';
import { isResend } from './whyCauses';

/** What a step says; the words of each are in i18n. */
export type StepRole =
  // Inputs: nothing in the town made them happen.
  | 'appStarted'
  | 'appWrote'
  | 'appResumed'
  | 'notReading'
  | 'command'
  | 'timerSet'
  // What a link or a machine did to a packet
  | 'lost'
  | 'dropped'
  | 'corrupted'
  | 'doubled'
  | 'delayed'
  | 'held'
  | 'rescued'
  | 'underWay'
  | 'queued'
  // What the two ends did
  | 'sent'
  | 'resent'
  | 'repeatedAck'
  | 'reported'
  | 'madeRoom'
  | 'arrived'
  | 'answerLost'
  | 'timerExpired'
  | 'appTold'
  | 'remembered'
  | 'forgotten'
  | 'changed'
  // What someone waits for
  | 'waitsForTimer'
  | 'waitsForByte'
  | 'waitsForApp'
  | 'waitsForAnswer'
  | 'waitsForNext'
  | 'quiet';

/** One step of an explanation: something that happened, what it has to do with the question, and by which rule. */
export interface WhyStep {
  readonly lane: number;
  readonly role: StepRole;
  readonly event: TraceEvent;
  /** The packet it is about. */
  readonly packet: PacketRef | null;
  /** The packet that made this one necessary: what came out of order, for a repeated ACK. */
  readonly because: PacketRef | null;
  /** Which variable of a connection took another value. */
  readonly change: VariableChange | null;
  /** When: of what is waited for the moment of the question, else of the event. */
  readonly timeNs: Nanoseconds;
  /** Until when it is waited, as far as anyone can know. */
  readonly untilNs: Nanoseconds | null;
  /** The sequence number that is waited for, absolute. */
  readonly number: number | null;
  /** The section that rules it, or null where none does (an app's wish, a link's physics). */
  readonly source: RfcSection | null;
}

/** What an event is in a story that is not about something more special. */
const ROLES: { readonly [K in EventKind]: StepRole } = {
  appStarted: 'appStarted',
  appWrote: 'appWrote',
  socketOpened: 'appStarted',
  socketClosed: 'changed',
  packetSent: 'sent',
  packetQueued: 'underWay',
  linkEntered: 'underWay',
  packetLost: 'lost',
  packetDropped: 'dropped',
  packetCorrupted: 'corrupted',
  packetDuplicated: 'doubled',
  packetDelayed: 'delayed',
  packetArrived: 'arrived',
  packetForwarded: 'underWay',
  packetAccepted: 'arrived',
  connectionChanged: 'changed',
  timerSet: 'timerSet',
  timerCancelled: 'changed',
  timerExpired: 'timerExpired',
  bytesDelivered: 'arrived',
  appTold: 'appTold',
  commandApplied: 'command',
  appResumed: 'appResumed',
  packetMarked: 'underWay',
  packetHeld: 'held',
  packetRescued: 'rescued',
  packetFragmented: 'underWay',
  fragmentKept: 'arrived',
  packetReassembled: 'arrived',
  packetRewritten: 'underWay',
  mappingMade: 'changed',
  mappingExpired: 'changed',
  neighbourLearned: 'arrived',
  packetDetoured: 'delayed',
  cacheFilled: 'remembered',
  cacheExpired: 'forgotten',
};

/** Where another rule is more to the point than why the event happened. */
const RULES: Partial<Record<StepRole, ReasonKind>> = {
  reported: 'sackArrived',
  madeRoom: 'ackArrived',
  notReading: 'windowAdvertised',
  waitsForByte: 'outOfOrder',
  waitsForAnswer: 'appTimerExpired',
};

/** What may be added to a step beside its event. */
export type StepDetails = Partial<Pick<WhyStep, 'role' | 'change' | 'timeNs' | 'untilNs' | 'number'>> & {
  readonly because?: number;
};

/** The step that an event is, in lane `lane`. */
export function stepOf(trace: Trace, lane: number, number: number, details: StepDetails = {}): WhyStep {
  const event = trace.event(number);
  const { because, change = null, untilNs = null, number: awaited = null } = details;
  const packet = packetOf(event);
  const role = details.role ?? roleOf(trace, event);
  return {
    lane,
    role,
    event,
    packet: packet === null ? null : { lane, packet },
    because: because === undefined ? null : { lane, packet: because },
    change,
    timeNs: details.timeNs ?? event.timeNs,
    untilNs,
    number: awaited,
    source: sourceOf(trace, role, event, change),
  };
}

function sourceOf(
  trace: Trace,
  role: StepRole,
  event: TraceEvent,
  change: VariableChange | null,
): RfcSection | null {
  const timer = 'timer' in event ? TIMERS[event.timer] : undefined;
  if (timer) return timerSource(timer);
  return reasonSource(RULES[role] ?? change?.reason.kind ?? event.reason.kind, eventTransport(trace, event));
}

/** The packet an event is about: of a duplication the copy. */
function packetOf(event: TraceEvent): number | null {
  if (event.kind === 'packetDuplicated') return event.copy;
  return 'packet' in event && event.packet >= 0 ? event.packet : null;
}

function roleOf(trace: Trace, event: TraceEvent): StepRole {
  return event.kind === 'packetSent' && isResend(trace, event.packet) ? 'resent' : ROLES[event.kind];
}
