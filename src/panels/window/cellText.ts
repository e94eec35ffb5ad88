import type { PacketLabel } from '../packetLabel';

/** Width of a letter of the ruler's type, in its units: Hangul and other full letters, and digits and Latin ones. */
const WIDE = 13;
const NARROW = 8.5;
const MARGIN = 3;

/** What fits into a segment's cell: its letters, else the number of its piece, else nothing. */
export function cellText({ text, piece }: Pick<PacketLabel, 'text' | 'piece'>, width: number): string {
  const room = width - MARGIN;
  if (text.trim() !== '' && widthOf(text) <= room) return text;
  const number = piece < 0 ? '' : String(piece + 1);
  return widthOf(number) <= room ? number : '';
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u1100-\uffff]/u.test(letter) ? WIDE : NARROW), 0);
}
