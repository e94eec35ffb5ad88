import type { Nanoseconds } from '../experiment/experiment';
import type { ConnectionEnd, ConnectionEnds } from './connectionEnds';
import { type TraceEvent, TIMERS } from './event';
import { countAtMost } from './follow';
import type { QuizAct } from './quizOptions';
import type { Reason } from './reason';
import { segmentOf } from './sentRanges';
import { sequenceBaseOf } from './sequenceBases';
import type { ConnectionSnapshot } from './snapshot';
import { tcpLabelsOf } from './tcpLabels';
import type { Trace } from './trace';
import { FLAG, type TcpHeader } from '../wire/tcp';

/** Which end the viewer plays: the one that answers, or the one that opened the connection and sends the message. */
export type QuizRole = 'receiver' | 'sender';

/** Something to which one end reacts at once, and how it did. */
export interface QuizMoment {
  /** What the question is like; of one kind there may be many. */
  readonly kind: string;
  readonly event: number;
  readonly atNs: Nanoseconds;
  readonly arriving: number;
  readonly state: ConnectionSnapshot;
  /** Numbers of the arriving segment, relative to its sender's SYN; null when a timer runs out. */
  readonly segment: ArrivingSegment | null;
  readonly did: QuizAct;
  readonly answer: number;
  readonly reason: Reason;
}

export interface ArrivingSegment {
  readonly sequence: number;
  /** One past its last number. */
  readonly end: number;
  readonly acknowledgment: number;
}

interface Reaction {
  readonly trace: Trace;
  readonly end: ConnectionEnd;
  readonly event: TraceEvent;
  readonly state: ConnectionSnapshot;
  readonly segment: ArrivingSegment | null;
  /** The packets the end sent because of it, in order. */
  readonly sent: readonly number[];
}

/** Every moment at which the end in that role has to act, in order of time. */
export function quizMoments(trace: Trace, ends: ConnectionEnds, role: QuizRole): readonly QuizMoment[] {
  const end = role === 'sender' ? ends.opener : ends.peer;
  if (!end) return [];
  const reactions = reactionsOf(trace, end);
  return reactions.flatMap((reaction) => {
    const moment = role === 'sender' ? senderMoment(reaction) : receiverMoment(reaction);
    return moment ?? [];
  });
}

/** What comes to an end, each with all that it sends at once because of it. */
function reactionsOf(trace: Trace, end: ConnectionEnd): readonly Reaction[] {
  const sentBy = new Map<number, number[]>();
  const called: TraceEvent[] = [];
  for (let number = 0; number < trace.eventCount; number += 1) {
    const kind = trace.kindAt(number);
    if (kind !== 'packetSent' && kind !== 'packetAccepted' && kind !== 'timerExpired') continue;
    const event = trace.event(number);
    if (!('place' in event) || event.place !== end.place) continue;
    if (event.kind !== 'packetSent') called.push(event);
    else {
      const origin = calledBy(trace, event);
      sentBy.set(origin, [...(sentBy.get(origin) ?? []), event.packet]);
    }
  }
  return called.flatMap((event) => {
    const nth = countAtMost(end.events, event.index) - 1;
    const state = nth < 0 ? null : trace.snapshot(end.snapshots[nth]!);
    const segment = event.kind === 'packetAccepted' ? segmentIn(trace, event.packet, state) : null;
    if (!state || (event.kind === 'packetAccepted' && !segment)) return [];
    return [{ trace, end, event, state, segment, sent: sentBy.get(event.index) ?? [] }];
  });
}

/** The arrival or expiry that a sending goes back to, through what the app was told and did in between. */
function calledBy(trace: Trace, sent: TraceEvent): number {
  let at = sent.cause;
  while (at >= 0 && trace.timeAt(at) === sent.timeNs) {
    const kind = trace.kindAt(at);
    if (kind === 'packetAccepted' || kind === 'timerExpired') return at;
    at = trace.causeAt(at);
  }
  return -1;
}

/** The receiver acknowledges; what it sends with it besides is not asked about. */
function receiverMoment({ trace, event, state, segment, sent }: Reaction): QuizMoment | null {
  if (event.kind !== 'packetAccepted' || !segment || segment.end === segment.sequence) return null;
  const answer = sent[0];
  const header = answer === undefined ? undefined : segmentOf(trace, answer)?.header;
  if (answer === undefined || !header || (header.flags & (FLAG.ack | FLAG.rst)) !== FLAG.ack) return null;
  const number = relative(trace, answer)?.acknowledgment ?? 0;
  return {
    kind: trace.event(event.index).reason.kind,
    event: event.index,
    atNs: event.timeNs,
    arriving: event.packet,
    state,
    segment,
    did: { kind: 'ack', number },
    answer,
    reason: reasonOf(trace, answer),
  };
}

