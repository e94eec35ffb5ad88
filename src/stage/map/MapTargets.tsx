import { useTranslation } from 'react-i18next';
import { pressed } from '../pressed';
import styles from '../Stage.module.css';
import { pathOf } from './mapRoad';
import type { Chosen, MapPlan, MapRoad, NodePlan } from './mapTypes';

interface MapTargetsProps {
  readonly plan: MapPlan;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Buttons over the roads and buildings of the map. */
export function MapTargets({ plan, chosen, onChoose }: MapTargetsProps) {
  const { t } = useTranslation();
  const toggle = (of: NonNullable<Chosen>): void =>
    onChoose(chosen?.kind === of.kind && chosen.id === of.id ? null : of);
  return (
    <g role="group" aria-label={t('map.places')}>
      {plan.roads.map((road) => (
        <RoadTarget
          key={road.link}
          road={road}
          plan={plan}
          isChosen={chosen?.kind === 'link' && chosen.id === road.link}
          onPress={() => toggle({ kind: 'link', id: road.link })}
        />
      ))}
      {plan.nodes.map((node) => (
        <NodeTarget
          key={node.id}
          node={node}
          isChosen={chosen !== null && chosen.kind === node.kind && chosen.id === node.id}
          onPress={() => toggle({ kind: node.kind, id: node.id })}
        />
      ))}
    </g>
  );
}

interface RoadTargetProps {
  readonly road: MapRoad;
  readonly plan: MapPlan;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

function RoadTarget({ road, plan, isChosen, onPress }: RoadTargetProps) {
  const { t } = useTranslation();
  const [from, to] = road.ends;
  return (
    <path
      d={pathOf(road.points)}
      className={styles['roadTarget']}
      strokeWidth={Math.max(road.width, 24)}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={t('map.road', { from: plan.nodes[from]!.id, to: plan.nodes[to]!.id })}
      data-link={road.link}
      onClick={onPress}
      onKeyDown={pressed(onPress)}
    />
  );
}

interface NodeTargetProps {
  readonly node: NodePlan;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

function NodeTarget({ node, isChosen, onPress }: NodeTargetProps) {
  const { t } = useTranslation();
  const { kind, id, address, programs, isNat, box } = node;
  const parts = [
    t(`map.${kind}`, { id, address }),
    ...programs.map((program) => t(`map.program.${program}`)),
    ...(isNat ? ['NAT'] : []),
  ];
  return (
    <rect
      {...box}
      rx={8}
      className={styles['nodeTarget']}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={parts.join(', ')}
      data-place={id}
      onClick={onPress}
      onKeyDown={pressed(onPress)}
    />
  );
}
