import { type CardLook, lookKey, paintCard, type Palette } from './paintCard';
import type { Sheet } from './plan';

/** A card painted ahead; its middle is the middle of the card. */
export interface Sprite {
  readonly image: OffscreenCanvas;
  /** px of the stage. */
  readonly width: number;
  readonly height: number;
}

export type Sprites = (look: CardLook, scale: number) => Sprite;

/** Cards painted once for each look and size of pixel: `scale` pixels of the picture show one px of the stage. */
export function cardSprites(plan: Sheet, palette: Palette): Sprites {
  let painted = new Map<string, Sprite>();
  let paintedAt = 0;
  // What sticks out of a card: flags, badges, a torn edge.
  const margin = plan.font.small * 0.7 + 6 * plan.unit;
  return (look, scale) => {
    if (scale !== paintedAt) painted = new Map();
    paintedAt = scale;
    const key = lookKey(look);
    let sprite = painted.get(key);
    if (!sprite) {
      const width = look.size.width + 2 * margin;
      const height = look.size.height + 2 * margin;
      const image = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
      const context = image.getContext('2d')!;
      context.setTransform(scale, 0, 0, scale, (width * scale) / 2, (height * scale) / 2);
      paintCard({ context, plan, palette }, look);
      painted.set(key, (sprite = { image, width, height }));
    }
    return sprite;
  };
}
