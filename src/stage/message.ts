import type { Experiment } from '../experiment/experiment';
import { messageBytesPerPiece, pieceCount, senderOf } from '../experiment/pieces';
import { type ByteRange, type Letter, lettersOf, showPiece } from './letters';

/** The message of an experiment as the stage shows it. */
export interface Message {
  readonly kind: 'text' | 'picture' | 'file';
  readonly pieces: number;
  readonly length: number;
  /** Letters of a text; none for pictures and files. */
  readonly letters: readonly Letter[];
  /** Message bytes of one piece. */
  readonly pieceBytes: number;
}

const NOTHING: Message = { kind: 'text', pieces: 0, length: 0, letters: [], pieceBytes: 1 };
const known = new WeakMap<Experiment, Message>();

/** The message of the experiment's sender; an empty one where nobody sends. */
export function messageOf(experiment: Experiment): Message {
  let message = known.get(experiment);
  if (!message) {
    message = readMessage(experiment);
    known.set(experiment, message);
  }
  return message;
}

function readMessage(experiment: Experiment): Message {
  const sender = senderOf(experiment);
  if (!sender) return NOTHING;
  const { kind, bytes } = sender.payload;
  return {
    // A call's frames are blocks to look at, as a file's are.
    kind: kind === 'call' ? 'file' : kind,
    pieces: pieceCount(sender),
    length: bytes.length,
    letters: kind === 'text' ? lettersOf(bytes) : [],
    pieceBytes: messageBytesPerPiece(sender),
  };
}

/** The message bytes that piece `piece` (from 0) carries. */
export function pieceRange({ pieceBytes, length }: Message, piece: number): ByteRange {
  return { start: piece * pieceBytes, end: Math.min((piece + 1) * pieceBytes, length) };
}

/** Whole letters inside one piece of a text; empty when there is none. */
export function pieceText(experiment: Experiment, piece: number): string {
  const message = messageOf(experiment);
  return showPiece(message.letters, pieceRange(message, piece)).text;
}
