import { cardSize } from './card';
import type { Box, TownPlan } from './plan';
import type { ScenePacket } from './sceneTypes';

/** With more cards than these, labels are left away anyway. */
const MOST_COMPARED = 80;

/** Where a packet's card lies, without its tilt. */
export function cardBox({ face, detail, x, y }: ScenePacket, plan: TownPlan): Box {
  const { width, height } = cardSize(face, detail, plan);
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/**
 * Hides the writing of cards that lie under others: of two that overlap the later one, which is drawn on top, keeps
 * its label. Data cards first give up their second line.
 */
export function separate(packets: readonly ScenePacket[], plan: TownPlan): readonly ScenePacket[] {
  if (packets.length > MOST_COMPARED) return packets;
  const kept: ScenePacket[] = [];
  for (const packet of packets.toReversed()) kept.push(fitted(packet, kept, plan));
  return kept.toReversed();
}

function fitted(packet: ScenePacket, above: readonly ScenePacket[], plan: TownPlan): ScenePacket {
  if (packet.detail === 'dot' || isFree(packet, above, plan)) return packet;
  const short = { ...packet, detail: 'short' } as const;
  return isFree(short, above, plan) ? short : { ...packet, detail: 'dot' };
}

function isFree(packet: ScenePacket, above: readonly ScenePacket[], plan: TownPlan): boolean {
  const box = cardBox(packet, plan);
  return above.every((other) => !overlap(box, cardBox(other, plan)));
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
