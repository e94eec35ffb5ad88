import type { KeyboardEvent } from 'react';

/** What a drawn button does with the keys that press a button; nothing else hears of them. */
export function pressed(press: (node: Element) => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    press(event.currentTarget);
  };
}
