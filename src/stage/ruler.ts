import type { Nanoseconds } from '../experiment/experiment';
import { senderOf } from '../experiment/pieces';
import type { Run } from '../trace/run';
import type { ConnectionSnapshot } from '../trace/snapshot';
import { laneIndex, latest } from './laneIndex';
import { messageOf } from './message';
import { nodeOf } from './nodes';
import type { TownFacts } from './plan';
import type { RulerView } from './sceneTypes';

/** A stream of up to so many windows is shown whole; a longer one slides by. */
const WHOLE_WINDOWS = 3;
/** The sliding ruler shows so much of the past, as a part of its length. */
const PAST = 0.15;

/** The ruler at the desk of a lane's sender; null where there is no connection. */
export function rulerAt(run: Run, facts: TownFacts, lane: number, timeNs: Nanoseconds): RulerView | null {
  const trace = run.traces[lane];
  if (trace?.lane !== 'tcp') return null;
  const node = nodeOf(run.experiment, facts.client.host);
  const number = latest(laneIndex(trace).connections.get(node), timeNs);
  if (number === undefined) return null;
  const app = senderOf(run.experiment);
  const { length, pieces, pieceBytes } = messageOf(run.experiment);
  const written = length + pieces * ((app?.pieceBytes ?? pieceBytes) - pieceBytes);
  return rulerOf(trace.snapshot(number), written);
}

/** The sequence space of a sender whose app writes `streamBytes` in all. RFC 9293 §3.3.1. */
export function rulerOf(snapshot: ConnectionSnapshot, streamBytes: number): RulerView {
  // The SYN takes one number (RFC 9293 §3.4), the FIN one more than the stream has bytes.
  const first = snapshot.initialSendSequence + 1;
  const offset = (sequence: number): number => Math.min(streamBytes, Math.max(0, (sequence - first) | 0));
  const acknowledged = offset(snapshot.sendUnacked);
  const sent = Math.max(acknowledged, offset(snapshot.sendNext));
  const { cwnd, sendWindow } = snapshot;
  const window = Math.max(snapshot.sendMaxSegmentBytes, Math.min(cwnd, sendWindow));
  const isWhole = streamBytes <= WHOLE_WINDOWS * window;
  const span = isWhole ? Math.max(1, streamBytes) : WHOLE_WINDOWS * window;
  const from = isWhole ? 0 : Math.max(0, Math.min(streamBytes - span, acknowledged - PAST * span));
  return {
    from,
    to: from + span,
    acknowledged,
    sent,
    cwndEnd: acknowledged + cwnd,
    rwndEnd: acknowledged + sendWindow,
    sacked: snapshot.scoreboard.map(({ start, end }) => ({ start: offset(start), end: offset(end) })),
  };
}
