import { cardLabel, cardSize } from './card';
import type { Point, TownPlan } from './plan';
import type { ScenePacket } from './sceneTypes';

/** Colours as the canvas needs them: names of tokens become values. */
export type Palette = Readonly<Record<'tcp' | 'udp' | 'ack' | 'loss' | 'icmp' | 'card', string>>;

const LABELS_UP_TO = 300;
const INK = { tcp: '#ffffff', udp: '#000000' } as const;

/** Draws packets as plain cards, for more of them than single elements could carry, through the context's transform. */
export function paintPackets(
  context: CanvasRenderingContext2D,
  packets: readonly ScenePacket[],
  plan: TownPlan,
  palette: Palette,
): void {
  context.clearRect(0, 0, plan.width, plan.height);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const hasLabels = packets.length <= LABELS_UP_TO;
  for (const packet of packets) paintPacket(context, packet, plan, palette, hasLabels);
  context.globalAlpha = 1;
}

function paintPacket(
  context: CanvasRenderingContext2D,
  packet: ScenePacket,
  plan: TownPlan,
  palette: Palette,
  hasLabel: boolean,
): void {
  const { face, transport, x, y, opacity } = packet;
  const detail = packet.detail === 'full' ? 'short' : packet.detail;
  const { width, height } = cardSize(face, detail, plan);
  const isStub = face.paper === 'stub';
  context.globalAlpha = opacity;
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, 3 * plan.unit);
  context.fillStyle = isStub ? palette.card : colourOf(packet, palette);
  context.fill();
  context.lineWidth = 1.5 * plan.unit;
  context.strokeStyle = packet.isDamaged ? palette.loss : isStub ? palette.ack : palette.card;
  context.stroke();
  if (!hasLabel || detail === 'dot') return;
  const { number, main } = cardLabel(face, detail, plan);
  context.font = `700 ${plan.font.small}px 'Pretendard Variable', sans-serif`;
  context.fillStyle = isStub ? '#00664a' : face.paper === 'slip' ? '#000000' : INK[transport];
  context.fillText(number === '' ? main : number, x, y);
}

function colourOf({ face, transport }: ScenePacket, palette: Palette): string {
  if (face.paper === 'slip') return palette.icmp;
  if (face.signal === 'RST') return palette.loss;
  return palette[transport];
}

/** Fingers need this many pixels around a point. */
const REACH = 22;

/** The packet under a point of the stage: the nearest, if near enough. A pixel shows `perPixel` px of the stage. */
export function packetNear(
  packets: readonly ScenePacket[],
  { x, y }: Point,
  perPixel: number,
): ScenePacket | null {
  let nearest: ScenePacket | null = null;
  let least = (REACH * perPixel) ** 2;
  for (const packet of packets) {
    const distance = (packet.x - x) ** 2 + (packet.y - y) ** 2;
    if (distance <= least) {
      nearest = packet;
      least = distance;
    }
  }
  return nearest;
}
