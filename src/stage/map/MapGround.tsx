import { memo } from 'react';
import type { MapPlan } from './mapTypes';

/** Grass, meadows and water under the roads. */
export const MapGround = memo(function MapGround({ plan }: { readonly plan: MapPlan }) {
  const { width, height } = plan;
  return <rect width={width} height={height} fill="var(--lawn)" />;
});
