import type { Experiment, Nanoseconds } from '../experiment/experiment';
import type { TraceEvent } from './event';
import { countAtMost, follow } from './follow';
import type { Reason } from './reason';
import type { Run } from './run';
import { townIndex } from './townIndex';
import type { Trace } from './trace';

/** One call of an app to its socket, or what the socket told it, in the words of the socket interface. */
export interface AppCall {
  readonly timeNs: Nanoseconds;
  /** The app that sends the message, or the one that receives it. */
  readonly side: 'sender' | 'receiver';
  readonly kind: 'send' | 'recv' | 'told';
  /** Bytes handed over or read. */
  readonly bytes: number;
  /** Why it happened; of what was told, that. */
  readonly reason: Reason;
  /** The packet that carried it first, or brought the last of it; -1: none. */
  readonly packet: number;
}

interface CallIndex {
  readonly sender: number;
  readonly calls: AppCall[];
  readonly times: Nanoseconds[];
  /** Position of the write of each piece whose packet is not known yet. */
  readonly open: Map<number, number>;
}

const callIndex = follow<CallIndex, Experiment>((_trace, experiment) => {
  const host = experiment.apps.find((app) => app.kind === 'send')?.host;
  const sender = host === undefined ? -1 : townIndex(experiment).node(host);
  return { sender, calls: [], times: [], open: new Map() };
}, addCall);

/** All calls of a lane's apps in order of time, and how many of them have happened at `timeNs`. */
export function appCallsOf(run: Run, lane: number): readonly AppCall[] {
  const trace = run.traces[lane];
  return trace ? callIndex(trace, run.experiment).calls : [];
}

/** How many of the lane's calls have happened by then. */
export function appCallCountAt(run: Run, lane: number, timeNs: Nanoseconds): number {
  const trace = run.traces[lane];
  return trace ? countAtMost(callIndex(trace, run.experiment).times, timeNs) : 0;
}

function addCall(index: CallIndex, trace: Trace, number: number): void {
  const kind = trace.kindAt(number);
  if (kind !== 'appWrote' && kind !== 'bytesDelivered' && kind !== 'appTold' && kind !== 'packetSent') return;
  const event = trace.event(number);
  if (event.kind === 'packetSent') return carry(index, trace, event.packet);
  if (isOfOtherFlow(trace, event)) return;
  const side = 'place' in event && event.place === index.sender ? 'sender' : 'receiver';
  const call = { timeNs: event.timeNs, side, reason: event.reason } as const;
  if (event.kind === 'appWrote') {
    index.open.set(event.piece, index.calls.length);
    push(index, { ...call, kind: 'send', bytes: event.length, packet: -1 });
  } else if (event.kind === 'bytesDelivered') {
    push(index, { ...call, kind: 'recv', bytes: event.length, packet: event.packet });
  } else {
    push(index, { ...call, kind: 'told', bytes: 0, packet: -1 });
  }
}

function isOfOtherFlow(trace: Trace, event: TraceEvent): boolean {
  if (event.kind === 'appWrote') return event.flow !== 0;
  return event.kind === 'bytesDelivered' && trace.flowOf(event.packet) !== 0;
}

function push(index: CallIndex, call: AppCall): void {
  index.calls.push(call);
  index.times.push(call.timeNs);
}

/** What was written has found its packet. */
function carry(index: CallIndex, trace: Trace, id: number): void {
  const { flow, piece } = trace.packet(id);
  const at = flow !== 0 ? undefined : index.open.get(piece);
  if (at === undefined) return;
  index.open.delete(piece);
  index.calls[at] = { ...index.calls[at]!, packet: id };
}
