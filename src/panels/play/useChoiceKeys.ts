import { useEffect } from 'react';
import { focusKind } from '../../playback/focusKind';

const PLACES = ['1', '2', '3', '4'];
const LETTERS = ['KeyA', 'KeyB', 'KeyC', 'KeyD'];

/** While `isAsking`, 1 to 4 and A to D choose an option (from 0) before these keys mean anything else. */
export function useChoiceKeys(isAsking: boolean, onChoose: (option: number) => void): void {
  useEffect(() => {
    if (!isAsking) return undefined;
    const listen = (event: KeyboardEvent): void => {
      const option = optionOf(event);
      if (option < 0) return;
      event.preventDefault();
      event.stopPropagation();
      onChoose(option);
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [isAsking, onChoose]);
}

function optionOf(event: KeyboardEvent): number {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  if (!isPlain || focusKind(event.target) === 'text') return -1;
  const letter = LETTERS.indexOf(event.code);
  return letter < 0
    ? PLACES.findIndex((place) => event.code === `Digit${place}` || event.code === `Numpad${place}`)
    : letter;
}