/** The sender sends something new, something again, or nothing: then for want of room or of anything to send. */
function senderMoment({ trace, event, state, segment, sent }: Reaction): QuizMoment | null {
  if (state.state === 'SYN-SENT' || state.state === 'LISTEN') return null;
  if (event.kind === 'timerExpired' && TIMERS[event.timer] !== 'retransmission') return null;
  // An ACK that carries the peer's FIN asks for an ACK, not for data.
  if (segment && segment.end !== segment.sequence) return null;
  if (state.sendUnacked === state.sendNext && state.unsentBytes === 0) return null;
  const done =
    sent.length > 0 ? firstSending(trace, sent[0]!, state) : stillness(trace, event, state, segment);
  if (!done) return null;
  const isRepeat = event.kind === 'packetAccepted' && tcpLabelsOf(trace, event.packet).has('duplicateAck');
  const occasion = event.kind === 'timerExpired' ? 'timer' : isRepeat ? 'duplicate' : 'ack';
  return {
    kind: `${occasion} ${done.did.kind} ${done.reason.kind}`,
    event: event.index,
    atNs: event.timeNs,
    arriving: event.kind === 'packetAccepted' ? event.packet : -1,
    state,
    segment,
    answer: sent[0] ?? -1,
    ...done,
  };
}

type Done = Pick<QuizMoment, 'did' | 'reason'>;

function firstSending(trace: Trace, packet: number, state: ConnectionSnapshot): Done | null {
  const tcp = segmentOf(trace, packet);
  if (!tcp) return null;
  const { header, payload } = tcp;
  if (payload.length === 0 && (header.flags & FLAG.fin) === 0) return null;
  const number = (header.sequence - state.initialSendSequence) >>> 0;
  const isAgain = number < (state.highestSent - state.initialSendSequence) >>> 0;
  return { did: { kind: isAgain ? 'resend' : 'new', number }, reason: reasonOf(trace, packet) };
}

/** Nothing is sent: because a window is full, or because there is nothing new. Neither is certain: no question. */
function stillness(
  trace: Trace,
  event: TraceEvent,
  before: ConnectionSnapshot,
  segment: ArrivingSegment | null,
): Done | null {
  if (event.kind !== 'packetAccepted' || !segment) return null;
  const after = stateAfter(trace, event.index) ?? before;
  if (after.sendUnacked === after.sendNext) return null;
  if (after.unsentBytes === 0) {
    // In a recovery the third one has come already.
    const isOpen = before.phase === 'slowStart' || before.phase === 'congestionAvoidance';
    const isCounted = isOpen && tcpLabelsOf(trace, event.packet).has('duplicateAck');
    return { did: { kind: 'wait' }, reason: { kind: isCounted ? 'duplicateAckArrived' : 'ackArrived' } };
  }
  const next = Math.min(after.unsentBytes, after.sendMaxSegmentBytes);
  const isFull = after.pipe + next > after.cwnd || after.inFlight + next > after.sendWindow;
  return isFull ? { did: { kind: 'full' }, reason: { kind: 'none' } } : null;
}

/** What a connection knows after an event it reacted to; undefined if nothing changed. */
function stateAfter(trace: Trace, event: number): ConnectionSnapshot | undefined {
  const timeNs = trace.timeAt(event);
  for (let number = event + 1; number < trace.eventCount && trace.timeAt(number) === timeNs; number += 1) {
    if (trace.kindAt(number) !== 'connectionChanged' || trace.causeAt(number) !== event) continue;
    const changed = trace.event(number);
    if (changed.kind === 'connectionChanged') return trace.snapshot(changed.snapshot);
  }
  return undefined;
}

function reasonOf(trace: Trace, packet: number): Reason {
  return trace.event(trace.packet(packet).madeBy).reason;
}

/** The numbers of an arriving segment of this connection; null if it belongs to another. */
function segmentIn(trace: Trace, packet: number, state: ConnectionSnapshot | null): ArrivingSegment | null {
  const tcp = segmentOf(trace, packet);
  if (!tcp || !state || !isOf(tcp.header, state)) return null;
  const { header, payload } = tcp;
  const numbers = relative(trace, packet);
  const flag = (header.flags & (FLAG.syn | FLAG.fin)) === 0 ? 0 : 1;
  return numbers && { ...numbers, end: numbers.sequence + payload.length + flag };
}

/** The numbers of a segment as the inspector shows them: a SYN has 0. */
function relative(
  trace: Trace,
  packet: number,
): { readonly sequence: number; readonly acknowledgment: number } | null {
  const { bytes } = trace.packet(packet);
  const header = segmentOf(trace, packet)?.header;
  const base = sequenceBaseOf(trace, bytes);
  if (!header || !base) return null;
  return {
    sequence: (header.sequence - base.initialSequence) >>> 0,
    acknowledgment: (header.acknowledgment - base.peerInitialSequence) >>> 0,
  };
}

function isOf({ sourcePort, destinationPort }: TcpHeader, state: ConnectionSnapshot): boolean {
  return sourcePort === state.remotePort && destinationPort === state.localPort;
}
