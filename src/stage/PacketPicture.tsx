import { type MouseEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketRef } from '../trace/run';
import { stagePoint } from './camera';
import type { Camera } from './cameraStore';
import type { Box, Point, Sheet } from './plan';
import { pointing } from './pointing';
import type { SceneStore } from './sceneStore';
import type { PacketScene } from './sceneTypes';
import styles from './Stage.module.css';

/** A picture that is about to be painted. */
export interface Ground {
  readonly context: CanvasRenderingContext2D;
  readonly plan: Sheet;
  /** Pixels of the picture for each CSS pixel. */
  readonly ratio: number;
  /** The value of the token of a colour. */
  readonly colour: (token: string) => string;
  /** What the badge of a retransmission says. */
  readonly again: string;
}

/** One way to paint many packets as one picture. */
export interface PacketPainter {
  readonly name: 'crowd' | 'swarm';
  /** Beyond this a screen's extra pixels cost more than they show. */
  readonly mostPixelsPerPixel: number;
  /** Readies what it paints with; what comes back paints a scene as the camera sees it. */
  readonly begin: (ground: Ground) => (scene: PacketScene, view: Box) => void;
  /** The packet at most `reach` px of the stage away from a point. */
  readonly refNear: (scene: PacketScene, point: Point, reach: number) => PacketRef | null;
}

interface PacketPictureProps {
  readonly painter: PacketPainter;
  readonly store: SceneStore<PacketScene>;
  readonly plan: Sheet;
  readonly camera: Camera;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
}

/** Fingers need this many pixels around a point. */
const REACH = 22;

/** Packets as one picture, painted anew at each render step: for more than single elements can carry. */
export function PacketPicture({ painter, store, plan, camera, onSelect, onHover }: PacketPictureProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return undefined;
    const ratio = Math.min(painter.mostPixelsPerPixel, window.devicePixelRatio);
    element.width = Math.round(plan.width * ratio);
    element.height = Math.round(plan.height * ratio);
    const style = getComputedStyle(element);
    const colour = (token: string): string => style.getPropertyValue(`--${token}`).trim();
    const paint = painter.begin({ context, plan, ratio, colour, again: t('stage.againBadge') });
    const draw = (): void => paint(store.get(), camera.view);
    draw();
    const stops = [store.subscribe(draw), camera.subscribe(draw)];
    return () => stops.forEach((stop) => stop());
  }, [painter, store, plan, camera, t]);
  const refAt = ({ currentTarget, clientX, clientY }: MouseEvent<HTMLCanvasElement>): PacketRef | null => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const { view } = camera;
    const point = stagePoint(view, plan, { x: clientX - left, y: clientY - top });
    return painter.refNear(store.get(), point, (REACH * view.width) / plan.width);
  };
  return (
    <canvas
      ref={canvas}
      className={styles['crowd']}
      aria-hidden="true"
      data-painter={painter.name}
      {...pointing({ refAt, onSelect, onHover })}
    />
  );
}
