import { describe, expect, it } from 'vitest';
import type { ReceivedPiece } from '../trace/applicationView';
import { lettersOf } from './letters';
import type { Message } from './message';
import { receiverCards, senderCards } from './trays';

function textMessage(text: string, pieceBytes: number): Message {
  const bytes = new TextEncoder().encode(text);
  const pieces = Math.ceil(bytes.length / pieceBytes);
  return { kind: 'text', pieces, length: bytes.length, letters: lettersOf(bytes), pieceBytes };
}

const arrivals = (...pieces: number[]): ReceivedPiece[] =>
  pieces.map((piece) => ({ piece, start: 0, length: 1, timeNs: 0, packet: 0 }));

function tray(text: string, ...pieces: number[]): string[] {
  return receiverCards(textMessage(text, 1), arrivals(...pieces), 10).map(({ look, text: shown }) =>
    look === 'received' ? shown : `${look} ${shown}`,
  );
}

describe('receiverCards', () => {
  it('marks what is missing before what is there', () => {
    expect(tray('HELLO', 0, 1, 3)).toEqual(['H', 'E', 'hole 3', 'L']);
    expect(tray('HELLO', 3, 4)).toEqual(['hole 1–3', 'L', 'O']);
  });

  it('closes a hole when its piece comes late, and shows the piece where it came', () => {
    expect(tray('HELLO', 0, 2, 1)).toEqual(['H', 'L', 'late E']);
  });

  it('shows a piece that came twice twice', () => {
    expect(tray('HELLO', 0, 0)).toEqual(['H', 'twin H']);
  });
});

describe('senderCards', () => {
  it('tells what waits, what went out and what has come', () => {
    const looks = senderCards(textMessage('ABC', 1), 2, 1, 10).map(({ look }) => look);
    expect(looks).toEqual(['acknowledged', 'sent', 'waiting']);
  });

  it('shows a letter in the piece that holds its last byte', () => {
    expect(senderCards(textMessage('안녕', 2), 0, 0, 10).map(({ text, isCut }) => [text, isCut])).toEqual([
      ['⋯', true],
      ['안', false],
      ['녕', false],
    ]);
  });
});
