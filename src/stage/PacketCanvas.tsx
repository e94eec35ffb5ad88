import { type PointerEvent, useLayoutEffect, useRef } from 'react';
import type { PacketRef } from '../trace/run';
import { packetNear, paintPackets, type Palette } from './paintPackets';
import type { TownPlan } from './plan';
import type { SceneStore } from './sceneStore';
import styles from './Stage.module.css';

interface PacketCanvasProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
}

/** Beyond this a screen's extra pixels cost more than they show. */
const MOST_PIXELS_PER_PIXEL = 2;

/** Packets as one picture, drawn anew at each render step: for more than single elements can carry. */
export function PacketCanvas({ store, plan, onSelect, onHover }: PacketCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return undefined;
    const ratio = Math.min(MOST_PIXELS_PER_PIXEL, window.devicePixelRatio);
    element.width = Math.round(plan.width * ratio);
    element.height = Math.round(plan.height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const palette = paletteOf(element);
    const draw = (): void => paintPackets(context, store.get().packets, plan, palette);
    draw();
    return store.subscribe(draw);
  }, [store, plan]);
  const refAt = (event: PointerEvent<HTMLCanvasElement>): PacketRef | null => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const packet = packetNear(store.get().packets, event.clientX - left, event.clientY - top);
    return packet && { lane: packet.lane, packet: packet.packet };
  };
  return (
    <canvas
      ref={canvas}
      className={styles['crowd']}
      aria-hidden="true"
      onPointerMove={(event) => onHover(refAt(event))}
      onPointerLeave={() => onHover(null)}
      onPointerUp={(event) => onSelect(refAt(event))}
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
