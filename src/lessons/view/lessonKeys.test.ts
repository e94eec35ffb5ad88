import { describe, expect, it } from 'vitest';
import { KEY_BINDINGS } from '../../playback/keys';
import { LESSON_KEYS, lessonKeyOf } from './lessonKeys';

const held = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
const press = { ...held, code: 'KeyC', isComposing: false, defaultPrevented: false, focus: 'none' } as const;

describe('the keys of a lesson', () => {
  it('are found by their place, with and without Shift', () => {
    expect(lessonKeyOf({ ...press, code: 'ArrowRight', shiftKey: true })).toBe('nextBeat');
    expect(lessonKeyOf({ ...press, code: 'ArrowRight' })).toBeNull();
    expect(lessonKeyOf({ ...press, code: 'KeyR', shiftKey: true })).toBe('skipPrediction');
    expect(lessonKeyOf({ ...press, code: 'BracketRight' })).toBe('nextLesson');
  });

  it('clash with no key of the page', () => {
    const taken = KEY_BINDINGS.filter(({ control, character }) => !control && !character).map(
      ({ code }) => code,
    );
    const plain = LESSON_KEYS.filter(({ shiftKey }) => !shiftKey).map(({ code }) => code);
    expect(plain.filter((code) => taken.includes(code))).toEqual([]);
    const all = LESSON_KEYS.map(({ code, shiftKey }) => `${code} ${shiftKey}`);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are not for who types, composes a letter or holds a key of the browser', () => {
    expect(lessonKeyOf(press)).toBe('caption');
    expect(lessonKeyOf({ ...press, focus: 'text' })).toBeNull();
    expect(lessonKeyOf({ ...press, isComposing: true })).toBeNull();
    expect(lessonKeyOf({ ...press, ctrlKey: true })).toBeNull();
  });
});
