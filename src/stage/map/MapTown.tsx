import { memo } from 'react';
import { MapGround } from './MapGround';
import { MapHost } from './MapHost';
import { MapRoads } from './MapRoads';
import { MapRouter } from './MapRouter';
import type { MapPlan } from './mapTypes';

/** The town without its people's business: drawn once for each size and language. */
export const MapTown = memo(function MapTown({ plan }: { readonly plan: MapPlan }) {
  // What stands lower on the map stands before what is behind it.
  const inOrder = plan.nodes.toSorted((a, b) => a.box.y + a.box.height - b.box.y - b.box.height);
  return (
    <g>
      <MapGround plan={plan} />
      <MapRoads plan={plan} />
      {inOrder.map((node) =>
        node.kind === 'host' ? (
          <MapHost key={node.id} node={node} plan={plan} />
        ) : (
          <MapRouter key={node.id} node={node} plan={plan} />
        ),
      )}
    </g>
  );
});
