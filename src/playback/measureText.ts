const measurer = (): CanvasRenderingContext2D | null => document.createElement('canvas').getContext('2d');
let context: CanvasRenderingContext2D | null | undefined;

/** How wide a text is in `font` (CSS shorthand), in whole CSS pixels, rounded up. */
export function measureText(text: string, font: string): number {
  context ??= measurer();
  if (!context) return text.length * 16;
  context.font = font;
  return Math.ceil(context.measureText(text).width) + 2;
}
