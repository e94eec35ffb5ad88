import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NEAREST, zoomOf } from './camera';
import type { CameraMoves } from './cameraMoves';
import { type Camera, useCameraFact } from './cameraStore';
import type { Lens } from './lens';
import { LensControl } from './LensControl';
import type { PacketFocus } from './packetFocus';
import type { Sheet } from './plan';
import styles from './StageTools.module.css';
import { Tool } from './Tool';

interface StageToolsProps {
  readonly camera: Camera;
  readonly moves: CameraMoves;
  readonly plan: Sheet;
  /** The part of the stage's width that they may take, from its left edge; the whole where it is left out. */
  readonly between?: readonly [number, number];
  /** Where one looks, while that is not everywhere. */
  readonly where?: ReactNode;
  readonly onLens: (lens: Lens) => void;
  /** What can be done with the chosen packet; null when none is. */
  readonly focus: PacketFocus | null;
  /** Further tools. */
  readonly children?: ReactNode;
}

/** On a narrower stage, or where it is so few letters wide, the sky is too small for words. */
const ROOMY = 1560;
const ROOMY_LETTERS = 60;

/** What changes how the stage is looked at, in the sky between the buildings, where nothing happens. */
export function StageTools(props: StageToolsProps): ReactNode {
  const { camera, moves, plan, onLens, focus, between, where, children } = props;
  const { t } = useTranslation();
  const isFarthest = useCameraFact(camera, ({ goal }) => zoomOf(goal, plan) <= 1);
  const isNearest = useCameraFact(camera, ({ goal }) => zoomOf(goal, plan) > NEAREST * 0.999);
  const [left, right] = between ?? [8, plan.width - 8];
  return (
    <div
      className={styles['tools']}
      data-shape={plan.shape}
      data-room={plan.width < Math.max(ROOMY, ROOMY_LETTERS * plan.font.small) ? 'little' : undefined}
      data-part="tools"
      data-focus={focus !== null || undefined}
      data-layer
      style={plan.shape === 'wide' ? { left, right: isFarthest ? plan.width - right : 12 } : undefined}
    >
      <div className={styles['group']} role="group" aria-label={t('camera.label')}>
        <Tool icon="minus" name={t('camera.zoomOut')} isOff={isFarthest} onPress={moves.zoomOut} />
        <Tool icon="plus" name={t('camera.zoomIn')} isOff={isNearest} onPress={moves.zoomIn} />
      </div>
      <LensControl lens={plan.lens} onLens={onLens} />
      {children}
      {!isFarthest && where}
      {focus && <FocusTools focus={focus} />}
    </div>
  );
}

function FocusTools({ focus }: { readonly focus: PacketFocus }): ReactNode {
  const { t } = useTranslation();
  const { isFollowing, isInside, toggleFollow, toggleInside } = focus;
  return (
    <div className={`${styles['group']} ${styles['focus']}`} role="group" aria-label={t('envelopes.label')}>
      <Tool icon="target" name={t('envelopes.follow')} isOn={isFollowing} onPress={toggleFollow} />
      <Tool icon="envelope" name={t('envelopes.inside')} isOn={isInside} onPress={toggleInside} />
    </div>
  );
}
