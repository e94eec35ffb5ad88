import { describe, expect, it } from 'vitest';
import { actionOf, type KeyPress } from './keys';

function press(code: string, overrides: Partial<KeyPress> = {}): KeyPress {
  return {
    code,
    key: '',
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    defaultPrevented: false,
    focus: 'none',
    ...overrides,
  };
}

describe('keys', () => {
  it('plays on Space and K, steps on arrows and on a clicker', () => {
    expect(actionOf(press('Space'))).toBe('togglePlay');
    expect(actionOf(press('KeyK'))).toBe('togglePlay');
    expect(actionOf(press('ArrowRight'))).toBe('nextEvent');
    expect(actionOf(press('PageDown'))).toBe('nextEvent');
    expect(actionOf(press('ArrowLeft'))).toBe('previousEvent');
    expect(actionOf(press('PageUp'))).toBe('previousEvent');
    expect(actionOf(press('Home'))).toBe('restart');
  });

  it('asks for help on the question mark only', () => {
    expect(actionOf(press('Slash', { key: '?', shiftKey: true }))).toBe('help');
    expect(actionOf(press('Minus', { key: '?', shiftKey: true }))).toBe('help');
    expect(actionOf(press('Slash', { key: '/' }))).toBeNull();
  });

  it('leaves every key to a text field and to an input method', () => {
    for (const code of ['Space', 'KeyK', 'ArrowRight', 'Digit1', 'Home']) {
      expect(actionOf(press(code, { focus: 'text' }))).toBeNull();
      expect(actionOf(press(code, { isComposing: true }))).toBeNull();
    }
  });

  it('leaves Space to a button but not the arrows', () => {
    expect(actionOf(press('Space', { focus: 'button' }))).toBeNull();
    expect(actionOf(press('ArrowRight', { focus: 'button' }))).toBe('nextEvent');
  });

  it('leaves a slider its arrows but not the letters', () => {
    expect(actionOf(press('ArrowRight', { focus: 'widget' }))).toBeNull();
    expect(actionOf(press('KeyK', { focus: 'widget' }))).toBe('togglePlay');
  });

  it('leaves combinations and handled keys alone', () => {
    expect(actionOf(press('KeyK', { ctrlKey: true }))).toBeNull();
    expect(actionOf(press('KeyK', { defaultPrevented: true }))).toBeNull();
  });
});
