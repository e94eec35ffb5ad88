import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { NEAREST, zoomOf } from './camera';
import type { CameraMoves } from './cameraMoves';
import { type Camera, useCameraFact } from './cameraStore';
import { Crumbs } from './Crumbs';
import type { Lens } from './lens';
import { LensControl } from './LensControl';
import type { PacketFocus } from './packetFocus';
import type { TownPlan } from './plan';
import styles from './StageTools.module.css';

interface StageToolsProps {
  readonly camera: Camera;
  readonly moves: CameraMoves;
  readonly plan: TownPlan;
  readonly onLens: (lens: Lens) => void;
  /** What can be done with the chosen packet; null when none is. */
  readonly focus: PacketFocus | null;
  /** Further tools. */
  readonly children?: ReactNode;
}

/** What changes how the stage is looked at, in the sky between the buildings, where nothing happens. */
export function StageTools(props: StageToolsProps): ReactNode {
  const { camera, moves, plan, onLens, focus, children } = props;
  const { t } = useTranslation();
  const isFarthest = useCameraFact(camera, ({ goal }) => zoomOf(goal, plan) <= 1);
  const isNearest = useCameraFact(camera, ({ goal }) => zoomOf(goal, plan) > NEAREST * 0.999);
  const isWide = plan.shape === 'wide';
  const { x, width } = plan.client.roof;
  const { out, near } = { out: t('camera.zoomOut'), near: t('camera.zoomIn') };
  return (
    <div
      className={styles['tools']}
      data-shape={plan.shape}
      data-part="tools"
      data-layer
      style={isWide ? { left: x + width + 6, maxWidth: plan.width - x - width - 12 } : undefined}
    >
      <div className={styles['group']} role="group" aria-label={t('camera.label')}>
        <Button
          look="quiet"
          shape="icon"
          aria-label={out}
          title={out}
          disabled={isFarthest}
          onClick={moves.zoomOut}
        >
          <Icon name="minus" />
        </Button>
        <Button
          look="quiet"
          shape="icon"
          aria-label={near}
          title={near}
          disabled={isNearest}
          onClick={moves.zoomIn}
        >
          <Icon name="plus" />
        </Button>
      </div>
      <LensControl lens={plan.lens} onLens={onLens} />
      {children}
      {focus && <FocusTools focus={focus} />}
      {!isFarthest && <Crumbs camera={camera} plan={plan} isInside={focus?.isInside === true} />}
    </div>
  );
}

function FocusTools({ focus }: { readonly focus: PacketFocus }): ReactNode {
  const { t } = useTranslation();
  const { isFollowing, isInside, toggleFollow, toggleInside } = focus;
  const [follow, inside] = [t('envelopes.follow'), t('envelopes.inside')];
  return (
    <div className={styles['group']} role="group" aria-label={t('envelopes.label')}>
      <Button
        look="quiet"
        shape="icon"
        aria-label={follow}
        aria-pressed={isFollowing}
        title={follow}
        onClick={toggleFollow}
      >
        <Icon name="target" />
      </Button>
      <Button
        look="quiet"
        shape="icon"
        aria-label={inside}
        aria-pressed={isInside}
        title={inside}
        onClick={toggleInside}
      >
        <Icon name="envelope" />
      </Button>
    </div>
  );
}
