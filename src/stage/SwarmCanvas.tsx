import { type MouseEvent, useLayoutEffect, useRef } from 'react';
import type { PacketRef } from '../trace/run';
import { stagePoint } from './camera';
import type { Camera } from './cameraStore';
import { type Pixels, paintSwarm, type SwarmPalette } from './paintSwarm';
import type { Point, TownPlan } from './plan';
import { pointing } from './pointing';
import type { SceneStore } from './sceneStore';
import styles from './Stage.module.css';
import { nearestInSwarm } from './swarm';

interface SwarmCanvasProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
  readonly camera: Camera;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
}

/** A screen's extra pixels cost a swarm more than they show. */
const MOST_PIXELS_PER_PIXEL = 1.5;
/** A dot's side in CSS px, seen from afar. */
const DOT = 4;
/** Fingers need this many pixels around a point. */
const REACH = 22;

/** Hundreds of packets and more, as dots: one picture, whose pixels are written anew at each render step. */
export function SwarmCanvas({ store, plan, camera, onSelect, onHover }: SwarmCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return undefined;
    const ratio = Math.min(MOST_PIXELS_PER_PIXEL, window.devicePixelRatio);
    element.width = Math.round(plan.width * ratio);
    element.height = Math.round(plan.height * ratio);
    const palette = paletteOf(element);
    const picture = new ImageData(element.width, element.height) as ImageData & Pixels;
    const draw = (): void => {
      const { swarm } = store.get();
      if (!swarm) return;
      const { x, y, width } = camera.view;
      const scale = (ratio * plan.width) / width;
      const side = Math.max(2, Math.round(DOT * plan.unit * ratio * Math.sqrt(plan.width / width)));
      paintSwarm(picture, swarm, palette, { scale, shiftX: -x * scale, shiftY: -y * scale }, side);
      context.putImageData(picture, 0, 0);
    };
    draw();
    const stops = [store.subscribe(draw), camera.subscribe(draw)];
    return () => stops.forEach((stop) => stop());
  }, [store, plan, camera]);
  const refAt = (event: MouseEvent<HTMLCanvasElement>): PacketRef | null =>
    refUnder(store, stagePoint(camera.view, plan, pointIn(event)), (REACH * camera.view.width) / plan.width);
  return (
    <canvas
      ref={canvas}
      className={styles['crowd']}
      aria-hidden="true"
      data-swarm
      {...pointing({ refAt, onSelect, onHover })}
    />
  );
}

function pointIn({ currentTarget, clientX, clientY }: MouseEvent<HTMLCanvasElement>): Point {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

function refUnder(store: SceneStore, point: Point, reach: number): PacketRef | null {
  const { swarm } = store.get();
  const place = swarm ? nearestInSwarm(swarm, point, reach) : -1;
  return swarm && place >= 0 ? { lane: swarm.lane[place]!, packet: swarm.packet[place]! } : null;
}

function paletteOf(element: Element): SwarmPalette {
  const style = getComputedStyle(element);
  const rgb = (name: string): readonly [number, number, number] => {
    const value = Number.parseInt(style.getPropertyValue(`--${name}`).trim().slice(1), 16);
    return [(value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
  };
  return { tcp: rgb('tcp'), udp: rgb('udp'), ack: rgb('ack'), icmp: rgb('icmp'), loss: rgb('loss') };
}
