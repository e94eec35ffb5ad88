import type { Page } from 'playwright-core';

/** Render steps in a row in which nothing may be missing, so that what comes a little later has come. */
const STEPS_IN_A_ROW = 3;
/** Render steps after which what still moves is judged as it is: that is a finding, and no reason to wait longer. */
const MOST_STEPS = 600;
/** Looks after which what is found each time anew is a finding. */
const MOST_LOOKS = 10;

/** Waits until what was asked for is drawn: no instrument is awaited or behind the run, and the fonts are there. */
export async function whenDrawn(page: Page): Promise<void> {
  await page.waitForFunction(async (steps) => {
    for (let step = 0; step < steps; step += 1) {
      const isBusy = document.querySelector('[aria-busy=true]') !== null;
      const hasFonts = [...document.fonts].some(({ status }) => status === 'loaded');
      if (isBusy || !hasFonts || document.fonts.status !== 'loaded') return false;
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
    return true;
  }, STEPS_IN_A_ROW);
}

/** Waits until nothing beside the town is awaited, fades, slides or changes its colour any more. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async (steps) => {
    const isMoving = (): boolean =>
      document.querySelector('[aria-busy=true]') !== null ||
      document
        .getAnimations()
        .some(
          ({ playState, effect }) =>
            playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
        );
    const opacities = (): string =>
      [...document.querySelectorAll<HTMLElement>('body *:not(svg *)')]
        .map((node) => getComputedStyle(node).opacity)
        .join();
    let before = '';
    for (let step = 0; step < steps; step += 1) {
      const now = isMoving() ? '' : opacities();
      if (now !== '' && now === before) return;
      before = now;
      await new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      });
    }
  }, MOST_STEPS);
}

/**
 * What a judge finds on a page at rest. What it finds is looked at again until it finds the same twice: a page that was
 * about to lay itself out anew is no finding, and one that stays as it is, is.
 */
export async function judgeAtRest(
  page: Page,
  judge: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  let found: readonly string[] = ['nothing was looked at'];
  for (let look = 0; look < MOST_LOOKS && found.length > 0; look += 1) {
    const before = found;
    await atRest(page);
    found = await judge();
    if (found.join('\n') === before.join('\n')) break;
  }
  return found;
}
