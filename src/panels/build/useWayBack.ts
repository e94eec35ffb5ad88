import { type RefObject, useEffect } from 'react';
import type { Place } from '../../experiment/townEdits';

/** Escape leads from the form about something back to where that stands on the map. */
export function useWayBack(
  root: RefObject<HTMLElement | null>,
  place: Place | null,
  onLeave: (place: Place) => void,
): void {
  useEffect(() => {
    const element = root.current;
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || !place) return;
      event.preventDefault();
      onLeave(place);
    };
    element?.addEventListener('keydown', leave);
    return () => element?.removeEventListener('keydown', leave);
  }, [root, place, onLeave]);
}
