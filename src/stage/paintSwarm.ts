import type { Swarm } from './sceneTypes';
import { swarmFill, type SwarmFill } from './swarmLook';

/** Red, green and blue of each fill, 0 to 255. */
export type SwarmPalette = Readonly<Record<SwarmFill, readonly [number, number, number]>>;

/** How stage coordinates lie in a picture: picture = stage × scale + shift, in its pixels. */
export interface Placing {
  readonly scale: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

/** A picture as the canvas takes it: four bytes a pixel, row after row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Draws a swarm as dots of `side` pixels straight into the picture's pixels, the last on top; the picture is cleared
 * first. Ten thousand drawing calls take the canvas longer than a render step lasts; ten thousand times sixteen stores do not.
 */
export function paintSwarm(
  pixels: Pixels,
  swarm: Swarm,
  palette: SwarmPalette,
  placing: Placing,
  side: number,
): void {
  const { width, height } = pixels;
  const words = new Uint32Array(pixels.data.buffer);
  words.fill(0);
  const { count, x, y, look, opacity } = swarm;
  const { scale, shiftX, shiftY } = placing;
  for (let i = 0; i < count; i += 1) {
    const left = Math.round(x[i]! * scale + shiftX - side / 2);
    const top = Math.round(y[i]! * scale + shiftY - side / 2);
    if (left < 0 || top < 0 || left + side > width || top + side > height) continue;
    const word = wordOf(palette[swarmFill(look[i]!)], opacity[i]!);
    for (let row = 0; row < side; row += 1) {
      // Corners stay free where there are enough pixels to be round with.
      const cut = side >= 4 && (row === 0 || row === side - 1) ? 1 : 0;
      const start = (top + row) * width + left;
      words.fill(word, start + cut, start + side - cut);
    }
  }
}

/** One pixel as a number; all platforms with typed arrays worth naming are little-endian. */
function wordOf([red, green, blue]: readonly [number, number, number], alpha: number): number {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
