import type { Point } from '../plan';

/** The usual sign of a router, a disc with four arrows, around a point. */
export function RouterDisc({ at, radius }: { readonly at: Point; readonly radius: number }) {
  return (
    <g transform={`translate(${at.x} ${at.y}) scale(${radius / 12})`}>
      <circle r="12" fill="var(--ink)" />
      <path
        d="M-2-2L-7-7m0 4v-4h4M2 2L7 7m0-4v4h-4M7-7L2-2m0-4v4h4M-7 7L-2 2m0 4v-4h-4"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </g>
  );
}
