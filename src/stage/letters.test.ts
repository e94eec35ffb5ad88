import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettersOf, showArrivals, showPiece } from './letters';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = (text: string): string[] => lettersOf(bytesOf(text)).map((letter) => letter.text);

/** What shows when the pieces of `size` bytes arrive in `order`. */
function shown(text: string, size: number, order: readonly number[]): string[] {
  const bytes = bytesOf(text);
  const arrivals = order.map((piece) => ({
    start: piece * size,
    end: Math.min((piece + 1) * size, bytes.length),
  }));
  return showArrivals(lettersOf(bytes), arrivals).map(
    ({ text: whole, brokenBefore, openAfter }) => `${brokenBefore ? '<' : ''}${whole}${openAfter ? '>' : ''}`,
  );
}

describe('lettersOf', () => {
  it('cuts a long text, slice by slice, where the whole would be cut', () => {
    const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
    const text = `${'가e\u0301'.repeat(700)}${`${family}\u{1F1F0}\u{1F1F7}`.repeat(300)}${'\u0301'.repeat(5000)}z`;
    const whole = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)];
    expect(texts(text)).toEqual(whole.map(({ segment }) => segment));
  });

  it('keeps what a reader sees as one letter together', () => {
    expect(texts('H안é👨‍👩‍👧🇰🇷')).toEqual(['H', '안', 'é', '👨‍👩‍👧', '🇰🇷']);
    expect(texts('각')).toEqual(['각']);
  });

  it('shows bytes that are not UTF-8 one by one', () => {
    const bytes = Uint8Array.of(0x41, 0xff, 0xe0, 0x80, 0x80, 0x42);
    expect(lettersOf(bytes).map((letter) => letter.text)).toEqual(['A', '�', '�', '�', '�', 'B']);
  });

  it('covers every byte once, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        let at = 0;
        for (const letter of lettersOf(bytes)) {
          expect(letter.start).toBe(at);
          at = letter.end;
        }
        expect(at).toBe(bytes.length);
      }),
    );
  });
});

describe('showArrivals', () => {
  it('shows a letter when its last byte comes', () => {
    expect(shown('안녕', 2, [0, 1, 2])).toEqual(['>', '안>', '녕']);
  });

  it('shows an emoji of several code points only whole', () => {
    expect(shown('a👨‍👩‍👧b', 8, [0, 1, 2])).toEqual(['a>', '>', '👨‍👩‍👧b']);
  });

  it('breaks a letter whose beginning is missing', () => {
    expect(shown('안녕!', 2, [0, 2, 3])).toEqual(['>', '<', '!']);
  });

  it('does not join bytes that came in another order', () => {
    expect(shown('é', 1, [1, 0])).toEqual(['<', '>']);
    expect(shown('abc', 1, [2, 0, 1])).toEqual(['c', 'a', 'b']);
  });

  it('gives back the message when all comes in order, for any text and size', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 16 }), (text, size) => {
        const pieces = Math.ceil(bytesOf(text).length / size);
        const all = shown(
          text,
          size,
          Array.from({ length: pieces }, (_, i) => i),
        );
        expect(all.join('').replaceAll('>', '')).toBe(text.replaceAll('>', ''));
      }),
    );
  });
});

describe('showPiece', () => {
  it('says what a piece held alone can show', () => {
    const letters = lettersOf(bytesOf('한글'));
    expect(showPiece(letters, { start: 2, end: 6 })).toEqual({
      text: '글',
      brokenBefore: true,
      openAfter: false,
    });
    expect(showPiece(letters, { start: 0, end: 0 })).toEqual({
      text: '',
      brokenBefore: false,
      openAfter: false,
    });
  });
});
