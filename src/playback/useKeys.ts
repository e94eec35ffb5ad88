import { useEffect } from 'react';
import { focusKind, followFocus } from './focusKind';
import { actionOf, comesFirst, type KeyAction, type KeyPress } from './keys';
import type { Playback } from './playback';

/** What keys do beside moving time. */
export type OtherKeys = Readonly<Record<'help' | 'undo' | 'redo', () => void>>;

/** Lets the keyboard (and a presenter's clicker) drive `playback`, and calls `others` for their keys. */
export function useKeys(playback: Playback, others: OtherKeys): void {
  useEffect(() => {
    const focused = followFocus();
    const listen = (event: KeyboardEvent): void => {
      const isFirst = event.eventPhase === Event.CAPTURING_PHASE;
      if (isFirst !== comesFirst(event.code)) return;
      const focusByKeyboard = focused.isByKeyboard();
      const action = actionOf({ ...pressOf(event), focus: focusKind(event.target), focusByKeyboard });
      if (!action) return;
      event.preventDefault();
      // A key that comes first is not for what has focus as well.
      if (isFirst) event.stopPropagation();
      if (action === 'help' || action === 'undo' || action === 'redo') others[action]();
      else perform(action, playback);
    };
    window.addEventListener('keydown', listen, true);
    window.addEventListener('keydown', listen);
    return () => {
      focused.stop();
      window.removeEventListener('keydown', listen, true);
      window.removeEventListener('keydown', listen);
    };
  }, [playback, others]);
}

function pressOf(event: KeyboardEvent): Omit<KeyPress, 'focus' | 'focusByKeyboard'> {
  const { code, key, shiftKey, ctrlKey, altKey, metaKey, isComposing, defaultPrevented } = event;
  return { code, key, shiftKey, ctrlKey, altKey, metaKey, isComposing, defaultPrevented };
}

function perform(action: Exclude<KeyAction, keyof OtherKeys>, playback: Playback): void {
  switch (action) {
    case 'togglePlay':
      return playback.toggle();
    case 'nextEvent':
      return playback.step(1);
    case 'previousEvent':
      return playback.step(-1);
    case 'restart':
      return playback.seek(0);
    case 'halfSpeed':
      return playback.scaleSpeed(0.5);
    case 'normalSpeed':
      return playback.scaleSpeed(1);
    case 'doubleSpeed':
      return playback.scaleSpeed(2);
  }
}
