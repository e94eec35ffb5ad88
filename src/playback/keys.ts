/** What a key does. */
export type KeyAction =
  | 'togglePlay'
  | 'nextEvent'
  | 'previousEvent'
  | 'restart'
  | 'halfSpeed'
  | 'normalSpeed'
  | 'doubleSpeed'
  | 'undo'
  | 'redo'
  | 'drop'
  | 'hold'
  | 'dup'
  | 'flip'
  | 'swap'
  | 'rescue'
  | 'zoomIn'
  | 'zoomOut'
  | 'pan'
  | 'outwards'
  | 'wholeTown'
  | 'switchLook'
  | 'nextLens'
  | 'insidePacket'
  | 'help';

/** One key: `code` is the place on the keyboard, so it is found whatever the input method makes of it. */
export interface KeyBinding {
  readonly action: KeyAction;
  readonly code: string;
  /** The character instead, where its place differs from keyboard to keyboard. */
  readonly character?: string;
  /** Held together with Control (or ⌘), and with Shift or without. */
  readonly control?: { readonly shift: boolean };
  /** What is printed on the key. */
  readonly label: string;
}

/** All keys, in the order in which help lists them. */
export const KEY_BINDINGS: readonly KeyBinding[] = [
  { action: 'togglePlay', code: 'Space', label: 'Space' },
  { action: 'togglePlay', code: 'KeyK', label: 'K' },
  { action: 'nextEvent', code: 'ArrowRight', label: '→' },
  { action: 'nextEvent', code: 'PageDown', label: 'PageDown' },
  { action: 'previousEvent', code: 'ArrowLeft', label: '←' },
  { action: 'previousEvent', code: 'PageUp', label: 'PageUp' },
  { action: 'restart', code: 'Home', label: 'Home' },
  { action: 'halfSpeed', code: 'Digit1', label: '1' },
  { action: 'normalSpeed', code: 'Digit2', label: '2' },
  { action: 'doubleSpeed', code: 'Digit3', label: '3' },
  { action: 'undo', code: 'KeyZ', control: { shift: false }, label: 'Ctrl/⌘ Z' },
  { action: 'redo', code: 'KeyZ', control: { shift: true }, label: 'Shift Ctrl/⌘ Z' },
  { action: 'redo', code: 'KeyY', control: { shift: false }, label: 'Ctrl/⌘ Y' },
  { action: 'drop', code: 'KeyX', label: 'X' },
  { action: 'hold', code: 'KeyH', label: 'H' },
  { action: 'dup', code: 'KeyD', label: 'D' },
  { action: 'flip', code: 'KeyE', label: 'E' },
  { action: 'swap', code: 'KeyW', label: 'W' },
  { action: 'rescue', code: 'KeyL', label: 'L' },
  { action: 'zoomIn', code: 'Equal', character: '+', label: '+' },
  { action: 'zoomIn', code: 'Equal', label: '=' },
  { action: 'zoomOut', code: 'Minus', character: '-', label: '−' },
  { action: 'pan', code: 'ArrowLeft', label: '←' },
  { action: 'pan', code: 'ArrowRight', label: '→' },
  { action: 'pan', code: 'ArrowUp', label: '↑' },
  { action: 'pan', code: 'ArrowDown', label: '↓' },
  { action: 'outwards', code: 'Escape', label: 'Esc' },
  { action: 'wholeTown', code: 'Digit0', label: '0' },
  { action: 'wholeTown', code: 'Numpad0', label: '0' },
  { action: 'switchLook', code: 'KeyM', label: 'M' },
  { action: 'nextLens', code: 'KeyG', label: 'G' },
  { action: 'insidePacket', code: 'KeyZ', label: 'Z' },
  { action: 'help', code: 'Slash', character: '?', label: '?' },
];

/** What of a keyboard event decides, and what of the element it happened on. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
  readonly focus: FocusKind;
  /** The element has focus because keys moved it there, not because it was pressed. */
  readonly focusByKeyboard: boolean;
}

/**
 * `text`: types; `slider`, `widget` (tab, choice, list): use arrows and Home themselves; `button`: Space only;
 * `picture`: one that arrows move about in.
 */
export type FocusKind = 'text' | 'slider' | 'widget' | 'button' | 'picture' | 'none';

const WIDGET_KEYS: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home']);
/** What a clicker sends, and what plays and pauses: these come to time before anything that was clicked gets them. */
const FIRST_KEYS: ReadonlySet<string> = new Set(['PageUp', 'PageDown', 'KeyK', 'Space']);

/** Whether a key is for time before what has focus is asked. */
export function comesFirst(code: string): boolean {
  return FIRST_KEYS.has(code);
}

/** The action of a key press, or null when it belongs to what has focus, to the browser or to no one. */
export function actionOf(press: KeyPress): KeyAction | null {
  if (press.isComposing || press.defaultPrevented || press.focus === 'text') return null;
  if (press.altKey) return null;
  const isPressedBySpace = press.focus === 'button' || press.focus === 'widget';
  if (press.code === 'Space' && isPressedBySpace && press.focusByKeyboard) return null;
  const usesArrows = press.focus === 'slider' || press.focus === 'widget';
  if (usesArrows && WIDGET_KEYS.has(press.code)) return null;
  // Arrows belong to the picture only for those who went there by keyboard: a click on it leaves them to time.
  const movesPicture = press.focus === 'picture' && press.focusByKeyboard;
  const bindings = KEY_BINDINGS.filter(({ action }) => movesPicture || action !== 'pan');
  return bindings.findLast((binding) => isPressed(binding, press))?.action ?? null;
}

function isPressed({ code, character, control }: KeyBinding, press: KeyPress): boolean {
  if (press.ctrlKey || press.metaKey) {
    return control !== undefined && code === letterCode(press) && control.shift === press.shiftKey;
  }
  if (control) return false;
  return character === undefined ? code === press.code && !press.shiftKey : character === press.key;
}

/** A command is known by its letter wherever a keyboard has it; by its place where the keys give other letters. */
function letterCode({ key, code }: KeyPress): string {
  return /^[a-z]$/iu.test(key) ? `Key${key.toUpperCase()}` : code;
}
