import { type MouseEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Camera } from './cameraStore';
import type { Sheet } from './plan';
import styles from './Stage.module.css';
import { type Nearer, useCameraGestures } from './useCameraGestures';

interface GroundProps {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly camera: Camera;
  readonly plan: Sheet;
  readonly isZoomed: boolean;
  /** Details can be told apart. */
  readonly isNear: boolean;
  /** Where a click leads. */
  readonly nearer: Nearer;
  readonly onContextMenu?: (event: MouseEvent<HTMLElement>) => void;
  readonly children: ReactNode;
}

/** What is pressed where nothing else is; while only a part of the town is seen, the keyboard can go there to move it. */
export function Ground({
  root,
  camera,
  plan,
  isZoomed,
  isNear,
  nearer,
  onContextMenu,
  children,
}: GroundProps) {
  const { t } = useTranslation();
  const gestures = { ...useCameraGestures(root, camera, plan, nearer), onContextMenu };
  return (
    <div
      ref={root}
      className={styles['ground']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrows move the view there, as they scroll a text
      tabIndex={isZoomed ? 0 : -1}
      data-keys={isZoomed ? 'pan' : undefined}
      data-near={isNear || undefined}
      data-lens={plan.lens}
      role="group"
      aria-label={t('camera.ground')}
      {...gestures}
    >
      {children}
    </div>
  );
}
