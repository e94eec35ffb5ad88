/** Widths of letters in a label, in CSS pixels: Hangul and its like, and all others. */
const WIDE_LETTER = 12.5;
const NARROW_LETTER = 7;

/** About how wide a text in the size of labels is, in CSS pixels: a picture for elsewhere cannot measure its fonts. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u1100' ? WIDE_LETTER : NARROW_LETTER), 0);
}
