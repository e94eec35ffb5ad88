import type { Locator, Page } from 'playwright-core';

/** Looks at a scene after which one that is another each time is taken as it is. */
const MOST_LOOKS = 10;

/** Everything that is drawn of the standing town, tag by tag, once two looks at it see the same. */
export async function sceneOf(stage: Locator): Promise<readonly string[]> {
  let scene = await drawnIn(stage);
  for (let look = 1; look < MOST_LOOKS; look += 1) {
    const before = scene;
    await passSteps(stage.page(), 2);
    scene = await drawnIn(stage);
    if (scene.join() === before.join()) break;
  }
  return scene;
}

/**
 * Everything that is drawn at this moment. Packets and the targets of scars come in the order of their names: in which
 * element of its pool one is drawn says nothing about the picture.
 */
async function drawnIn(stage: Locator): Promise<readonly string[]> {
  return stage.evaluate((root) => {
    const copy = root.cloneNode(true) as HTMLElement;
    for (const bare of copy.querySelectorAll('[style=""]')) bare.removeAttribute('style');
    // Which attribute was first written says nothing about the picture either.
    for (const element of copy.querySelectorAll('*')) {
      const written = [...element.attributes].toSorted((a, b) => (a.name < b.name ? -1 : 1));
      for (const attribute of written) element.removeAttributeNode(attribute);
      for (const attribute of written) element.setAttributeNode(attribute);
    }
    const packets = [...copy.querySelectorAll<SVGElement>('[role=button][data-packet]')].map((packet) => {
      // The pool also decides at which of the packets the Tab key stops.
      packet.removeAttribute('tabindex');
      const place = packet.parentElement!;
      place.remove();
      return { name: packet.dataset['packet'] ?? '', drawn: place.outerHTML };
    });
    for (const scar of copy.querySelectorAll<SVGElement>('[data-part=scars] > *')) {
      scar.removeAttribute('tabindex');
      scar.remove();
      const name = scar.dataset['scar'];
      if (name !== undefined) packets.push({ name: `scar ${name}`, drawn: scar.outerHTML });
    }
    // Cards that wait for their turn are no part of the picture.
    for (const waiting of copy.querySelectorAll('[data-actor]')) waiting.remove();
    packets.sort((a, b) => (a.name < b.name ? -1 : 1));
    return [copy.innerHTML, ...packets.map(({ drawn }) => drawn)].flatMap((html) =>
      html.split(/(?<=>)(?=<)/u),
    );
  });
}

const TOLD = 12;

/** What one scene has and the other has not, the first of it, shortened. */
export function differences(one: readonly string[], other: readonly string[]): readonly string[] {
  const only = (lines: readonly string[], all: readonly string[]): readonly string[] => {
    const known = new Set(all);
    return lines.filter((line) => !known.has(line)).map((line) => line.slice(0, 200));
  };
  const found = [
    ...only(one, other).map((line) => `- ${line}`),
    ...only(other, one).map((line) => `+ ${line}`),
  ];
  return found.length === 0 && one.join() !== other.join()
    ? ['the same things in another order']
    : found.slice(0, TOLD);
}

/** Lets so many render steps pass. */
export async function passSteps(page: Page, count: number): Promise<void> {
  await page.evaluate(async (steps) => {
    for (let step = 0; step < steps; step += 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
  }, count);
}
