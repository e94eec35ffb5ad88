import { useEffect } from 'react';
import { focusKind, followFocus } from './focusKind';
import { actionOf, comesFirst, type KeyAction, type KeyPress } from './keys';

/** What keys do; they hear which key it was (its `code`). An action that is missing leaves its keys alone. */
export type KeyHandlers = Readonly<Partial<Record<KeyAction, (code: string) => void>>>;

/** Lets the keyboard (and a presenter's clicker) do what the handlers do; keep them from render to render. */
export function useKeys(handlers: KeyHandlers): void {
  useEffect(() => {
    const focused = followFocus();
    const listen = (event: KeyboardEvent): void => {
      const isFirst = event.eventPhase === Event.CAPTURING_PHASE;
      if (isFirst !== comesFirst(event.code)) return;
      const focusByKeyboard = focused.isByKeyboard();
      const action = actionOf({ ...pressOf(event), focus: focusKind(event.target), focusByKeyboard });
      const perform = action && handlers[action];
      if (!perform) return;
      event.preventDefault();
      // A key that comes first is not for what has focus as well.
      if (isFirst) event.stopPropagation();
      perform(event.code);
    };
    window.addEventListener('keydown', listen, true);
    window.addEventListener('keydown', listen);
    return () => {
      focused.stop();
      window.removeEventListener('keydown', listen, true);
      window.removeEventListener('keydown', listen);
    };
  }, [handlers]);
}

function pressOf(event: KeyboardEvent): Omit<KeyPress, 'focus' | 'focusByKeyboard'> {
  const { code, key, shiftKey, ctrlKey, altKey, metaKey, isComposing, defaultPrevented } = event;
  return { code, key, shiftKey, ctrlKey, altKey, metaKey, isComposing, defaultPrevented };
}
