import { type RefObject, useCallback, useMemo, useRef } from 'react';
import { useKeys } from '../playback/useKeys';
import type { PacketRef } from '../trace/run';
import { type View, zoomOf } from './camera';
import { cameraMoves, type CameraMoves, useCameraKeys } from './cameraMoves';
import { type Camera, useCamera, useCameraFact } from './cameraStore';
import { type Lens, LENSES } from './lens';
import { type PacketFocus, placeOf, usePacketFocus } from './packetFocus';
import type { Sheet } from './plan';
import type { SceneStore } from './sceneStore';
import type { PacketScene } from './sceneTypes';

/** How a picture of packets is looked at, and what moves that. */
export interface StageView {
  /** What is pressed where nothing else is. */
  readonly ground: RefObject<HTMLDivElement | null>;
  readonly camera: Camera;
  readonly moves: CameraMoves;
  /** Only a part of the stage is seen. */
  readonly isZoomed: boolean;
  /** Details can be told apart. */
  readonly isNear: boolean;
  readonly focus: PacketFocus;
}

interface StageViewOptions {
  readonly store: SceneStore<PacketScene>;
  readonly plan: Sheet;
  readonly selected: PacketRef | null;
  readonly lens: Lens;
  readonly onLens: (lens: Lens) => void;
  /** From so many times the whole stage on details can be told apart. */
  readonly near: number;
  /** The views of the places that a view looks into, from the outermost inwards. */
  readonly outer: (goal: View) => readonly View[];
}

/** The camera over a stage with its keys, those of the lens and those of the chosen packet. */
export function useStageView(options: StageViewOptions): StageView {
  const { store, plan, selected, lens, onLens, near, outer } = options;
  useKeys(
    useMemo(
      () => ({ nextLens: () => onLens(LENSES[(LENSES.indexOf(lens) + 1) % LENSES.length]!) }),
      [lens, onLens],
    ),
  );
  const ground = useRef<HTMLDivElement>(null);
  const camera = useCamera(plan);
  const key = selected && `${selected.lane}:${selected.packet}`;
  const moves = useMemo(
    () => cameraMoves(camera, plan, () => placeOf(store, key), outer),
    [camera, plan, store, key, outer],
  );
  const isZoomed = useCameraFact(camera, ({ goal }) => zoomOf(goal, plan) > 1);
  const isNear = useCameraFact(camera, ({ goal }) => zoomOf(goal, plan) > near);
  const focus = usePacketFocus(camera, store, plan, selected, moves.outwards);
  const { toggleInside } = focus;
  useKeys(useMemo(() => (selected ? { insidePacket: toggleInside } : {}), [selected, toggleInside]));
  useCameraKeys(
    camera,
    moves,
    plan,
    useCallback(() => takeFocus(ground.current), []),
  );
  return { ground, camera, moves, isZoomed, isNear, focus };
}

/** Who went nearer with a key goes on with keys: the arrows then move the view. */
function takeFocus(ground: HTMLElement | null): void {
  if (document.activeElement === document.body) ground?.focus({ preventScroll: true });
}
