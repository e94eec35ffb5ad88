import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Experiment, SendApp } from '../experiment/experiment';
import {
  BLOCK_NUMBER_BYTES,
  flowsOf,
  messageBytesPerPiece,
  pieceCount,
  senderOf,
} from '../experiment/pieces';
import { applicationIndex, type ReceivedPiece } from './applicationView';
import type { FlowResult, LaneResult, RunResult } from './run';
import { sentIndex } from './scores';
import { townIndex } from './townIndex';
import type { Trace } from './trace';
import { hashTraces } from './traceHash';

const NO_BYTES = new Uint8Array(0);

/**
 * The verdict over finished traces, one per lane of the experiment, in its order; `cutOff` names those a limit or the
 * viewer ended.
 */
export function laneResults(
  experiment: Experiment,
  traces: readonly Trace[],
  cutOff: ReadonlySet<Trace>,
  traceSha256 = hashTraces(traces),
): RunResult {
  const lanes = traces.map((trace) => ({
    ...laneResult(experiment, trace),
    isCutOff: cutOff.has(trace),
  }));
  const ends = lanes.flatMap(({ finishNs }) => (finishNs === null ? [] : [finishNs]));
  return {
    traceSha256,
    finishNs: ends.length > 0 && ends.length === lanes.length ? Math.max(...ends) : null,
    lanes,
  };
}

function laneResult(experiment: Experiment, trace: Trace): Omit<LaneResult, 'isCutOff'> {
  const sender = senderOf(experiment);
  const app = applicationIndex(trace, experiment);
  const sent = sentIndex(trace, experiment);
  const message = sender?.payload.bytes ?? NO_BYTES;
  const delivered = rebuiltMessage(trace, experiment, 0);
  const sentSha256 = bytesToHex(sha256(message));
  const deliveredSha256 = bytesToHex(sha256(delivered));
  const troubles = pieceTroubles(app.received, sender ? pieceCount(sender) : 0);
  return {
    transport: trace.lane,
    sentBytes: message.length,
    deliveredBytes: app.length,
    sentSha256,
    deliveredSha256,
    // A hole that is left zero may look like a block of zeros, but the app never had those bytes.
    intact: deliveredSha256 === sentSha256 && troubles.missingPieces.length === 0,
    ...troubles,
    packetsSent: sent.times.length,
    bytesSent: sent.bytes.at(-1) ?? 0,
    retransmissions: sent.retransmissions.at(-1) ?? 0,
    firstByteNs: app.readTimes[0] ?? null,
    finishNs: app.readTimes.at(-1) ?? null,
    senderTold: lastTold(experiment, trace, sender),
    flows: flowsOf(experiment).map((_, flow) => flowResult(experiment, trace, flow)),
  };
}

/**
 * What the receiving app can make of what it read. Text: the bytes as read. Numbered blocks over UDP: each put where
 * its own number says, a hole left zero; over TCP the stream is in order already and only the numbers come off.
 */
function rebuiltMessage(trace: Trace, experiment: Experiment, flow: number): Uint8Array {
  const app = applicationIndex(trace, experiment, flow);
  const { sender, transport } = app;
  if (!sender?.payload.numbered || transport === 'tcp') return app.bytes.subarray(0, app.length);
  const size = messageBytesPerPiece(sender);
  const file = new Uint8Array(sender.payload.bytes.length);
  let end = 0;
  for (let number = 0; number < trace.eventCount; number += 1) {
    if (trace.kindAt(number) !== 'bytesDelivered') continue;
    const event = trace.event(number);
    if (event.kind !== 'bytesDelivered' || trace.flowOf(event.packet) !== flow) continue;
    if (event.length < BLOCK_NUMBER_BYTES) continue;
    const block = trace.delivered(event.start, event.start + event.length);
    const at = new DataView(block.buffer).getUint32(0) * size;
    const body = block.subarray(BLOCK_NUMBER_BYTES);
    // A number that damage made too large names no place of the file.
    if (at + body.length > file.length) continue;
    file.set(body, at);
    end = Math.max(end, at + body.length);
  }
  return file.subarray(0, end);
}

function flowResult(experiment: Experiment, trace: Trace, flow: number): FlowResult {
  const { host, port, payload } = flowsOf(experiment)[flow]!;
  const app = applicationIndex(trace, experiment, flow);
  const rebuilt = rebuiltMessage(trace, experiment, flow);
  const isWhole = rebuilt.length === payload.bytes.length && app.seen.size >= pieceCount(app.sender!);
  return {
    host,
    port,
    transport: app.transport,
    sentBytes: payload.bytes.length,
    deliveredBytes: app.length,
    intact: isWhole && rebuilt.every((byte, i) => byte === payload.bytes[i]),
    finishNs: app.readTimes.at(-1) ?? null,
    retransmissions: sentIndex(trace, experiment).again.get(flow) ?? 0,
  };
}

function pieceTroubles(
  received: readonly ReceivedPiece[],
  total: number,
): Pick<LaneResult, 'missingPieces' | 'repeatedPieces' | 'overtakenPieces'> {
  const counts = new Map<number, number>();
  const overtakenPieces: number[] = [];
  let highest = -1;
  for (const { piece } of received) {
    const count = counts.get(piece) ?? 0;
    counts.set(piece, count + 1);
    if (count === 0 && piece < highest) overtakenPieces.push(piece);
    highest = Math.max(highest, piece);
  }
  const pieces = Array.from({ length: total }, (_, piece) => piece);
  return {
    missingPieces: pieces.filter((piece) => !counts.has(piece)),
    repeatedPieces: pieces.filter((piece) => (counts.get(piece) ?? 0) > 1),
    overtakenPieces: overtakenPieces.toSorted((a, b) => a - b),
  };
}

/** Kind of the last thing the transport told the sending app; `none` when it told nothing. */
function lastTold(experiment: Experiment, trace: Trace, sender: SendApp | undefined): string {
  if (!sender) return 'none';
  const place = townIndex(experiment).node(sender.host);
  for (let number = trace.eventCount - 1; number >= 0; number -= 1) {
    if (trace.kindAt(number) !== 'appTold') continue;
    const event = trace.event(number);
    if (event.kind === 'appTold' && event.place === place && event.port === sender.port)
      return event.reason.kind;
  }
  return 'none';
}
