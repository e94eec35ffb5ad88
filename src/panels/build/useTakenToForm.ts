import { type RefObject, useEffect, useRef } from 'react';
import type { Place } from '../../experiment/townEdits';
import type { TownFile } from '../../experiment/townFile';

/** Below this width the builder stands under the map, not beside it. */
const IS_BELOW = '(width < 60rem)';
const IS_CALM = '(prefers-reduced-motion: reduce)';

/**
 * Takes whoever chooses something to the form about it: into sight where the builder is below the map, and with the
 * focus if it was on the map, or on something in the builder that is no longer there.
 */
export function useTakenToForm(
  root: RefObject<HTMLElement | null>,
  place: Place | null,
  town: TownFile,
): void {
  useEffect(() => {
    if (!matchMedia(IS_BELOW).matches) {
      root.current?.parentElement?.scrollTo({ top: 0 });
      return;
    }
    const isStill = matchMedia(IS_CALM).matches;
    root.current?.scrollIntoView({ block: 'start', behavior: isStill ? 'auto' : 'smooth' });
  }, [root, place]);

  const isFocusHere = useRef(false);
  useEffect(() => {
    const follow = ({ target }: FocusEvent): void => {
      isFocusHere.current = target instanceof Node && (root.current?.contains(target) ?? false);
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [root]);

  const known = useRef(place);
  useEffect(() => {
    const isNew = place !== null && place !== known.current;
    known.current = place;
    // Between two fields nothing has the focus for a moment.
    const later = setTimeout(() => {
      const { activeElement } = document;
      const isOnMap = isNew && (activeElement?.hasAttribute('data-target') ?? false);
      const isLost = activeElement === document.body && isFocusHere.current;
      if (!isOnMap && !isLost) return;
      root.current?.querySelector<HTMLElement>('[data-part=form]')?.focus({ preventScroll: true });
    });
    return () => clearTimeout(later);
  }, [root, place, town]);
}
