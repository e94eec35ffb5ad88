import type { ReceiverView, SenderView } from './sceneTypes';

/** What can be seen of a piece of a picture or file. */
export const PIECE_LOOKS = ['open', 'here', 'sent', 'acknowledged', 'held', 'hole'] as const;
export type PieceLook = (typeof PIECE_LOOKS)[number];

const [OPEN, HERE, SENT, ACKNOWLEDGED, HELD, HOLE] = [0, 1, 2, 3, 4, 5] as const;

/** The looks of the sender's pieces, each as its place in `PIECE_LOOKS`. */
export function sentLooks(pieces: number, { sent, acknowledged }: SenderView): Uint8Array {
  return new Uint8Array(pieces).fill(HERE).fill(SENT, 0, sent).fill(ACKNOWLEDGED, 0, acknowledged);
}

/** The last piece, in the order of the message, that came to the app; -1 before any did. */
export function highestPiece({ received }: Pick<ReceiverView, 'received'>): number {
  return received.reduce((most, { piece }) => Math.max(most, piece), -1);
}

/** The looks of the pieces on the receiver's side. A hole is the viewer's knowledge: a later piece has come. */
export function receivedLooks(pieces: number, receiver: ReceiverView): Uint8Array {
  const { received, unread, held } = receiver;
  const looks = new Uint8Array(pieces).fill(OPEN).fill(HOLE, 0, Math.max(0, highestPiece(receiver)));
  for (const piece of [...unread, ...held]) looks[piece] = HELD;
  for (const { piece } of received) looks[piece] = HERE;
  return looks;
}
