import type { Link, LinkId, Town } from './experiment';

/** The link that reordering weather sends packets round by in that direction, or `undefined`: then they are only late. */
export function detourOf(town: Town, link: Link, direction: 0 | 1): LinkId | undefined {
  if (link.detour === undefined) return undefined;
  return beginsAt(town, link.detour, direction === 0 ? link.from : link.to) ? link.detour : undefined;
}

/** Whether a link can be entered at that node. */
export function beginsAt({ links }: Town, id: LinkId, node: string): boolean {
  const link = links.find((one) => one.id === id);
  return link !== undefined && (link.from === node || link.to === node);
}
