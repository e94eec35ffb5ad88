import { cardSize } from './card';
import { type Box, clamp, type Sheet } from './plan';
import type { ScenePacket, SceneScar } from './sceneTypes';

/** With more cards than these, labels are left away anyway. */
const MOST_COMPARED = 80;
/** Writing keeps so many px from the edges of the stage. */
const EDGE = 4;

/** Where a packet's card lies, without its tilt. */
export function cardBox(
  { face, detail, x, y, scale }: Pick<ScenePacket, 'face' | 'detail' | 'x' | 'y' | 'scale'>,
  plan: Sheet,
): Box {
  const size = cardSize(face, detail, plan);
  const width = size.width * scale;
  const height = size.height * scale;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/**
 * Hides the writing of cards that lie under others: of two that overlap the later one, which is drawn on top, keeps
 * its label. Data cards first give up their second line.
 */
export function separate(packets: readonly ScenePacket[], plan: Sheet): readonly ScenePacket[] {
  if (packets.length > MOST_COMPARED) return packets;
  const above: Box[] = [];
  const kept = packets.toReversed().map((packet) => {
    const shown = fitted(packet, above, plan);
    above.push(cardBox(shown, plan));
    return shown;
  });
  return kept.toReversed();
}

function fitted(packet: ScenePacket, above: readonly Box[], plan: Sheet): ScenePacket {
  if (packet.detail === 'dot' || isFree(packet, above, plan)) return packet;
  const short = { ...packet, detail: 'short' } as const;
  return isFree(short, above, plan) ? short : { ...packet, detail: 'dot' };
}

function isFree(packet: ScenePacket, above: readonly Box[], plan: Sheet): boolean {
  const box = cardBox(packet, plan);
  return above.every((other) => !overlap(box, other));
}

/** A loss is named beside its ✕ unless a card lies there. */
export function hideCoveredNames(
  scars: readonly SceneScar[],
  packets: readonly ScenePacket[],
  plan: Sheet,
): readonly SceneScar[] {
  return scars.map((scar) => {
    const box = scar.isNamed ? scarNameBox(scar, plan) : null;
    if (!box || packets.every((packet) => !overlap(box, cardBox(packet, plan)))) return scar;
    return { ...scar, isNamed: false };
  });
}

/** Where the name of a loss stands: below or above it, as wide as its words may be in any language. */
export function scarNameBox({ x, nameTop }: Pick<SceneScar, 'x' | 'nameTop'>, plan: Sheet): Box {
  const width = plan.font.small * 7.4;
  return { x: leftWithin(x, width, plan), y: nameTop, width, height: plan.font.small * 1.5 };
}

/** Where something so wide begins whose middle is at `x`, or as near to that as the edges of the stage let it be. */
export function leftWithin(x: number, width: number, stage: Pick<Sheet, 'width'>): number {
  return clamp(x - width / 2, EDGE, Math.max(EDGE, stage.width - EDGE - width));
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
