import { useTranslation } from 'react-i18next';
import { pressed } from '../pressed';
import styles from '../Stage.module.css';
import { pathOf } from './mapRoad';
import type { MapPlan, MapRoad } from './mapTypes';

interface RoadTargetProps {
  readonly road: MapRoad;
  readonly plan: MapPlan;
  /** Its number among all targets. */
  readonly target: number;
  readonly isStop: boolean;
  readonly isChosen: boolean;
  readonly onPress: () => void;
  readonly onFocus: () => void;
}

/** A road as a button. */
export function RoadTarget(props: RoadTargetProps) {
  const { road, plan, target, isStop, isChosen, onPress, onFocus } = props;
  const { t } = useTranslation();
  const [from, to] = road.ends;
  return (
    <path
      d={pathOf(road.points)}
      className={styles['roadTarget']}
      strokeWidth={Math.max(road.width, 24)}
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={t('map.road', { from: plan.nodes[from]!.id, to: plan.nodes[to]!.id })}
      data-target={target}
      data-place={road.link}
      onFocus={onFocus}
      onClick={onPress}
      onKeyDown={pressed(onPress)}
    />
  );
}
