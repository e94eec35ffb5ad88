import { useCallback } from 'react';
import type { WhyStep } from '../../trace/whyStep';
import { WhyPicture, type WhyPictureProps } from '../WhyPicture';
import type { MapScene } from './mapScene';
import type { MapPlan } from './mapTypes';
import { mapWhyMarks } from './mapWhyMarks';

/** The answer to a why on the map. */
export function MapWhy(props: WhyPictureProps<MapScene> & { readonly plan: MapPlan }) {
  const { run, plan } = props;
  const marksOf = useCallback((steps: readonly WhyStep[]) => mapWhyMarks(run, plan, steps), [run, plan]);
  return <WhyPicture {...props} sheet={plan} marksOf={marksOf} bow="left" />;
}
