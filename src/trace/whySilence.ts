import { hostCondition, isPortClosed } from '../experiment/conditions';
import type { Nanoseconds, SendApp } from '../experiment/experiment';
import { flowsOf, pieceCount, pieceDueNs } from '../experiment/pieces';
import { type ConnectionEnd, connectionsOf, snapshotAt } from './connectionEnds';
import type { EventOf, TraceEvent } from './event';
import { countAtMost } from './follow';
import { isMessageRun } from './messageRun';
import { eventPlace } from './eventPlace';
import { flightIndex, flightsAt } from './legs';
import type { ReasonKind } from './reason';
import type { Run } from './run';
import type { ConnectionSnapshot } from './snapshot';
import { townIndex } from './townIndex';
import { type RunningTimer, timersRunningAt } from './timersRunning';
import type { Trace } from './trace';
import { addAwaited, type Steps } from './whyResend';
import { lastUnread } from './whyStall';
import { stepOf, type WhyStep } from './whyStep';
import { whereaboutsAt } from './whereabouts';

interface Moment {
  readonly run: Run;
  readonly trace: Trace;
  readonly lane: number;
  readonly timeNs: Nanoseconds;
  /** Number of the last event by then. */
  readonly last: number;
}

/**
 * Why nothing happens in a lane at `timeNs`: what went before, oldest first, then what everyone waits for, which is
 * now. Empty before the first event.
 */
export function silenceSteps(run: Run, lane: number, timeNs: Nanoseconds): readonly WhyStep[] {
  const trace = run.traces[lane]!;
  const last = trace.indexAt(timeNs);
  if (last < 0) return [];
  const moment = { run, trace, lane, timeNs, last };
  const all = [
    ...waitsOfPackets(moment).map(withoutPast),
    ...waitsOfEnds(moment),
    ...waitsOfApps(moment).map(withoutPast),
  ];
  const told = all.length > MOST_WAITS ? soonest(all) : all;
  const waits = told.map(({ step }) => step);
  const before: Steps = new Map(told.flatMap((wait) => [...wait.before]));
  for (const { event } of waits) before.delete(event.index);
  const history = [...before.keys()]
    .toSorted((a, b) => a - b)
    .map((number) => stepOf(trace, lane, number, before.get(number)));
  const present =
    waits.length > 0 ? waits : [nextOf(moment) ?? stepOf(trace, lane, last, { role: 'quiet', timeNs })];
  return [...history, ...present];
}

/** In a town many may wait: of more than can be read at once, those who wait shortest. */
const MOST_WAITS = 8;

/** What is waited for, and what led to that. */
interface Wait {
  readonly step: WhyStep;
  readonly before: Steps;
}

function withoutPast(step: WhyStep): Wait {
  return { step, before: new Map() };
}

function soonest(waits: readonly Wait[]): readonly Wait[] {
  const until = ({ step }: Wait): Nanoseconds => step.untilNs ?? Number.POSITIVE_INFINITY;
  return waits.toSorted((a, b) => until(a) - until(b)).slice(0, MOST_WAITS);
}

/** In a town an app may have something to do by its own clock: the next that happens tells of it. */
function nextOf({ run, trace, lane, timeNs, last }: Moment): WhyStep | null {
  if (isMessageRun(run.experiment) || last + 1 >= trace.eventCount) return null;
  const next = trace.event(last + 1);
  if (next.kind === 'commandApplied' || eventPlace(next)?.kind !== 'node') return null;
  return stepOf(trace, lane, next.index, { role: 'waitsForNext', timeNs, untilNs: next.timeNs });
}

/** The packet under way that will arrive first. */
function waitsOfPackets({ trace, lane, timeNs }: Moment): readonly WhyStep[] {
  let next: WhyStep | null = null;
  for (const { kind, packet, startNs } of flightsAt(flightIndex(trace), timeNs)) {
    const event = kind === 'link' ? entryAt(trace, packet, startNs) : null;
    if (!event || event.arriveNs <= timeNs || (next && next.untilNs! <= event.arriveNs)) continue;
    if (whereaboutsAt(trace, packet, timeNs)?.kind !== 'onLink') continue;
    next = stepOf(trace, lane, event.index, { role: 'underWay', timeNs, untilNs: event.arriveNs });
  }
  return next ? [next] : [];
}

/** How a packet entered the link on which it has been since `startNs`. */
function entryAt(trace: Trace, packet: number, startNs: Nanoseconds): EventOf<'linkEntered'> | null {
  for (let number = trace.indexAt(startNs); number >= 0 && trace.timeAt(number) === startNs; number -= 1) {
    if (trace.kindAt(number) !== 'linkEntered') continue;
    const event = trace.event(number);
    if (event.kind === 'linkEntered' && event.packet === packet) return event;
  }
  return null;
}

/** What each end of each connection waits for. */
function waitsOfEnds(moment: Moment): readonly Wait[] {
  const { trace, timeNs } = moment;
  if (trace.lane !== 'tcp') return [];
  const timers = timersRunningAt(trace, timeNs);
  return connectionsOf(trace).flatMap(({ opener, peer }) =>
    [opener, peer].flatMap((end) => {
      const state = end && snapshotAt(trace, end, timeNs);
      if (!end || !state) return [];
      const other = end === opener ? peer : opener;
      const own = timers.filter(
        ({ place, connection }) => place === end.place && connection === end.connection,
      );
      return [
        ...waitForByte(moment, end, state),
        ...waitForReader(moment, other, own).map(withoutPast),
        ...own.map((timer) => waitForTimer(moment, state, timer)),
      ];
    }),
  );
}

