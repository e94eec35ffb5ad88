import type { Nanoseconds } from '../experiment/experiment';
import { applicationViewAt } from '../trace/applicationView';
import { senderOf } from '../experiment/pieces';
import { countAtMost } from '../trace/follow';
import type { Run } from '../trace/run';
import { scoresAt } from '../trace/scores';
import { type LaneIndex, laneIndex, latest } from './laneIndex';
import { nodeOf } from './nodes';
import { messageOf, pieceText } from './message';
import type { TownFacts } from './plan';
import type { ReceiverView, SceneDrop, SenderView } from './sceneTypes';
import { tempoOf } from './tempo';

/** What a room shows of a lane that is not there. */
export const NOTHING_SENT: SenderView = { sent: 0, acknowledged: 0 };
export const NOTHING_CAME: ReceiverView = { received: [], distinct: 0, unread: [], held: [] };

/** What the sending app has handed over, and how much of it is known to have come. */
export function senderAt(run: Run, facts: TownFacts, lane: number, timeNs: Nanoseconds): SenderView {
  const trace = run.traces[lane];
  if (!trace) return { sent: 0, acknowledged: 0 };
  const index = laneIndex(trace);
  const sent = countAtMost(index.firstSent, timeNs);
  const snapshot = latest(index.connections.get(nodeOf(run.experiment, facts.client.host)), timeNs);
  if (snapshot === undefined) return { sent, acknowledged: 0 };
  const { sendUnacked, initialSendSequence } = trace.snapshot(snapshot);
  // The SYN takes one number (RFC 9293 §3.4); block numbers travel inside the pieces.
  const bytes = Math.max(0, ((sendUnacked - initialSendSequence) | 0) - 1);
  const { pieceBytes, pieces } = messageOf(run.experiment);
  const app = run.experiment.apps.find(({ kind }) => kind === 'send');
  const written = app?.kind === 'send' ? app.pieceBytes : pieceBytes;
  const { length } = messageOf(run.experiment);
  const isAll = bytes >= length + pieces * (written - pieceBytes);
  return { sent, acknowledged: isAll ? pieces : Math.min(pieces, Math.floor(bytes / written)) };
}

/** What the receiving app has, and what its transport keeps for it. */
export function receiverAt(run: Run, facts: TownFacts, lane: number, timeNs: Nanoseconds): ReceiverView {
  const trace = run.traces[lane];
  if (!trace) return { received: [], distinct: 0, unread: [], held: [] };
  const { received } = applicationViewAt(run, lane, timeNs);
  const distinct = scoresAt(run, lane, timeNs).piecesInApp;
  if (trace.lane !== 'tcp') return { received, distinct, unread: [], held: [] };
  const index = laneIndex(trace);
  const unread = unreadAt(run, facts, index, received.length, timeNs);
  return { received, distinct, unread, held: heldAt(index, received.length + unread.length, timeNs) };
}

/** What lies in the receive buffer in order, while the app does not read. */
function unreadAt(
  run: Run,
  facts: TownFacts,
  index: LaneIndex,
  read: number,
  timeNs: Nanoseconds,
): readonly number[] {
  const number = latest(index.connections.get(nodeOf(run.experiment, facts.server.host)), timeNs);
  const trace = run.traces.find(({ lane }) => lane === 'tcp');
  if (number === undefined || !trace) return [];
  const { pieceBytes } = messageOf(run.experiment);
  const bytesPerPiece = senderOf(run.experiment)?.pieceBytes ?? pieceBytes;
  const pieces = Math.ceil(trace.snapshot(number).readableBytes / bytesPerPiece);
  return Array.from({ length: pieces }, (_, i) => read + i);
}

function heldAt(
  { early, shelfEmpty }: LaneIndex,
  /** The piece that TCP waits for. */
  next: number,
  timeNs: Nanoseconds,
): readonly number[] {
  const held = new Set<number>();
  const count = countAtMost(early.times, timeNs);
  // TCP takes pieces over in order, so whatever is not before the next one still waits.
  for (let i = latest(shelfEmpty, timeNs) ?? 0; i < count; i += 1) {
    const piece = early.values[i]!;
    if (piece >= next) held.add(piece);
  }
  return [...held].toSorted((a, b) => a - b);
}

/** Pieces that the app got just now: they are on their way from the door to the tray. */
export function dropsAt(run: Run, lane: number, timeNs: Nanoseconds): readonly SceneDrop[] {
  const { dropNs } = tempoOf(run.experiment);
  const { received } = applicationViewAt(run, lane, timeNs);
  const drops: SceneDrop[] = [];
  for (let i = received.length - 1; i >= 0; i -= 1) {
    const { piece, timeNs: readNs } = received[i]!;
    const progress = (timeNs - readNs) / dropNs;
    if (progress >= 1) break;
    drops.push({ key: `${lane}:${i}`, lane, piece, text: pieceText(run.experiment, piece), progress });
  }
  return drops;
}
