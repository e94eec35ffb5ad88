import type { FocusKind } from './keys';

const TYPING =
  'input:not([type=range], [type=checkbox], [type=radio], [type=file]), textarea, [contenteditable]';
const PICTURES = '[data-keys=pan]';
const SLIDERS = '[role=slider], [type=range]';
const WIDGETS = '[role=tab], [role=radio], [role=option], [role=menuitem], [role=grid], select';
const BUTTONS = 'button, a[href], summary, [role=button], [role=switch], [type=checkbox], [type=radio]';

/** What the element that has focus does with keys by itself. */
export function focusKind(target: EventTarget | null): FocusKind {
  if (!(target instanceof Element)) return 'none';
  if (target.closest(TYPING)) return 'text';
  if (target.closest(SLIDERS)) return 'slider';
  if (target.closest(WIDGETS)) return 'widget';
  if (target.closest(BUTTONS)) return 'button';
  if (target.matches(PICTURES)) return 'picture';
  return 'none';
}

/** Follows whether what has focus got it by keyboard or by being pressed; `stop` ends that. */
export function followFocus(): { readonly isByKeyboard: () => boolean; readonly stop: () => void } {
  const ending = new AbortController();
  const options = { capture: true, signal: ending.signal };
  // What a screen reader or a script gives focus to counts as reached by keyboard.
  let isKeyLast = true;
  let isByKeyboard = true;
  const onPress = (): void => {
    isKeyLast = false;
    isByKeyboard = false;
  };
  addEventListener('pointerdown', onPress, options);
  addEventListener('keydown', () => (isKeyLast = true), options);
  addEventListener('focusin', () => (isByKeyboard = isKeyLast), options);
  return { isByKeyboard: () => isByKeyboard, stop: () => ending.abort() };
}
