import type { Nanoseconds } from '../experiment/experiment';
import { type Timer, TIMERS } from '../trace/event';
import { countAtMost } from '../trace/follow';
import type { Run } from '../trace/run';
import type { ConnectionSnapshot } from '../trace/snapshot';
import { type LaneIndex, laneIndex, latest, timerKey } from './laneIndex';
import { nodeOf } from './nodes';
import type { BufferView, DeskView, TimerView } from './sceneTypes';

/** Timers in the order in which a desk has room for them. */
const BY_IMPORTANCE: readonly Timer[] = [
  'persist',
  'retransmission',
  'timeWait',
  'tailLossProbe',
  'reordering',
  'delayedAck',
  'finWait2',
  'keepAlive',
];

export const EMPTY_DESK: DeskView = {
  state: null,
  duplicateAcks: 0,
  timers: [],
  told: null,
  binned: 0,
  buffer: null,
};

/** What lies on a host's desk: the connection's state, timers and buffer, and what the app was told. */
export function deskAt(run: Run, host: string, lane: number, timeNs: Nanoseconds): DeskView {
  const trace = run.traces[lane];
  if (!trace) return EMPTY_DESK;
  const index = laneIndex(trace);
  const node = nodeOf(run.experiment, host);
  const told = latest(index.told.get(node), timeNs) ?? null;
  const binned = countAtMost(index.binned.get(node) ?? [], timeNs);
  const number = latest(index.connections.get(node), timeNs);
  if (number === undefined) return { ...EMPTY_DESK, told, binned };
  const snapshot = trace.snapshot(number);
  const { state, duplicateAcks } = snapshot;
  const timers = timersAt(index, node, timeNs);
  return { state, duplicateAcks, timers, told, binned, buffer: bufferOf(snapshot) };
}

/** The timers that run on a host, the most important first. */
function timersAt(index: LaneIndex, node: number, timeNs: Nanoseconds): readonly TimerView[] {
  return BY_IMPORTANCE.flatMap((timer) => {
    const run = latest(index.timers.get(timerKey(node, TIMERS.indexOf(timer))), timeNs);
    if (run === undefined || run.deadlineNs === Infinity) return [];
    return [{ timer, setNs: run.setNs, deadlineNs: run.deadlineNs }];
  });
}

/** How full the receive buffer is; null before both ends know each other's numbers. */
function bufferOf(snapshot: ConnectionSnapshot): BufferView | null {
  if (snapshot.state === 'SYN-SENT' || snapshot.state === 'LISTEN') return null;
  const { receiveWindow, readableBytes, reassemblyBytes, reassembly, receiveNext } = snapshot;
  const first = reassembly[0];
  const gapBytes = first ? (first.start - receiveNext) >>> 0 : 0;
  return { windowBytes: receiveWindow, readableBytes, gapBytes, heldBytes: reassemblyBytes };
}
