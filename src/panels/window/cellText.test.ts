import { describe, expect, it } from 'vitest';
import { cellText } from './cellText';

describe('the words in a segment’s cell', () => {
  it.each([
    ['a letter where it fits', { text: '가', piece: 2 }, 20, '가'],
    ['else the number of its piece', { text: 'behind the hills', piece: 104 }, 40, '105'],
    ['for a space its number', { text: ' ', piece: 6 }, 40, '7'],
    ['nothing where nothing fits', { text: 'abc', piece: 104 }, 12, ''],
    ['nothing for a segment without data', { text: '', piece: -1 }, 40, ''],
  ])('are %s', (_, label, width, text) => {
    expect(cellText(label, width)).toBe(text);
  });
});
