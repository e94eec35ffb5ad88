import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { viewBoxOf } from './camera';
import type { Camera } from './cameraStore';

interface CameraLayerProps {
  readonly camera: Camera;
  readonly className: string | undefined;
  /** There is something to press in it; other layers are pictures only. */
  readonly isForAll?: boolean;
  readonly children: ReactNode;
}

/** A picture over the whole stage, seen through the camera. */
export function CameraLayer({ camera, className, isForAll = false, children }: CameraLayerProps): ReactNode {
  const root = useRef<SVGSVGElement>(null);
  useViewBox(root, camera);
  return (
    <svg ref={root} className={className} aria-hidden={!isForAll}>
      {children}
    </svg>
  );
}

/** Keeps a picture's `viewBox` where the camera looks: what is drawn grows without becoming coarse. */
export function useViewBox(root: RefObject<SVGSVGElement | null>, camera: Camera): void {
  useLayoutEffect(() => {
    const write = (): void => root.current?.setAttribute('viewBox', viewBoxOf(camera.view));
    write();
    return camera.subscribe(write);
  }, [root, camera]);
}
