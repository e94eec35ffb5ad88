import type { LadderPicture } from './picture';

/** Sharp on slides. */
const DENSITY = 2;
/** Browsers make no larger canvas: pixels of a side, and in all. */
const LONGEST_SIDE = 16_000;
const MOST_PIXELS = 120_000_000;

/** The picture as PNG, as dense as browsers allow for its size. Rejects when the browser cannot draw it. */
export async function rasterise({ width, height, svg }: LadderPicture): Promise<Blob> {
  const density = Math.min(
    DENSITY,
    LONGEST_SIDE / Math.max(width, height),
    Math.sqrt(MOST_PIXELS / (width * height)),
  );
  const address = URL.createObjectURL(new Blob([svg()], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
