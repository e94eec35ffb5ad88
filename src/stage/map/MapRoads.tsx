import { memo } from 'react';
import { pathOf } from './mapRoad';
import type { MapPlan } from './mapTypes';

/** Roads with kerbs, the squares around the post offices, and in the middle the line between both directions. */
export const MapRoads = memo(function MapRoads({ plan }: { readonly plan: MapPlan }) {
  const { roads, nodes, unit, scale } = plan;
  const size = unit * scale;
  const paths = roads.map((road) => ({ ...road, path: pathOf(road.way) }));
  const squares = nodes.filter(({ kind }) => kind === 'router');
  return (
    <g fill="none" strokeLinejoin="round" data-seen="transport internet link">
      <g transform={`translate(0 ${3 * size})`} stroke="var(--shade)" opacity="0.8">
        {paths.map(({ number, path, width }) => (
          <path key={number} d={path} strokeWidth={width + 6 * size} />
        ))}
        {squares.map(({ id, at, body }) => (
          <circle
            key={id}
            cx={at.x}
            cy={at.y}
            r={body.width * 0.62 + 2 * size}
            fill="var(--shade)"
            stroke="none"
          />
        ))}
      </g>
      {paths.map(({ number, path, width }) => (
        <path key={number} d={path} stroke="var(--stone)" strokeWidth={width + 6 * size} />
      ))}
      {squares.map(({ id, at, body }) => (
        <circle
          key={id}
          cx={at.x}
          cy={at.y}
          r={body.width * 0.62}
          fill="var(--stone)"
          stroke="var(--stone-side)"
          strokeWidth={2 * size}
        />
      ))}
      {paths.map(({ number, path, width }) => (
        <path key={number} d={path} stroke="var(--road)" strokeWidth={width} data-road={number} />
      ))}
      {paths.map(({ number, path, width }) => (
        <g key={number}>
          <path
            d={path}
            stroke="var(--road-line)"
            strokeWidth={Math.max(1, 1.5 * size)}
            strokeDasharray={`${width * 0.3} ${width * 0.34}`}
          />
        </g>
      ))}
    </g>
  );
});
