import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { pressed } from '../pressed';
import styles from '../Stage.module.css';
import type { NodePlan } from './mapTypes';
import type { BuildingHands } from './useBuildingHands';

interface NodeTargetProps {
  readonly node: NodePlan;
  /** Its number among all targets. */
  readonly target: number;
  readonly isStop: boolean;
  readonly isChosen: boolean;
  /** A road is begun here. */
  readonly isJoining: boolean;
  readonly onPress: () => void;
  readonly onPoint: (isPointed: boolean) => void;
  readonly onFocus: () => void;
  /** Only while somebody builds. */
  readonly hands: BuildingHands | null;
}

/** Fingers are this wide, in CSS pixels. */
const FINGER = 44;
/** Where the handle is pressed lies so far out that it leaves the middle of the smallest house free. */
const ASIDE = 8;

/** A building as a button, and the handle from which a road is drawn to another one. */
export function NodeTarget(props: NodeTargetProps) {
  const { node, target, isStop, isChosen, isJoining, onPress, onPoint, onFocus, hands } = props;
  const { box, body } = node;
  const name = useNodeName(node, hands !== null);
  const keyed = (event: KeyboardEvent<SVGElement>): void => {
    if (hands?.keyed(event, node)) {
      event.preventDefault();
      event.stopPropagation();
    } else pressed(onPress)(event);
  };
  // Beside the walls: what is written below them stays free.
  const corner = { x: box.x + box.width - 2, y: body.y + body.height - 6 };
  return (
    <g className={styles['nodeGroup']} data-chosen={isChosen || isJoining || undefined}>
      <rect
        {...atLeastFinger(box)}
        rx={8}
        className={styles['nodeTarget']}
        role="button"
        tabIndex={isStop ? 0 : -1}
        aria-pressed={isChosen}
        aria-label={name}
        data-target={target}
        data-place={node.id}
        onPointerEnter={() => onPoint(true)}
        onPointerLeave={() => onPoint(false)}
        onFocus={() => {
          onFocus();
          onPoint(true);
        }}
        onBlur={() => onPoint(false)}
        onClick={(event) => {
          if (!hands?.wasDragged()) onPress();
          event.stopPropagation();
        }}
        onKeyDown={keyed}
        {...hands?.dragging(node)}
      />
      {hands && (
        <g
          className={styles['joinHandle']}
          aria-hidden="true"
          // A finger that only presses means the house, which may be no larger than its handle.
          onClick={(event) => {
            if (!hands.wasDragged()) onPress();
            event.stopPropagation();
          }}
          {...hands.joiningFrom(node)}
        >
          <circle cx={corner.x + ASIDE} cy={corner.y + ASIDE} r={FINGER / 2} fill="transparent" />
          <circle cx={corner.x} cy={corner.y} r={10} fill="var(--focus)" stroke="#ffffff" strokeWidth={2} />
          <path
            d={`M${corner.x - 5} ${corner.y}h10M${corner.x} ${corner.y - 5}v10`}
            stroke="var(--surface)"
            strokeWidth={2.4}
            strokeLinecap="round"
          />
        </g>
      )}
    </g>
  );
}

function atLeastFinger({ x, y, width, height }: NodePlan['box']): NodePlan['box'] {
  const [wider, higher] = [Math.max(0, FINGER - width), Math.max(0, FINGER - height)];
  return { x: x - wider / 2, y: y - higher / 2, width: width + wider, height: height + higher };
}

/** What a building is, for those who do not see it. */
function useNodeName({ kind, id, address, programs, isNat }: NodePlan, isBuilding: boolean): string {
  const { t } = useTranslation();
  return [
    t(`map.${kind}`, { id, address }),
    ...programs.map((program) => t(`map.program.${program}`)),
    ...(isNat ? ['NAT'] : []),
    ...(isBuilding ? [t('map.buildHint')] : []),
  ].join(', ');
}
