import type { ReceivedPiece } from '../trace/applicationView';
import { visible } from './card';
import { showArrivals } from './letters';
import { type Message, pieceRange } from './message';
import { guessWidth } from './textFit';

/** A card in a tray: a piece, or the place of pieces that are not there. */
export interface TrayCard {
  readonly key: string;
  readonly look: 'waiting' | 'sent' | 'acknowledged' | 'received' | 'late' | 'twin' | 'hole';
  /** First piece it stands for, from 0, and how many. */
  readonly piece: number;
  readonly count: number;
  readonly text: string;
  /** The piece ends in the middle of a letter, or begins with a letter's rest. */
  readonly isCut: boolean;
  readonly width: number;
}

/** Cards of the sending app's message: what went out is dim. */
export function senderCards(
  message: Message,
  sent: number,
  acknowledged: number,
  font: number,
): readonly TrayCard[] {
  const ranges = Array.from({ length: message.pieces }, (_, piece) => pieceRange(message, piece));
  return showArrivals(message.letters, ranges).map(({ text, openAfter }, piece) => {
    const look = piece < acknowledged ? 'acknowledged' : piece < sent ? 'sent' : 'waiting';
    return card({ key: `${piece}`, look, piece, count: 1, text, isCut: openAfter && text === '' }, font);
  });
}

/**
 * Cards of what the receiving app holds, in the order it got them, with a dashed place wherever the viewer knows that
 * a piece before it is still missing.
 */
export function receiverCards(
  message: Message,
  received: readonly ReceivedPiece[],
  font: number,
): readonly TrayCard[] {
  const has = new Set(received.map(({ piece }) => piece));
  const shown = showArrivals(
    message.letters,
    received.map(({ piece }) => pieceRange(message, piece)),
  );
  const cards: TrayCard[] = [];
  const seen = new Set<number>();
  let highest = -1;
  received.forEach(({ piece }, i) => {
    cards.push(...holesBetween(highest + 1, piece, has, font));
    const look = seen.has(piece) ? 'twin' : piece < highest ? 'late' : 'received';
    const { text, brokenBefore, openAfter } = shown[i]!;
    cards.push(card({ key: `${i}`, look, piece, count: 1, text, isCut: brokenBefore || openAfter }, font));
    seen.add(piece);
    highest = Math.max(highest, piece);
  });
  return cards;
}

/** Runs of pieces in `[from, to)` that are not there, one card each. */
function holesBetween(from: number, to: number, has: ReadonlySet<number>, font: number): TrayCard[] {
  const cards: TrayCard[] = [];
  for (let piece = from; piece < to; piece += 1) {
    if (has.has(piece)) continue;
    const start = piece;
    while (piece + 1 < to && !has.has(piece + 1)) piece += 1;
    cards.push(holeCard(start, piece - start + 1, font));
  }
  return cards;
}

/** The place of missing pieces. */
export function holeCard(piece: number, count: number, font: number): TrayCard {
  const text = count === 1 ? `${piece + 1}` : `${piece + 1}–${piece + count}`;
  return card({ key: `hole${piece}`, look: 'hole', piece, count, text, isCut: false }, font);
}

function card(facts: Omit<TrayCard, 'width'>, font: number): TrayCard {
  const text = facts.text === '' ? '⋯' : visible(facts.text);
  return { ...facts, text, width: Math.max(font * 1.25, guessWidth(text, font) + font * 0.6) };
}
