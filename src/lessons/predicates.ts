import type { Transport } from '../experiment/experiment';
import { applicationIndex } from '../trace/applicationView';
import { callViewAt } from '../trace/callView';
import { type Notable, notablesOf } from '../trace/notables';
import { type PacketFacts, packetFactsOf } from '../trace/packetFacts';
import type { ReasonKind } from '../trace/reason';
import type { Run } from '../trace/run';
import type { Until } from './lesson';

type Test = (notable: Notable, facts: PacketFacts | undefined) => boolean;

/** The first notable event of a lane that passes. */
function happens(transport: Transport, test: Test): Until {
  return (run, afterNs) => {
    const lane = laneOf(run, transport);
    const trace = run.traces[lane];
    if (!trace) return null;
    const notable = notablesOf(trace, run.experiment).find(
      (one) => one.timeNs >= afterNs && test(one, packetFactsOf(run, { lane, packet: one.packet })),
    );
    if (!notable) return null;
    const { timeNs, event, packet } = notable;
    return { timeNs, lane, event, packet };
  };
}

/** The lane of a transport, or -1. */
function laneOf(run: Run, transport: Transport): number {
  return run.experiment.lanes.indexOf(transport);
}

/** The piece (from 1) reaches the receiving host. */
export function arrives(transport: Transport, piece: number): Until {
  return happens(
    transport,
    (one) => one.kind === 'packetArrived' && !one.atSender && one.piece === piece - 1,
  );
}

/** The road takes the piece (from 1). */
export function lost(transport: Transport, piece: number): Until {
  return happens(transport, (one) => one.kind === 'packetLost' && one.piece === piece - 1);
}

/** The receiver sends its nth duplicate ACK. */
export function duplicateAckSent(nth: number): Until {
  return happens(
    'tcp',
    (one) => one.kind === 'packetSent' && one.why === 'duplicateAck' && one.count === nth,
  );
}

/** The nth duplicate ACK reaches the sender. */
export function duplicateAckArrives(nth: number): Until {
  return happens(
    'tcp',
    (one, facts) => one.kind === 'packetArrived' && one.atSender && facts?.duplicateAck === nth,
  );
}

/** An ACK that is no duplicate and says more than `beyond` reaches the sender. */
export function acknowledgedBeyond(beyond: number): Until {
  return happens('tcp', (one, facts) => {
    if (one.kind !== 'packetArrived' || !one.atSender || facts?.sort !== 'ack') return false;
    return facts.duplicateAck === 0 && facts.acknowledgment > beyond;
  });
}

/** The sender sends something again, for this reason. */
export function resent(why: ReasonKind): Until {
  return happens('tcp', (one) => one.kind === 'packetSent' && one.count > 0 && one.why === why);
}

/** The sender sends the piece (from 1) again. */
export function resentPiece(transport: Transport, piece: number): Until {
  return happens(transport, (one) => one.kind === 'packetSent' && one.count > 0 && one.piece === piece - 1);
}

/** The last packet of all reaches the sender. */
export function lastAnswer(transport: Transport): Until {
  return lastOf(transport, ({ kind, atSender }) => kind === 'packetArrived' && atSender);
}

/** The receiving app has read the last thing that it ever reads. */
export function readsLast(transport: Transport): Until {
  return lastOf(transport, ({ kind }) => kind === 'bytesDelivered');
}

function lastOf(transport: Transport, test: (notable: Notable) => boolean): Until {
  return (run, afterNs) => {
    const lane = laneOf(run, transport);
    const trace = run.traces[lane];
    const last = trace && notablesOf(trace, run.experiment).findLast(test);
    if (!last || last.timeNs < afterNs) return null;
    return { timeNs: last.timeNs, lane, event: last.event, packet: last.packet };
  };
}

/** The receiving app has read that piece (from 1), alone or with others. */
export function read(transport: Transport, piece: number): Until {
  return happens(transport, (one) => one.kind === 'bytesDelivered' && one.piece >= piece - 1);
}

/** How many packets of the lane went a second time. */
export function resendsOf(run: Run, transport: Transport): number {
  return run.result?.lanes[laneOf(run, transport)]?.retransmissions ?? 0;
}

/** How many duplicate ACKs reached the sender until it first sent something again, or in all. */
export function duplicatesBeforeResend(run: Run): number {
  const lane = laneOf(run, 'tcp');
  const [again] = sendings(run, (one) => one.count > 0 && one.piece >= 0);
  const trace = run.traces[lane];
  if (!trace) return 0;
  return notablesOf(trace, run.experiment).filter(
    ({ kind, atSender, packet, timeNs }) =>
      kind === 'packetArrived' &&
      atSender &&
      (packetFactsOf(run, { lane, packet })?.duplicateAck ?? 0) > 0 &&
      timeNs <= (again?.timeNs ?? Infinity),
  ).length;
}

/** The receiving app has the whole message. */
export function isIntact(run: Run, transport: Transport): boolean {
  return run.result?.lanes[laneOf(run, transport)]?.intact ?? false;
}

/** Frames of a call that are late or missing in the end; 0 where there is no call. */
export function uselessFrames(run: Run, transport: Transport): number {
  const call = callViewAt(run, laneOf(run, transport), Infinity);
  return call ? call.counts.late + call.counts.missing : 0;
}

/** How many packets with data the roads took. */
export function lossesOf(run: Run): number {
  const trace = run.traces[laneOf(run, 'tcp')];
  if (!trace) return 0;
  return notablesOf(trace, run.experiment).filter(({ kind, piece }) => kind === 'packetLost' && piece >= 0)
    .length;
}

/** How often the piece (from 1) went again. */
export function resendsOfPiece(run: Run, piece: number): number {
  return sendings(run, (one) => one.piece === piece - 1 && one.count > 0).length;
}

/** Why pieces went again, in order. */
export function reasonsOfResends(run: Run): readonly ReasonKind[] {
  return sendings(run, (one) => one.piece >= 0 && one.count > 0).map(({ why }) => why);
}

function sendings(run: Run, test: (notable: Notable) => boolean): readonly Notable[] {
  const trace = run.traces[laneOf(run, 'tcp')];
  if (!trace) return [];
  return notablesOf(trace, run.experiment).filter((one) => one.kind === 'packetSent' && test(one));
}

/** The pieces (from 1) in the order in which they first reached the receiving host. */
export function orderOfArrival(run: Run, transport: Transport): readonly number[] {
  const trace = run.traces[laneOf(run, transport)];
  if (!trace) return [];
  const arrived = notablesOf(trace, run.experiment).filter(
    (one) => one.kind === 'packetArrived' && !one.atSender && one.piece >= 0,
  );
  return [...new Set(arrived.map(({ piece }) => piece + 1))];
}

/** The pieces (from 1) in the order in which the receiving app got them. */
export function orderOfReading(run: Run, transport: Transport): readonly number[] {
  const trace = run.traces[laneOf(run, transport)];
  if (!trace) return [];
  return applicationIndex(trace, run.experiment).received.map(({ piece }) => piece + 1);
}
