import type { FocusKind } from './keys';

const TYPING =
  'input:not([type=range], [type=checkbox], [type=radio], [type=file]), textarea, [contenteditable]';
const WIDGETS =
  '[role=slider], [role=tab], [role=radio], [role=option], [role=menuitem], [role=grid], [type=range], select';
const BUTTONS = 'button, a[href], summary, [role=button], [role=switch], [type=checkbox], [type=radio]';

/** What the element that has focus does with keys by itself. */
export function focusKind(target: EventTarget | null): FocusKind {
  if (!(target instanceof Element)) return 'none';
  if (target.closest(TYPING)) return 'text';
  if (target.closest(WIDGETS)) return 'widget';
  if (target.closest(BUTTONS)) return 'button';
  return 'none';
}