/** The receiver holds something behind a gap. */
function waitForByte(
  { trace, lane, timeNs, last }: Moment,
  end: ConnectionEnd,
  state: ConnectionSnapshot,
): readonly Wait[] {
  if (state.reassemblyBytes === 0) return [];
  const before: Steps = new Map();
  addAwaited(before, trace, state, last + 1);
  const event = end.events[countAtMost(end.times, timeNs) - 1]!;
  const number = (state.receiveNext - state.initialReceiveSequence) >>> 0;
  return [{ step: stepOf(trace, lane, event, { role: 'waitsForByte', timeNs, number }), before }];
}

/** The sender found the window shut: the other end's app has not read. */
function waitForReader(
  { trace, lane, timeNs }: Moment,
  reader: ConnectionEnd | null,
  timers: readonly RunningTimer[],
): readonly WhyStep[] {
  if (!reader || !timers.some(({ timer }) => timer === 'persist')) return [];
  const event = lastUnread(trace, reader, timeNs);
  return event === undefined ? [] : [stepOf(trace, lane, event, { role: 'notReading', timeNs })];
}

function waitForTimer(
  { trace, lane, timeNs, last }: Moment,
  state: ConnectionSnapshot,
  { timer, setBy }: RunningTimer,
): Wait {
  const before: Steps = new Map();
  if (timer === 'retransmission') {
    // What the other end would acknowledge next is what this one waits to hear of.
    const awaited = {
      initialReceiveSequence: state.initialSendSequence,
      receiveNext: state.sendUnacked,
    };
    addAwaited(before, trace, awaited, last + 1);
  }
  const { deadlineNs: untilNs } = setBy;
  return { step: stepOf(trace, lane, setBy.index, { role: 'waitsForTimer', timeNs, untilNs }), before };
}

/** Apps that send have another piece each, which is not due yet. */
function waitsOfApps(moment: Moment): readonly WhyStep[] {
  return flowsOf(moment.run.experiment).flatMap((sender, flow) => waitsOfFlow(moment, sender, flow));
}

function waitsOfFlow(
  { run, trace, lane, timeNs, last }: Moment,
  sender: SendApp,
  flow: number,
): readonly WhyStep[] {
  if (isGone(run, trace, sender, timeNs)) return [];
  for (let number = last; number >= 0; number -= 1) {
    const kind = trace.kindAt(number);
    if (kind !== 'appWrote' && kind !== 'appTold') continue;
    const event = trace.event(number);
    if (hasLostConnection(run, trace, sender, event)) return [];
    if (event.kind !== 'appWrote' || event.flow !== flow) continue;
    if (
      (sender.transport ?? trace.lane) === 'udp' &&
      sender.reliability &&
      !hasAnswer(trace, event, timeNs)
    ) {
      const timerNs = event.timeNs + sender.reliability.timerNs;
      return timerNs > timeNs
        ? [stepOf(trace, lane, number, { role: 'waitsForAnswer', timeNs, untilNs: timerNs })]
        : [];
    }
    const untilNs = pieceDueNs(sender, event.piece + 1);
    if (event.piece + 1 >= pieceCount(sender) || untilNs <= timeNs) return [];
    return [stepOf(trace, lane, number, { role: 'waitsForApp', timeNs, untilNs })];
  }
  return [];
}

/** The sending app has heard that its connection is no more: it hands nothing over. */
function hasLostConnection(
  { experiment }: Run,
  { lane }: Trace,
  { host }: SendApp,
  event: TraceEvent,
): boolean {
  if (lane !== 'tcp' || event.kind !== 'appTold' || !ENDINGS.has(event.reason.kind)) return false;
  return event.place === townIndex(experiment).node(host);
}

const ENDINGS: ReadonlySet<ReasonKind> = new Set<ReasonKind>([
  'closed',
  'connectionRefused',
  'connectionReset',
  'gaveUp',
]);

/** A person has taken the sending app away. */
function isGone(
  { experiment: { commands } }: Run,
  { lane: transport }: Trace,
  { host, port }: SendApp,
  timeNs: Nanoseconds,
): boolean {
  return (
    hostCondition(commands, host, timeNs).isOff || isPortClosed(commands, { host, transport, port }, timeNs)
  );
}

/** Whether the app that makes its own reliability has heard that the piece came. */
function hasAnswer(trace: Trace, { piece, place }: EventOf<'appWrote'>, timeNs: Nanoseconds): boolean {
  for (let number = trace.indexAt(timeNs); number >= 0; number -= 1) {
    if (trace.kindAt(number) !== 'packetAccepted') continue;
    const event = trace.event(number);
    if (event.kind !== 'packetAccepted' || event.place !== place) continue;
    const { reason } = trace.event(trace.packet(event.packet).madeBy);
    const isAnswer = reason.kind === 'appAcknowledged' || reason.kind === 'appFilteredDouble';
    if (isAnswer && reason.block === piece) return true;
  }
  return false;
}
