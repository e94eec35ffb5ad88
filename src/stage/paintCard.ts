import type { Size } from '../ui/useSize';
import {
  BARE_EDGES,
  dotShape,
  fillName,
  FLAG_SHAPES,
  hatchShape,
  indexCardShape,
  lozengeShape,
  postcardShape,
  tickShape,
  tornShape,
} from './cardShapes';
import type { PacketFace } from './packetFace';
import type { Sheet } from './plan';
import type { ScenePacket } from './sceneTypes';

/** Colours as a picture needs them: names of tokens become values. */
export type Palette = Readonly<Record<ReturnType<typeof fillName>, string>>;

/** What of a packet its card in a crowd is painted from, but for the writing. */
export type CardLook = Pick<
  ScenePacket,
  'transport' | 'face' | 'detail' | 'isDamaged' | 'isMarked' | 'state'
> & { readonly size: Size };

const INK = '#17233b';
const EDGES = { postcard: '#7a5200', card: '#000000', slip: '#5e2a47', unknown: '#5e2a47' } as const;

/** Looks that are painted alike have the same key. */
export function lookKey({ face, transport, detail, size, isDamaged, isMarked, state }: CardLook): string {
  const marks = `${isDamaged ? 'd' : ''}${isMarked ? 'm' : ''}${state === 'late' ? 'l' : ''}`;
  const kind = `${face.paper}${face.signal ?? ''}${face.again > 0 ? 'a' : ''}${face.isTwin ? 't' : ''}`;
  return `${kind} ${transport} ${detail} ${marks} ${face.duplicateAck > 0 ? 'c' : ''}${Math.round(size.width)}`;
}

/** What paints one card: a context whose origin is the card's middle, in px of the stage. */
export interface CardBrush {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  readonly plan: Sheet;
  readonly palette: Palette;
}

/** Paints a packet's card without its writing: in the shapes of the elements that others are. */
export function paintCard(brush: CardBrush, look: CardLook): void {
  const { face, detail, size, isDamaged, isMarked, state, transport } = look;
  const { unit, font, card } = brush.plan;
  if (detail === 'dot') {
    const fill = brush.palette[fillName(face, transport)];
    paint(brush, dotShape(face, card.dot / 2), fill, brush.palette.card, 1.5 * unit);
  } else paintPaper(brush, look);
  if (face.isTwin) paint(brush, hatchShape(size), null, brush.palette.card, 1.5);
  if (isDamaged) paintDamage(brush, size);
  if (detail === 'dot') return;
  if (isMarked)
    at(brush, size.width / 2, -size.height / 2, () =>
      paint(brush, lozengeShape(font.small * 0.6), '#f0e442', INK, 1.4 * unit),
    );
  if (state === 'late')
    at(brush, size.width / 2 - 2 * unit, -size.height / 2, () => paintClock(brush, 7 * unit));
}

function paintPaper(brush: CardBrush, { face, transport, size }: CardLook): void {
  const { plan, palette, context } = brush;
  const { unit, font } = plan;
  const { paper, signal, again } = face;
  const fill = palette[fillName(face, transport)];
  if (again > 0) context.setLineDash([5 * unit, 3 * unit]);
  switch (paper) {
    case 'letter':
      // The dashes of a retransmission lie on a light edge.
      if (again > 0) paint(brush, rectangle(size, 2 * unit), palette.card, null, 0);
      paint(brush, rectangle(size), fill, again > 0 ? INK : palette.card, 2 * unit);
      break;
    case 'stub':
      paint(brush, rectangle(size), palette.card, palette.ack, 2 * unit);
      paint(brush, rectangle(size, -3 * unit), null, palette.ack, 0.8 * unit);
      paint(brush, tickShape(size, font.small), null, '#00664a', 2.2 * unit);
      break;
    case 'signal':
      paint(brush, rectangle(size), fill, palette.card, 1.5 * unit);
      break;
    case 'postcard':
      paint(brush, postcardShape(size, unit), fill, EDGES.postcard, 1.5 * unit);
      break;
    case 'card':
      paint(brush, indexCardShape(size, unit), fill, EDGES.card, 1.8 * unit);
      break;
    case 'tag':
    case 'box':
      paint(brush, rectangle(size), palette.card, BARE_EDGES[paper], (paper === 'tag' ? 2 : 3.5) * unit);
      break;
    case 'slip':
    case 'unknown':
      context.setLineDash([4 * unit, 3 * unit]);
      paint(brush, rectangle(size), palette.icmp, EDGES[paper], 1.8 * unit);
      break;
  }
  context.setLineDash([]);
  if (signal !== null) paintFlag(brush, face, size);
}

function paintFlag(brush: CardBrush, { signal, paper }: PacketFace, size: Size): void {
  const { unit, font } = brush.plan;
  const isLetter = paper === 'letter';
  const x = isLetter ? size.width / 2 + 2 * unit : -size.width / 2 + font.small * 0.78;
  at(brush, x, isLetter ? -size.height / 2 - 4 * unit : -7 * unit, () => {
    brush.context.scale(unit, unit);
    paint(brush, FLAG_SHAPES[signal!], '#fff3c4', INK, 1.5);
  });
}

function paintDamage(brush: CardBrush, size: Size): void {
  const { unit } = brush.plan;
  const { loss } = brush.palette;
  paint(brush, tornShape(size, unit), null, loss, 3 * unit);
  const x = -size.width / 2 - 4 * unit;
  const y = size.height / 2 - 7 * unit;
  paint(brush, `M${x} ${y}h${9 * unit}v${9 * unit}h${-9 * unit}z`, INK, loss, 1.5 * unit);
}

function paintClock(brush: CardBrush, radius: number): void {
  paint(brush, dotShape({ paper: 'stub', signal: null }, radius), brush.palette.card, INK, radius * 0.22);
  paint(brush, `M0 0v${-radius * 0.6}M0 0h${radius * 0.42}`, null, INK, radius * 0.22);
}

function rectangle({ width, height }: Size, wider = 0): string {
  const [w, h] = [width + 2 * wider, height + 2 * wider];
  return `M${-w / 2} ${-h / 2}h${w}v${h}h${-w}z`;
}

function at({ context }: CardBrush, x: number, y: number, paintThere: () => void): void {
  context.save();
  context.translate(x, y);
  paintThere();
  context.restore();
}

function paint(
  { context }: CardBrush,
  shape: string,
  fill: string | null,
  edge: string | null,
  width: number,
): void {
  const path = new Path2D(shape);
  context.lineJoin = 'round';
  if (fill !== null) {
    context.fillStyle = fill;
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a picture is filled, not an array
    context.fill(path);
  }
  if (edge === null) return;
  context.strokeStyle = edge;
  context.lineWidth = width;
  context.stroke(path);
}
