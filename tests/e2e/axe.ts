import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Render steps after which what still fades is judged as it is. */
const FADE_STEPS = 300;

/** Waits until nothing beside the town fades in or out any more: what is half faded in has half its contrast. */
async function fadedIn(page: Page): Promise<void> {
  await page.evaluate(async (steps) => {
    const opacities = (): string =>
      [...document.querySelectorAll<HTMLElement>('body *:not(svg *)')]
        .map((node) => getComputedStyle(node).opacity)
        .join();
    let before = '';
    for (let step = 0; step < steps; step += 1) {
      const now = opacities();
      if (now === before) return;
      before = now;
      await new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      });
    }
  }, FADE_STEPS);
}

/** Lets axe-core judge the page as it stands. Gives its serious and critical findings, a line for each element. */
export async function runAxe(page: Page): Promise<readonly string[]> {
  await fadedIn(page);
  await page.evaluate(SOURCE);
  const results = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return results.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${violation.help} at ${node.target.join(' ')}`),
    );
}
