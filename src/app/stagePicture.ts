import { loadedFontsCss } from './loadedFonts';

/** Draws the stage as it stands at the moment of each call, without the tools that float over it. */
export type StageCamera = (scale: number) => Promise<HTMLCanvasElement>;

const FONT_STEPS = 3;

/** A camera for one stage; the page's styles and fonts are gathered once for all its pictures. */
export async function stageCamera(stage: HTMLElement): Promise<StageCamera> {
  const css = `${pageCss()}\n${await loadedFontsCss()}`;
  return async (scale) => {
    const { clientWidth: width, clientHeight: height } = stage;
    const image = new Image(Math.round(width * scale), Math.round(height * scale));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(stage, css))}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    // The fonts inside are asked for when the picture is first drawn, and are there some render steps later.
    for (let step = 0; step <= FONT_STEPS; step += 1) {
      if (step > 0) await new Promise(requestAnimationFrame);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
    }
    return canvas;
  };
}

/** Sharp on slides. */
const DENSITY = 2;

/** A PNG of the stage at twice its size. Rejects when the browser cannot draw it. */
export async function stagePicture(stage: HTMLElement): Promise<Blob> {
  const draw = await stageCamera(stage);
  const canvas = await draw(DENSITY);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

/** Every rule of the page that it may read, fonts apart: these would be fetched. */
function pageCss(): string {
  const texts = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].flatMap((rule) => (rule instanceof CSSFontFaceRule ? [] : [rule.cssText]));
    } catch {
      return [];
    }
  });
  return texts.join('\n');
}

/** The stage as an SVG that needs nothing else: its root stands for the page's, so that the theme's colours hold. */
function svgOf(stage: HTMLElement, css: string): string {
  const root = document.documentElement;
  const { fontSize } = getComputedStyle(root);
  const { fontFamily, color, lineHeight, fontSize: ownSize } = getComputedStyle(stage);
  const { clientWidth: width, clientHeight: height } = stage;
  const copy = stage.cloneNode(true) as HTMLElement;
  for (const tool of copy.querySelectorAll('[data-layer]')) tool.remove();
  freezeCanvases(stage, copy);
  copy.style.cssText += `;position:relative;width:${width}px;height:${height}px;font:${ownSize}/${lineHeight} ${fontFamily.replaceAll('"', "'")};color:${color}`;
  const style = css.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const theme = root.dataset['theme'] ?? 'light';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" data-theme="${theme}" style="font-size:${fontSize}"><style>${style}</style><foreignObject width="100%" height="100%">${new XMLSerializer().serializeToString(copy)}</foreignObject></svg>`;
}

/** What is on a canvas is not copied with it. */
function freezeCanvases(stage: HTMLElement, copy: HTMLElement): void {
  const drawn = [...stage.querySelectorAll('canvas')];
  for (const [number, canvas] of [...copy.querySelectorAll('canvas')].entries()) {
    const image = document.createElement('img');
    image.src = drawn[number]!.toDataURL();
    image.className = canvas.className;
    image.style.cssText = `${canvas.style.cssText};width:100%;height:100%`;
    canvas.replaceWith(image);
  }
}
