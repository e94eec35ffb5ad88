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
    focusByKeyboard: true,
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

  it('takes Space from a button that was pressed with the pointer', () => {
    expect(actionOf(press('Space', { focus: 'button', focusByKeyboard: false }))).toBe('togglePlay');
    expect(actionOf(press('Space', { focus: 'widget', focusByKeyboard: false }))).toBe('togglePlay');
  });

  it('leaves sliders and tabs their arrows, and drives time with what a clicker has', () => {
    for (const focus of ['slider', 'widget'] as const) {
      expect(actionOf(press('ArrowRight', { focus }))).toBeNull();
      expect(actionOf(press('Home', { focus }))).toBeNull();
      expect(actionOf(press('KeyK', { focus }))).toBe('togglePlay');
      expect(actionOf(press('PageDown', { focus }))).toBe('nextEvent');
      expect(actionOf(press('PageUp', { focus }))).toBe('previousEvent');
    }
    expect(actionOf(press('Space', { focus: 'slider' }))).toBe('togglePlay');
    expect(actionOf(press('Space', { focus: 'widget' }))).toBeNull();
  });

  it('leaves combinations and handled keys alone', () => {
    expect(actionOf(press('KeyK', { ctrlKey: true }))).toBeNull();
    expect(actionOf(press('KeyK', { defaultPrevented: true }))).toBeNull();
  });

  it('undoes and redoes with Control or ⌘, by the letter on the key or, without one, by its place', () => {
    const control = { ctrlKey: true, key: 'z' };
    expect(actionOf(press('KeyZ', control))).toBe('undo');
    expect(actionOf(press('KeyZ', { ...control, key: 'Z', shiftKey: true }))).toBe('redo');
    expect(actionOf(press('KeyZ', { metaKey: true, key: 'z' }))).toBe('undo');
    expect(actionOf(press('KeyY', { ctrlKey: true, key: 'y' }))).toBe('redo');
    expect(actionOf(press('KeyY', control))).toBe('undo');
    expect(actionOf(press('KeyZ', { ...control, key: 'ㅋ' }))).toBe('undo');
    expect(actionOf(press('KeyZ', { key: 'z' }))).not.toBe('undo');
    expect(actionOf(press('KeyZ', { ...control, focus: 'text' }))).toBeNull();
    expect(actionOf(press('KeyK', { ctrlKey: true, key: 'k' }))).toBeNull();
  });

  it('moves the view with the arrows for those who went there by keyboard, and time for all others', () => {
    const inPicture = { focus: 'picture', focusByKeyboard: true } as const;
    for (const code of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      expect(actionOf(press(code, inPicture))).toBe('pan');
    }
    expect(actionOf(press('ArrowRight', { focus: 'picture', focusByKeyboard: false }))).toBe('nextEvent');
    expect(actionOf(press('ArrowDown'))).toBeNull();
  });

  it('goes nearer on plus wherever a keyboard has it, and back on minus, zero and Escape', () => {
    expect(actionOf(press('Equal', { key: '+', shiftKey: true }))).toBe('zoomIn');
    expect(actionOf(press('BracketRight', { key: '+' }))).toBe('zoomIn');
    expect(actionOf(press('NumpadSubtract', { key: '-' }))).toBe('zoomOut');
    expect(actionOf(press('Digit0'))).toBe('wholeTown');
    expect(actionOf(press('Escape'))).toBe('outwards');
    expect(actionOf(press('Escape', { focus: 'text' }))).toBeNull();
  });
});
