import { memo } from 'react';
import { Building } from './Building';
import { Landscape } from './Landscape';
import type { TownPlan } from './plan';
import { Offices } from './Offices';
import { Arches, Roads } from './Roads';

/** The town without its people's business: drawn once for each size and language. */
export const Town = memo(function Town({ plan }: { readonly plan: TownPlan }) {
  return (
    <g>
      <Landscape plan={plan} />
      <Arches plan={plan} />
      <g data-seen="internet link">
        <Offices plan={plan} />
      </g>
      <g data-seen="transport internet link">
        <Roads plan={plan} />
      </g>
      <Building building={plan.client} plan={plan} />
      <Building building={plan.server} plan={plan} />
    </g>
  );
});
