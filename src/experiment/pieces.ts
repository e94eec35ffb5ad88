import type { Experiment, Nanoseconds, SendApp } from './experiment';

/** Bytes of the big-endian block number in front of each piece of a numbered payload. */
export const BLOCK_NUMBER_BYTES = 4;

type Cut = Pick<SendApp, 'payload' | 'pieceBytes'>;

/** Bytes of the message itself that one piece carries. */
export function messageBytesPerPiece({ payload, pieceBytes }: Cut): number {
  return payload.numbered ? pieceBytes - BLOCK_NUMBER_BYTES : pieceBytes;
}

/** How many pieces the message is cut into; an empty message has none. */
export function pieceCount(app: Cut): number {
  return Math.ceil(app.payload.bytes.length / messageBytesPerPiece(app));
}

/** What the app hands to its transport as piece `number` (from 0), block number included; may be a view of the message. */
export function pieceAt(app: Cut, number: number): Uint8Array<ArrayBuffer> {
  const size = messageBytesPerPiece(app);
  const body = app.payload.bytes.subarray(number * size, (number + 1) * size);
  if (!app.payload.numbered) return body;
  const piece = new Uint8Array(BLOCK_NUMBER_BYTES + body.length);
  new DataView(piece.buffer).setUint32(0, number);
  piece.set(body, BLOCK_NUMBER_BYTES);
  return piece;
}

/** Bytes that all pieces have together on the wire: the message and its block numbers. */
export function writtenBytes(app: Cut): number {
  const numbers = app.payload.numbered ? pieceCount(app) * BLOCK_NUMBER_BYTES : 0;
  return app.payload.bytes.length + numbers;
}

/** When piece `number` is due: the same in every lane, whatever the network does. */
export function pieceDueNs(
  { startNs, leadNs = 0, everyNs }: Pick<SendApp, 'startNs' | 'leadNs' | 'everyNs'>,
  number: number,
): Nanoseconds {
  return startNs + leadNs + number * everyNs;
}

/** The first app that sends; its message is that of the run. */
export function senderOf(experiment: Pick<Experiment, 'apps'>): SendApp | undefined {
  return experiment.apps.find((app) => app.kind === 'send');
}

/** All apps that send, each with a message of its own: a flow has its number here. */
export function flowsOf(experiment: Pick<Experiment, 'apps'>): readonly SendApp[] {
  return experiment.apps.filter((app) => app.kind === 'send');
}
