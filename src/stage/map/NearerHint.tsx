import { useTranslation } from 'react-i18next';
import { zoomOf } from '../camera';
import { type Camera, useCameraFact } from '../cameraStore';
import tools from '../StageTools.module.css';
import type { MapPlan } from './mapTypes';

interface NearerHintProps {
  readonly camera: Camera;
  readonly plan: MapPlan;
}

/** Under a finger, while a town is so crowded that its addresses cannot be read from afar: how they can. */
export function NearerHint({ camera, plan }: NearerHintProps) {
  const { t } = useTranslation();
  const isFar = useCameraFact(camera, ({ goal }) => zoomOf(goal, plan) <= 1);
  if (plan.hasSigns || !isFar) return null;
  return (
    <p className={tools['hint']} data-shape={plan.shape} data-layer>
      <span>{t('map.nearer.once')}</span> <span>{t('map.nearer.twice')}</span>
    </p>
  );
}
