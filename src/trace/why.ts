import { changesOf, type VariableChange } from './changes';
import type { EventOf, TraceEvent } from './event';
import type { Nanoseconds } from '../experiment/experiment';
import { packetEvents } from './packetBytesAt';
import type { Run } from './run';
import type { Variable } from './snapshot';
import type { Trace } from './trace';
import { eventOfPacket, isInput, isResend, mainCause, writeOf } from './whyCauses';
import { awaitedBy } from './segmentHistory';
import { addAwaited, addRepeatedAck, addResend, type Steps } from './whyResend';
import { silenceSteps } from './whySilence';
import { addStall } from './whyStall';
import { addCommands } from './whyCommands';
import { stepOf, type WhyStep } from './whyStep';

/** What can be asked of a run. */
export type WhyQuestion =
  /** Why was this packet sent, or made? */
  | { readonly kind: 'sent'; readonly lane: number; readonly packet: number }
  /** Why did it never arrive? */
  | { readonly kind: 'ended'; readonly lane: number; readonly packet: number }
  /** Why did this variable of a connection change with that `connectionChanged` event? */
  | { readonly kind: 'changed'; readonly lane: number; readonly event: number; readonly variable: Variable }
  /** Why does nothing happen now: what is everyone waiting for? */
  | { readonly kind: 'silence'; readonly lane: number; readonly timeNs: Nanoseconds };

/** The longest chain that is looked through; a chain of causes is much shorter. */
const MOST_STEPS = 1000;

/**
 * The steps that led to what is asked about, the oldest first, each event once: the chain of causes back to an input,
 * with what a teacher would add to it. Empty where there is nothing to explain (a packet that arrived did not end).
 */
export function whyOf(run: Run, question: WhyQuestion): readonly WhyStep[] {
  const trace = run.traces[question.lane];
  if (!trace) return [];
  if (question.kind === 'silence') return silenceSteps(run, question.lane, question.timeNs);
  const target = targetOf(trace, question);
  if (target === undefined) return [];
  const steps: Steps = new Map();
  const change = question.kind === 'changed' ? changeOf(trace, target, question.variable) : undefined;
  addTarget(steps, trace, target);
  if (change) steps.set(target.index, { ...steps.get(target.index), change });
  completeChain(trace, steps);
  addCommands(steps, run, trace);
  const numbers = [...steps.keys()].toSorted((a, b) => a - b);
  return numbers.map((number) => stepOf(trace, question.lane, number, steps.get(number)));
}

/** Adds what goes before the first step until that is an input. */
function completeChain(trace: Trace, steps: Steps): void {
  for (let nth = 0; nth < MOST_STEPS; nth += 1) {
    const first = trace.event(Math.min(...steps.keys()));
    if (isInput(first) || steps.get(first.index)?.role === 'notReading') return;
    const cause = mainCause(trace, first);
    if (cause < 0) return;
    addOnTheWay(steps, trace, cause);
  }
}

/** The event that the question is about; undefined if there is none. */
function targetOf(trace: Trace, question: Exclude<WhyQuestion, { kind: 'silence' }>): TraceEvent | undefined {
  if (question.kind === 'changed') {
    return question.event < trace.eventCount ? trace.event(question.event) : undefined;
  }
  if (question.packet >= trace.packetCount) return undefined;
  if (question.kind === 'sent') return trace.event(trace.packet(question.packet).madeBy);
  const end = packetEvents(trace, question.packet).find((number) => {
    const kind = trace.kindAt(number);
    return kind === 'packetLost' || kind === 'packetDropped';
  });
  return end === undefined ? undefined : trace.event(end);
}

function changeOf(trace: Trace, event: TraceEvent, variable: Variable): VariableChange | undefined {
  if (event.kind !== 'connectionChanged') return undefined;
  return changesOf(trace, event).find((change) => change.variable === variable);
}

function addTarget(steps: Steps, trace: Trace, event: TraceEvent): void {
  steps.set(event.index, {});
  switch (event.kind) {
    case 'packetSent':
      addSending(steps, trace, event);
      break;
    case 'packetDropped': {
      const damaged = eventOfPacket(trace, event.packet, 'packetCorrupted', event.index);
      if (damaged !== undefined) steps.set(damaged, {});
      break;
    }
    case 'connectionChanged':
      addChange(steps, trace, event);
      break;
    default:
  }
  const cause = mainCause(trace, event);
  if (cause >= 0 && !steps.has(cause)) addOnTheWay(steps, trace, cause);
}

function addSending(steps: Steps, trace: Trace, event: EventOf<'packetSent'>): void {
  if (isResend(trace, event.packet)) addResend(steps, trace, event);
  else if (event.reason.kind === 'duplicateAck') {
    const awaited = awaitedBy(trace, event.packet);
    if (awaited) addAwaited(steps, trace, awaited, event.index);
    addRepeatedAck(steps, trace, event);
  } else addOccasion(steps, trace, event);
}

/** A timer that ran out, or data that waited until an ACK made room for it. */
function addOccasion(steps: Steps, trace: Trace, event: EventOf<'packetSent'>): void {
  addStall(steps, trace, event);
  const { index, packet, cause } = event;
  if (cause < 0) return;
  const kind = trace.kindAt(cause);
  if (kind === 'timerExpired') addOnTheWay(steps, trace, cause);
  else if (kind === 'packetAccepted' && writeOf(trace, packet, index) >= 0) {
    steps.set(cause, { role: 'madeRoom' });
  }
}

/** What was sent again at the same moment for the same cause explains a recovery. */
function addChange(steps: Steps, trace: Trace, event: EventOf<'connectionChanged'>): void {
  for (let number = event.index - 1; number > event.cause && number >= 0; number -= 1) {
    if (trace.kindAt(number) !== 'packetSent' || trace.causeAt(number) !== event.cause) continue;
    const sent = trace.event(number);
    if (sent.kind !== 'packetSent' || !isResend(trace, sent.packet)) continue;
    steps.set(number, {});
    addResend(steps, trace, sent);
  }
}

/** A step on the way, told as what it is. */
function addOnTheWay(steps: Steps, trace: Trace, number: number): void {
  const event = trace.event(number);
  if (event.kind === 'timerExpired' && event.cause >= 0) steps.set(event.cause, {});
  if (event.kind !== 'packetSent') steps.set(number, {});
  else if (event.reason.kind === 'duplicateAck') addRepeatedAck(steps, trace, event);
  else {
    steps.set(number, {});
    addStall(steps, trace, event);
  }
}
