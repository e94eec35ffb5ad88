/** Gives the focus to a house or road of the map. */
export function focusHouse(id: string): void {
  const target = `[data-target][data-place="${CSS.escape(id)}"]`;
  document.querySelector<SVGElement>(target)?.focus({ preventScroll: true });
}
