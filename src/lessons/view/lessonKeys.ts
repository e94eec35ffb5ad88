import type { KeyPress } from '../../playback/keys';

/** What a key does to a lesson. */
export type LessonKey =
  | 'nextBeat'
  | 'previousBeat'
  | 'nextLesson'
  | 'previousLesson'
  | 'reveal'
  | 'skipPrediction'
  | 'blank'
  | 'spotlight'
  | 'caption'
  | 'notes';

interface LessonKeyBinding {
  readonly action: LessonKey;
  readonly code: string;
  readonly shiftKey: boolean;
  /** What is printed on the key. */
  readonly label: string;
}

/** All of them, in the order in which help lists them. */
export const LESSON_KEYS: readonly LessonKeyBinding[] = [
  { action: 'nextBeat', code: 'ArrowRight', shiftKey: true, label: 'Shift →' },
  { action: 'previousBeat', code: 'ArrowLeft', shiftKey: true, label: 'Shift ←' },
  { action: 'nextLesson', code: 'BracketRight', shiftKey: false, label: ']' },
  { action: 'previousLesson', code: 'BracketLeft', shiftKey: false, label: '[' },
  { action: 'reveal', code: 'KeyR', shiftKey: false, label: 'R' },
  { action: 'skipPrediction', code: 'KeyR', shiftKey: true, label: 'Shift R' },
  { action: 'blank', code: 'KeyB', shiftKey: false, label: 'B' },
  // What presenters' clickers send.
  { action: 'blank', code: 'Period', shiftKey: false, label: '.' },
  { action: 'spotlight', code: 'KeyS', shiftKey: false, label: 'S' },
  { action: 'caption', code: 'KeyC', shiftKey: false, label: 'C' },
  { action: 'notes', code: 'KeyN', shiftKey: false, label: 'N' },
];

type Press = Omit<KeyPress, 'key' | 'focusByKeyboard'>;

/** The lesson's own keys, found by their place on the keyboard; null: the key is someone else's. */
export function lessonKeyOf(press: Press): LessonKey | null {
  if (press.isComposing || press.defaultPrevented) return null;
  if (press.focus === 'text' || press.focus === 'slider') return null;
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const binding = LESSON_KEYS.find(
    ({ code, shiftKey }) => code === press.code && shiftKey === press.shiftKey,
  );
  return binding?.action ?? null;
}
