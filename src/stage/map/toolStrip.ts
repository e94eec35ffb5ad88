/** Of the root's font size: above and below the row of tools, with its frame. */
const AIR = 0.75;

/** Height of the strip that the tools take at the top of a stage, in px: they grow with the page's writing. */
export function toolStrip(): number {
  const style = getComputedStyle(document.documentElement);
  const target = Number.parseFloat(style.getPropertyValue('--target'));
  return (target + AIR) * Number.parseFloat(style.fontSize);
}
