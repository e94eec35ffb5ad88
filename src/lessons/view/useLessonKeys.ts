import { useEffect } from 'react';
import { focusKind } from '../../playback/focusKind';
import type { Lesson } from '../lesson';
import { neighbourOf } from '../player/state';
import { type LessonKey, lessonKeyOf } from './lessonKeys';
import type { LessonProps } from './lessonProps';

/** Lets the keyboard lead through the lesson. */
export function useLessonKeys({ player, onOpen }: Pick<LessonProps, 'player' | 'onOpen'>): void {
  useEffect(() => {
    const open = (lesson: Lesson | null): void => {
      if (lesson) onOpen(lesson.id);
    };
    const actions: Readonly<Record<LessonKey, () => void>> = {
      nextBeat: () => player.next(),
      previousBeat: () => player.previous(),
      nextLesson: () => open(neighbourOf(player.store.getState().lesson, 1)),
      previousLesson: () => open(neighbourOf(player.store.getState().lesson, -1)),
      reveal: () => player.reveal(),
      skipPrediction: () => player.skipPrediction(),
      blank: () => player.toggle('isBlank'),
      spotlight: () => player.toggle('showsSpotlight'),
      caption: () => player.toggle('showsCaption'),
      notes: () => player.toggle('showsNotes'),
    };
    const listen = (event: KeyboardEvent): void => {
      const { code, shiftKey, ctrlKey, altKey, metaKey, isComposing, defaultPrevented } = event;
      const held = { shiftKey, ctrlKey, altKey, metaKey };
      const key = lessonKeyOf({
        code,
        ...held,
        isComposing,
        defaultPrevented,
        focus: focusKind(event.target),
      });
      if (!key) return;
      event.preventDefault();
      actions[key]();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [player, onOpen]);
}
