import { describe, expect, it } from 'vitest';
import { messageText, piecesOf, readFile, textToSend } from './message';

describe('a typed message', () => {
  it('is what is sent, whatever the script', () => {
    for (const text of ['', 'hello', '안녕하세요', '👩‍👩‍👧‍👦🎈']) {
      const { payload } = textToSend(text);
      expect(payload && messageText(payload)).toBe(text);
    }
  });

  it('has as many pieces as it will be cut into', () => {
    expect(piecesOf('')).toBe(0);
    expect(piecesOf('hello')).toBe(5);
    expect(piecesOf('안녕')).toBe(2);
  });

  it('is refused in a sentence when it is too long', () => {
    expect(textToSend('x'.repeat(2_000_000)).refusal).toMatchObject({ key: 'textTooBig' });
    expect(textToSend('x'.repeat(400_000)).refusal).toMatchObject({ key: 'tooManyPieces' });
  });
});

describe('a chosen file', () => {
  it('is a picture when its type says so', async () => {
    const { payload } = await readFile(new File([Uint8Array.of(1, 2, 3)], 'cat.png', { type: 'image/png' }));
    expect(payload).toMatchObject({ kind: 'picture', name: 'cat.png', numbered: true });
    expect([...(payload?.bytes ?? [])]).toEqual([1, 2, 3]);
  });

  it('may be a megabyte and not a byte more', async () => {
    const megabyte = new Uint8Array(1024 * 1024);
    expect((await readFile(new File([megabyte], 'a'))).refusal).toBeNull();
    expect((await readFile(new File([megabyte, 'x'], 'a'))).refusal).toMatchObject({ key: 'fileTooBig' });
  });
});
