import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { transformWithOxc } from 'vite';
import { judgeAtRest } from './rest';

const SOURCE = new URL('./measureInPage.ts', import.meta.url);

/**
 * Measures every visible text of the page at rest (HTML and SVG) and every element marked `data-box`, and gives a line for each
 * that is cut off, outside what can be seen or scrolled to, or on top of another. Allowances, on the element or around it:
 * `data-overlap-ok` for labels layered on purpose, `data-clip-ok` for text shortened on purpose. Text in a floating layer
 * (dialog, menu, listbox, tooltip, popover, `data-layer`) may cover what is under the layer.
 */
export async function textProblems(page: Page): Promise<readonly string[]> {
  script ??= scriptOf();
  const measure = await script;
  return judgeAtRest(page, () => page.evaluate<string[]>(measure));
}

/** Made once, for all journeys. */
let script: Promise<string> | undefined;

/** A page takes a script, not a module: the one export becomes a function of it. */
async function scriptOf(): Promise<string> {
  const { code } = await transformWithOxc(readFileSync(SOURCE, 'utf8'), SOURCE.pathname);
  return `(() => { ${code.replace(/^export /mu, '')}\nreturn measureTexts(); })()`;
}
