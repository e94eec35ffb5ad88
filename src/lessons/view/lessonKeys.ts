import type { KeyPress } from '../../playback/keys';

/** What a key does to a lesson. */
export type LessonKey =
  | 'nextBeat'
  | 'previousBeat'
  | 'nextLesson'
  | 'previousLesson'
  | 'skipPrediction'
  | 'caption'
  | 'notes';

interface Binding {
  readonly action: LessonKey;
  readonly code: string;
  readonly shiftKey: boolean;
}

const BINDINGS: readonly Binding[] = [
  { action: 'nextBeat', code: 'ArrowRight', shiftKey: true },
  { action: 'previousBeat', code: 'ArrowLeft', shiftKey: true },
  { action: 'nextLesson', code: 'BracketRight', shiftKey: false },
  { action: 'previousLesson', code: 'BracketLeft', shiftKey: false },
  { action: 'skipPrediction', code: 'KeyR', shiftKey: true },
  { action: 'caption', code: 'KeyC', shiftKey: false },
  { action: 'notes', code: 'KeyN', shiftKey: false },
];

type Press = Omit<KeyPress, 'key' | 'focusByKeyboard'>;

/** The lesson's own keys, found by their place on the keyboard; null: the key is someone else's. */
export function lessonKeyOf(press: Press): LessonKey | null {
  if (press.isComposing || press.defaultPrevented) return null;
  if (press.focus === 'text' || press.focus === 'slider') return null;
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const binding = BINDINGS.find(({ code, shiftKey }) => code === press.code && shiftKey === press.shiftKey);
  return binding?.action ?? null;
}
