import { memo } from 'react';
import type { TownPlan } from '../plan';
import { Host } from './Host';
import { Legend } from './Legend';
import { LinkLines } from './LinkLines';
import { RouterSymbol } from './RouterSymbol';

/** The same places without the metaphor: hosts, ports, links and routers as a textbook draws them. Drawn once. */
export const ProtocolTown = memo(function ProtocolTown({ plan }: { readonly plan: TownPlan }) {
  const { width, height, unit } = plan;
  const step = 22 * unit;
  return (
    <g>
      <defs>
        <pattern id="protocol-paper" width={step} height={step} patternUnits="userSpaceOnUse">
          <rect width={step} height={step} fill="var(--surface)" />
          <path d={`M${step} 0V${step}H0`} fill="none" stroke="var(--line)" strokeOpacity="0.45" />
        </pattern>
      </defs>
      <rect width={width} height={height} fill="url(#protocol-paper)" />
      {plan.roads.map((road) => (
        <LinkLines key={road.lane} road={road} plan={plan} />
      ))}
      {plan.offices.map((office) => (
        <RouterSymbol key={office.router} office={office} plan={plan} />
      ))}
      <Legend plan={plan} />
      <Host building={plan.client} plan={plan} />
      <Host building={plan.server} plan={plan} />
    </g>
  );
});
