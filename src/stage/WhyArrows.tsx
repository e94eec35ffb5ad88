import { useCallback } from 'react';
import type { WhyStep } from '../trace/whyStep';
import type { TownPlan } from './plan';
import type { Scene } from './sceneTypes';
import { whyMarks } from './whyMarks';
import { WhyPicture, type WhyPictureProps } from './WhyPicture';

/** The answer to a why on the street. */
export function WhyArrows(props: WhyPictureProps<Scene> & { readonly plan: TownPlan }) {
  const { run, plan } = props;
  const marksOf = useCallback((steps: readonly WhyStep[]) => whyMarks(run, plan, steps), [run, plan]);
  return <WhyPicture {...props} sheet={plan} marksOf={marksOf} bow="up" />;
}
