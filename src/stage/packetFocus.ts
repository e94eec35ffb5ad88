import { useCallback, useEffect, useLayoutEffect, useMemo } from 'react';
import type { PacketRef } from '../trace/run';
import { useBack } from '../ui/backStack';
import { centredOn, NEAREST, zoomOf } from './camera';
import { type Camera, useCameraFact } from './cameraStore';
import type { Box, Point } from './plan';
import type { SceneStore } from './sceneStore';
import type { PacketScene } from './sceneTypes';
import type { Size } from '../ui/useSize';

/** The camera and the chosen packet. */
export interface PacketFocus {
  readonly isFollowing: boolean;
  /** So near to the chosen packet that it is opened. */
  readonly isInside: boolean;
  readonly toggleFollow: () => void;
  readonly toggleInside: () => void;
}

/** From here on a chosen packet in sight is opened. */
const INSIDE_FROM = 6;
const INSIDE = NEAREST * 0.7;
/** A packet is followed from at least so near. */
const FOLLOW = 2;

/** Lets the camera follow the chosen packet, and go into it. */
export function usePacketFocus(
  camera: Camera,
  store: SceneStore<PacketScene>,
  plan: Size,
  selected: PacketRef | null,
  outwards: () => void,
): PacketFocus {
  const key = selected && `${selected.lane}:${selected.packet}`;
  const place = useCallback((): Point | null => placeOf(store, key), [store, key]);
  const follow = useCallback(
    (zoom: number): void => {
      camera.follow(() => {
        const at = place();
        return at && centredOn(at, plan.width / zoom, plan);
      });
    },
    [camera, place, plan],
  );
  useLayoutEffect(() => store.subscribe(() => camera.keepUp()), [store, camera]);
  const isFollowing = useCameraFact(camera, (one) => key !== null && one.isFollowing);
  const isInside = useCameraFact(camera, ({ goal, isFollowing: goesAlong }) => {
    if (key === null || zoomOf(goal, plan) < INSIDE_FROM) return false;
    return goesAlong || isIn(goal, place());
  });
  useGoingAlong(camera, plan, key, isInside, follow);
  useBack(isInside, outwards);
  return useMemo(
    () => ({
      isFollowing,
      isInside,
      toggleFollow() {
        if (camera.isFollowing) camera.letGo();
        else follow(Math.max(FOLLOW, zoomOf(camera.goal, plan)));
      },
      toggleInside() {
        if (isInside) outwards();
        else if (key !== null) follow(INSIDE);
      },
    }),
    [isFollowing, isInside, camera, follow, plan, outwards, key],
  );
}

/** Where a packet is drawn now; null when it is not on the stage. */
export function placeOf(store: SceneStore<PacketScene>, key: string | null): Point | null {
  return store.get().packets.find((packet) => packet.key === key) ?? null;
}

function useGoingAlong(
  camera: Camera,
  plan: Size,
  key: string | null,
  isInside: boolean,
  follow: (zoom: number) => void,
): void {
  // Another packet was chosen, or none: the camera stays where it is, or goes along with the new one.
  useEffect(() => {
    if (!camera.isFollowing) return;
    if (key === null) camera.letGo();
    else follow(zoomOf(camera.goal, plan));
  }, [camera, key, follow, plan]);
  // Who went in by wheel or finger goes along, too.
  useEffect(() => {
    if (isInside && !camera.isFollowing) follow(zoomOf(camera.goal, plan));
  }, [isInside, camera, follow, plan]);
}

function isIn({ x, y, width, height }: Box, point: Point | null): boolean {
  return (
    point !== null &&
    Math.abs(point.x - x - width / 2) < width / 2 &&
    Math.abs(point.y - y - height / 2) < height / 2
  );
}
