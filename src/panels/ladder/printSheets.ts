import { escaped } from './pictureMarks';

/** Prints pictures, one to a sheet of A4, from a frame that nobody sees; resolves when the browser has taken them. */
export async function printSheets(title: string, language: string, sheets: readonly string[]): Promise<void> {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.style.cssText = 'position:fixed;inset:auto 0 0 auto;width:0;height:0;border:0';
  frame.srcdoc = sheetDocument(title, language, sheets);
  const isLoaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await isLoaded;
  frame.contentWindow?.focus();
  frame.contentWindow?.print();
  // Some browsers return before the sheets are theirs.
  setTimeout(() => frame.remove(), 60_000);
}

function sheetDocument(title: string, language: string, sheets: readonly string[]): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>
@page { size: A4 portrait; margin: 10mm; }
body { margin: 0; }
section { break-after: page; }
section:last-child { break-after: auto; }
section > svg { display: block; width: 100%; height: auto; max-height: 276mm; }
</style></head><body>${sheets.map((sheet) => `<section>${sheet}</section>`).join('')}</body></html>`;
}
