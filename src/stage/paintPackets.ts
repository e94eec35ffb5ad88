import { cardLabel, cardSize } from './card';
import { counterWidth, stubTextX } from './cardShapes';
import type { Sprites } from './cardSprites';
import type { Point, Sheet } from './plan';
import type { ScenePacket } from './sceneTypes';

/** What paints a crowd of packets. */
export interface CrowdBrush {
  /** With the transform that brings px of the stage to pixels of the picture. */
  readonly context: CanvasRenderingContext2D;
  readonly plan: Sheet;
  readonly sprites: Sprites;
  /** Pixels of the picture for each px of the stage. */
  readonly scale: number;
  /** What the badge of a retransmission says. */
  readonly again: string;
}

const LABELS_UP_TO = 300;
const INK = '#17233b';
const LIGHT = '#ffffff';

/** Draws packets as cards that were painted ahead, for more of them than single elements could carry. */
export function paintPackets(brush: CrowdBrush, packets: readonly ScenePacket[]): void {
  const { context, plan } = brush;
  context.clearRect(0, 0, plan.width, plan.height);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const hasLabels = packets.length <= LABELS_UP_TO;
  for (const packet of packets) paintPacket(brush, packet, hasLabels);
  context.globalAlpha = 1;
}

function paintPacket(brush: CrowdBrush, packet: ScenePacket, hasLabel: boolean): void {
  const { context, plan } = brush;
  const { face, x, y, scale } = packet;
  const detail = packet.detail === 'full' ? 'short' : packet.detail;
  const size = cardSize(face, detail, plan);
  const sprite = brush.sprites({ ...packet, detail, size }, brush.scale);
  context.globalAlpha = packet.opacity;
  const [width, height] = [sprite.width * scale, sprite.height * scale];
  context.drawImage(sprite.image, x - width / 2, y - height / 2, width, height);
  if (!hasLabel || detail === 'dot') return;
  const { number, main } = cardLabel(face, detail, plan);
  const small = plan.font.small;
  const counter = counterWidth(face, small);
  const shift = { stub: stubTextX(size, counter, small), signal: small * 0.5 }[face.paper as string] ?? 0;
  write(brush, number === '' ? main : number, x + shift, y, inkOf(packet));
  if (counter > 0) paintCounter(brush, face.duplicateAck, x + size.width / 2 - counter * 0.52, y);
  const badge = face.again > 0 ? brush.again : face.isTwin ? '×2' : '';
  if (badge !== '') paintBadge(brush, badge, x - size.width / 2, y - size.height / 2);
}

function inkOf({ face: { paper, signal }, transport }: ScenePacket): string {
  if (paper === 'stub') return '#00664a';
  if (paper === 'slip' || paper === 'card' || paper === 'tag' || paper === 'box') return '#000000';
  if (signal === 'RST') return '#000000';
  return transport === 'udp' ? '#000000' : LIGHT;
}

/** Which repetition of the last receipt it is, light on dark. */
function paintCounter(brush: CrowdBrush, count: number, x: number, y: number): void {
  disc(brush, x, y, brush.plan.font.small * 0.68);
  brush.context.fillStyle = INK;
  brush.context.fill();
  write(brush, count > 9 ? '9+' : String(count), x, y, LIGHT);
}

/** Sent again, or made twice. */
function paintBadge(brush: CrowdBrush, text: string, x: number, y: number): void {
  const { context, plan } = brush;
  disc(brush, x, y, plan.font.small * 0.72);
  context.fillStyle = LIGHT;
  context.fill();
  context.strokeStyle = INK;
  context.lineWidth = 1.6 * plan.unit;
  context.stroke();
  write(brush, text, x, y, INK);
}

function disc({ context }: CrowdBrush, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

function write({ context, plan }: CrowdBrush, text: string, x: number, y: number, ink: string): void {
  context.font = `700 ${plan.font.small}px 'Pretendard Variable', sans-serif`;
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

/** The packet under a point of the stage: the nearest, at most `reach` px of the stage away. */
export function packetNear(
  packets: readonly ScenePacket[],
  { x, y }: Point,
  reach: number,
): ScenePacket | null {
  let nearest: ScenePacket | null = null;
  let least = reach ** 2;
  for (const packet of packets) {
    const distance = (packet.x - x) ** 2 + (packet.y - y) ** 2;
    if (distance <= least) {
      nearest = packet;
      least = distance;
    }
  }
  return nearest;
}
