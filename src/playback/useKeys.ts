import { useEffect } from 'react';
import { focusKind } from './focusKind';
import { actionOf, type KeyAction } from './keys';
import type { Playback } from './playback';

/** Lets the keyboard (and a presenter's clicker) drive `playback`; `onHelp` is called for the help key. */
export function useKeys(playback: Playback, onHelp: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { code, key, shiftKey, ctrlKey, altKey, metaKey, isComposing, defaultPrevented } = event;
      const focus = focusKind(event.target);
      const modifiers = { shiftKey, ctrlKey, altKey, metaKey };
      const action = actionOf({ code, key, ...modifiers, isComposing, defaultPrevented, focus });
      if (!action) return;
      event.preventDefault();
      if (action === 'help') onHelp();
      else perform(action, playback);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [playback, onHelp]);
}

function perform(action: Exclude<KeyAction, 'help'>, playback: Playback): void {
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
