import { cardSprites } from './cardSprites';
import type { PacketPainter } from './PacketPicture';
import { packetNear, paintPackets } from './paintPackets';
import { type Pixels, paintSwarm } from './paintSwarm';
import { nearestInSwarm } from './swarm';

/** Some hundred packets, each as its card. */
export const CROWD_PAINTER: PacketPainter = {
  name: 'crowd',
  mostPixelsPerPixel: 2,
  begin({ context, plan, ratio, colour, again }) {
    const sprites = cardSprites(plan, {
      tcp: colour('tcp'),
      udp: colour('udp'),
      ack: colour('ack'),
      loss: colour('loss'),
      icmp: colour('icmp'),
      dns: colour('dns'),
      card: colour('card'),
    });
    return ({ packets }, view) => {
      const scale = (ratio * plan.width) / view.width;
      context.setTransform(scale, 0, 0, scale, -view.x * scale, -view.y * scale);
      paintPackets({ context, plan, sprites, scale, again }, packets);
    };
  },
  refNear({ packets }, point, reach) {
    const near = packetNear(packets, point, reach);
    return near && { lane: near.lane, packet: near.packet };
  },
};

/** A dot's side in CSS px, seen from afar. */
const DOT = 4;

/** Hundreds of packets and more, as dots. */
export const SWARM_PAINTER: PacketPainter = {
  name: 'swarm',
  mostPixelsPerPixel: 1.5,
  begin({ context, plan, ratio, colour }) {
    const { width, height } = context.canvas;
    const picture = new ImageData(width, height) as ImageData & Pixels;
    const rgb = (token: string): readonly [number, number, number] => {
      const value = Number.parseInt(colour(token).slice(1), 16);
      return [(value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
    };
    const palette = {
      tcp: rgb('tcp'),
      udp: rgb('udp'),
      ack: rgb('ack'),
      icmp: rgb('icmp'),
      loss: rgb('loss'),
    };
    return ({ swarm }, view) => {
      if (!swarm) return;
      const scale = (ratio * plan.width) / view.width;
      const side = Math.max(2, Math.round(DOT * plan.unit * ratio * Math.sqrt(plan.width / view.width)));
      paintSwarm(picture, swarm, palette, { scale, shiftX: -view.x * scale, shiftY: -view.y * scale }, side);
      context.putImageData(picture, 0, 0);
    };
  },
  refNear({ swarm }, point, reach) {
    const place = swarm ? nearestInSwarm(swarm, point, reach) : -1;
    return swarm && place >= 0 ? { lane: swarm.lane[place]!, packet: swarm.packet[place]! } : null;
  },
};
