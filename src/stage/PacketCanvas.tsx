import { type MouseEvent, useLayoutEffect, useRef } from 'react';
import type { PacketRef } from '../trace/run';
import { stagePoint } from './camera';
import type { Camera } from './cameraStore';
import { packetNear, paintPackets, type Palette } from './paintPackets';
import type { TownPlan } from './plan';
import { pointing } from './pointing';
import type { SceneStore } from './sceneStore';
import styles from './Stage.module.css';

interface PacketCanvasProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
  readonly camera: Camera;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
}

/** Beyond this a screen's extra pixels cost more than they show. */
const MOST_PIXELS_PER_PIXEL = 2;

/** Packets as one picture, drawn anew at each render step: for more than single elements can carry. */
export function PacketCanvas({ store, plan, camera, onSelect, onHover }: PacketCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return undefined;
    const ratio = Math.min(MOST_PIXELS_PER_PIXEL, window.devicePixelRatio);
    element.width = Math.round(plan.width * ratio);
    element.height = Math.round(plan.height * ratio);
    const palette = paletteOf(element);
    const draw = (): void => {
      const view = camera.view;
      const scale = (ratio * plan.width) / view.width;
      context.setTransform(scale, 0, 0, scale, -view.x * scale, -view.y * scale);
      paintPackets(context, store.get().packets, plan, palette);
    };
    draw();
    const stops = [store.subscribe(draw), camera.subscribe(draw)];
    return () => stops.forEach((stop) => stop());
  }, [store, plan, camera]);
  const refAt = (event: MouseEvent<HTMLCanvasElement>): PacketRef | null => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const view = camera.view;
    const point = stagePoint(view, plan, { x: event.clientX - left, y: event.clientY - top });
    const packet = packetNear(store.get().packets, point, view.width / plan.width);
    return packet && { lane: packet.lane, packet: packet.packet };
  };
  return (
    <canvas
      ref={canvas}
      className={styles['crowd']}
      aria-hidden="true"
      {...pointing({ refAt, onSelect, onHover })}
    />
  );
}

function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const value = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    tcp: value('tcp'),
    udp: value('udp'),
    ack: value('ack'),
    loss: value('loss'),
    icmp: value('icmp'),
    card: value('card'),
  };
}
