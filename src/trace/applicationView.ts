import type { Experiment, Nanoseconds, SendApp, Transport } from '../experiment/experiment';
import {
  BLOCK_NUMBER_BYTES,
  flowsOf,
  messageBytesPerPiece,
  pieceCount,
  writtenBytes,
} from '../experiment/pieces';
import { countAtMost, follow } from './follow';
import type { Run } from './run';
import type { Trace } from './trace';

/** One piece as the receiving app got it. */
export interface ReceivedPiece {
  readonly piece: number;
  /** Where its message bytes lie in `bytes` of the view; a block number is not among them. */
  readonly start: number;
  readonly length: number;
  /** When its last byte was read, and the packet that brought it. */
  readonly timeNs: Nanoseconds;
  readonly packet: number;
}

/** What the receiving app holds: pieces in order of arrival, doubles included. */
export interface ApplicationView {
  readonly received: readonly ReceivedPiece[];
  /** Message bytes in the order they were read, block numbers taken off. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Everything of one flow that its receiving app read so far; the lists have one entry per read. */
export interface ApplicationIndex {
  readonly sender: SendApp | undefined;
  /** The transport that it takes. */
  readonly transport: Transport;
  readonly received: ReceivedPiece[];
  readonly readTimes: Nanoseconds[];
  readonly receivedCounts: number[];
  readonly distinctCounts: number[];
  readonly byteCounts: number[];
  readonly seen: Set<number>;
  bytes: Uint8Array<ArrayBuffer>;
  length: number;
  /** Bytes of the TCP stream read so far, block numbers included. */
  streamPosition: number;
  latest: { readonly reads: number; readonly view: ApplicationView };
}

const NOTHING: ApplicationView = { received: [], bytes: new Uint8Array(0) };

type Flows = Pick<Experiment, 'apps'>;

/** By the number of the flow. */
const indexes = follow<readonly ApplicationIndex[], Flows>((trace, experiment) => {
  const flows = flowsOf(experiment);
  return flows.length === 0
    ? [emptyIndex(trace, undefined)]
    : flows.map((sender) => emptyIndex(trace, sender));
}, addRead);

function emptyIndex(trace: Trace, sender: SendApp | undefined): ApplicationIndex {
  return {
    sender,
    transport: sender?.transport ?? trace.lane,
    received: [],
    readTimes: [],
    receivedCounts: [],
    distinctCounts: [],
    byteCounts: [],
    seen: new Set(),
    bytes: new Uint8Array(256),
    length: 0,
    streamPosition: 0,
    latest: { reads: 0, view: NOTHING },
  };
}

/** What has come of a flow, kept up with the trace; of flow 0, the message, when none is named. */
export function applicationIndex(trace: Trace, experiment: Flows, flow = 0): ApplicationIndex {
  return indexes(trace, experiment)[flow]!;
}

/**
 * What the app in lane `lane` has of the message at `timeNs`. A TCP read that releases several pieces gives one entry for
 * each; a piece is there when its last byte is. The same object is returned as long as nothing was read.
 */
export function applicationViewAt(run: Run, lane: number, timeNs: Nanoseconds): ApplicationView {
  const trace = run.traces[lane];
  if (!trace) return NOTHING;
  const index = applicationIndex(trace, run.experiment);
  const reads = countAtMost(index.readTimes, timeNs);
  if (reads === 0) return NOTHING;
  if (index.latest.reads !== reads) {
    const received = index.received.slice(0, index.receivedCounts[reads - 1]);
    index.latest = { reads, view: { received, bytes: index.bytes.subarray(0, index.byteCounts[reads - 1]) } };
  }
  return index.latest.view;
}

function addRead(flows: readonly ApplicationIndex[], trace: Trace, number: number): void {
  if (trace.kindAt(number) !== 'bytesDelivered') return;
  const event = trace.event(number);
  if (event.kind !== 'bytesDelivered') return;
  const index = flows[trace.flowOf(event.packet)];
  if (!index) return;
  const bytes = trace.delivered(event.start, event.start + event.length);
  if (index.transport === 'tcp') addStream(index, bytes, event.timeNs, event.packet);
  else addDatagram(index, bytes, event.timeNs, event.packet, trace.packet(event.packet).piece);
  index.readTimes.push(event.timeNs);
  index.receivedCounts.push(index.received.length);
  index.distinctCounts.push(index.seen.size);
  index.byteCounts.push(index.length);
}

function addDatagram(
  index: ApplicationIndex,
  bytes: Uint8Array<ArrayBuffer>,
  timeNs: Nanoseconds,
  packet: number,
  piece: number,
): void {
  const body = index.sender?.payload.numbered ? bytes.subarray(BLOCK_NUMBER_BYTES) : bytes;
  keep(index, body);
  addPiece(index, { piece, start: index.length - body.length, length: body.length, timeNs, packet });
}

/** Cuts a read of the byte stream at the boundaries of the pieces it was written in. */
function addStream(
  index: ApplicationIndex,
  bytes: Uint8Array<ArrayBuffer>,
  timeNs: Nanoseconds,
  packet: number,
): void {
  const { sender } = index;
  if (!sender) {
    keep(index, bytes);
    return;
  }
  const { pieceBytes } = sender;
  const skipped = sender.payload.numbered ? BLOCK_NUMBER_BYTES : 0;
  const total = writtenBytes(sender);
  let at = 0;
  while (at < bytes.length) {
    const piece = Math.floor(index.streamPosition / pieceBytes);
    const pieceStart = piece * pieceBytes;
    const pieceEnd = Math.max(pieceStart + 1, Math.min(pieceStart + pieceBytes, total));
    const part = Math.min(bytes.length - at, Math.max(1, pieceEnd - index.streamPosition));
    const hidden = Math.max(0, pieceStart + skipped - index.streamPosition);
    keep(index, bytes.subarray(Math.min(at + hidden, at + part), at + part));
    index.streamPosition += part;
    at += part;
    if (index.streamPosition !== pieceEnd || piece >= pieceCount(sender)) continue;
    const length = pieceEnd - pieceStart - skipped;
    const start = piece * messageBytesPerPiece(sender);
    addPiece(index, { piece, start, length, timeNs, packet });
  }
}

function addPiece(index: ApplicationIndex, received: ReceivedPiece): void {
  index.received.push(received);
  index.seen.add(received.piece);
}

function keep(index: ApplicationIndex, bytes: Uint8Array<ArrayBuffer>): void {
  const needed = index.length + bytes.length;
  if (needed > index.bytes.length) {
    const grown = new Uint8Array(Math.max(needed, 2 * index.bytes.length));
    grown.set(index.bytes);
    index.bytes = grown;
  }
  index.bytes.set(bytes, index.length);
  index.length = needed;
}
