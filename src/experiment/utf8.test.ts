import { describe, expect, it } from 'vitest';
import { utf8 } from './utf8';

describe('utf8', () => {
  it.each(['', 'Hello', 'é߿', '안녕하세요ࠀ￿', '👋🏽𐀀', 'half \ud800 a pair'])(
    'writes “%s” as every browser does',
    (text) => {
      expect(utf8(text)).toEqual(new TextEncoder().encode(text));
    },
  );
});
