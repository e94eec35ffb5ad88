import { describe, expect, it } from 'vitest';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { withPage } from './page';

const SMALL = { width: 400, height: 300, locale: 'en' } as const;

/** A page of one's own instead of the town. */
const documentOf = (body: string): string =>
  `<!doctype html><html lang="en"><title>t</title><style>body{margin:0;font:16px sans-serif}</style><body>${body}`;
const pageOf = (body: string): string =>
  `data:text/html;charset=utf-8,${encodeURIComponent(documentOf(body))}`;

type Measure = (body: string) => Promise<readonly string[]>;

/** Measures pages of one's own, one after another in one window. */
async function measuring(journey: (problemsOf: Measure) => Promise<void>): Promise<void> {
  await withPage({ ...SMALL, path: pageOf('') }, async (page) =>
    journey(async (body) => {
      await page.setContent(documentOf(body));
      return textProblems(page);
    }),
  );
}

const at = (left: number, top: number): string => `position:absolute;left:${left}px;top:${top}px`;

describe('text measuring', () => {
  it('finds nothing on a page that is well laid out', () =>
    measuring(async (problemsOf) => {
      const body = `<h1>Title</h1><p>One <b>two</b> three</p><p>four</p>
      <svg width="200" height="40"><text x="5" y="20">label</text></svg>
      <div style="height:20px;overflow:auto"><p>scrolls</p><p>down</p></div>
      <span style="position:absolute;width:1px;height:1px;overflow:hidden">for ears</span>`;
      expect(await problemsOf(body)).toEqual([]);
    }));

  it('finds two texts on top of each other, HTML and SVG', () =>
    measuring(async (problemsOf) => {
      const html = `<p style="${at(10, 10)}">first</p><p style="${at(20, 14)}">second</p>`;
      expect(await problemsOf(html)).toEqual(['overlap: "first" with "second"']);
      const svg =
        '<svg width="200" height="90"><text x="5" y="20">first</text><text x="9" y="24">second</text></svg>';
      expect(await problemsOf(svg)).toEqual(['overlap: "first" with "second"']);
    }));

  it('lets layered labels and floating layers be', () =>
    measuring(async (problemsOf) => {
      const under = `<p style="${at(10, 10)}">under</p>`;
      expect(await problemsOf(`${under}<p data-overlap-ok style="${at(10, 10)}">label</p>`)).toEqual([]);
      expect(await problemsOf(`${under}<div role="dialog" style="${at(10, 10)}">over</div>`)).toEqual([]);
    }));

  it('finds text that is cut off or shortened', () =>
    measuring(async (problemsOf) => {
      const cut =
        '<div id="box" style="width:40px;overflow:hidden;white-space:nowrap">a long line of text</div>';
      expect(await problemsOf(cut)).toEqual(['clipped: "a long line of text" by div#box']);
      const low = '<div id="box" style="height:8px;overflow:hidden"><p style="margin:0">tall</p></div>';
      expect(await problemsOf(low)).toEqual(['clipped: "tall" by div#box']);
      const svg = '<svg id="s" width="30" height="40"><text x="5" y="20">too wide for it</text></svg>';
      expect(await problemsOf(svg)).toEqual(['clipped: "too wide for it" by svg#s']);
      expect(await problemsOf(cut.replace('<div', '<div data-clip-ok'))).toEqual([]);
    }));

  it('finds text outside the page, and a page that scrolls sideways', () =>
    measuring(async (problemsOf) => {
      expect(await problemsOf(`<p style="${at(-60, 10)}">left</p>`)).toEqual(['outside: "left" at -60,29']);
      const wide = await problemsOf('<div style="width:600px">wide</div>');
      expect(wide).toEqual(['sideways: the page is 600 wide in a window of 400']);
      const hidden = await problemsOf(`<style>html{overflow:hidden}</style><p style="${at(0, 500)}">low</p>`);
      expect(hidden).toEqual(['outside: "low" at 0,519']);
    }));

  it('finds marked boxes that meet', () =>
    measuring(async (problemsOf) => {
      const box = (left: number): string =>
        `<div data-box style="${at(left, 0)};width:50px;height:50px">${left}</div>`;
      expect(await problemsOf(box(0) + box(40))).toEqual(['overlap: div "0" with div "40"']);
      expect(await problemsOf(box(0) + box(60))).toEqual([]);
    }));
});

describe('page watching', () => {
  it('fails on an error on the console, one thrown, and a request to another server', async () => {
    const watch = async (script: string): Promise<void> =>
      withPage({ ...SMALL, path: pageOf(`<script>${script}</script>`) }, async (page) => {
        await page.waitForFunction('window.done === true');
      });
    await expect(watch('console.error("broken"); done = true')).rejects.toThrow('broken');
    await expect(watch('done = true; throw new Error("oops")')).rejects.toThrow('oops');
    const foreign = 'fetch("http://127.0.0.1:9/").catch(() => {}).finally(() => { done = true })';
    await expect(watch(foreign)).rejects.toThrow('another server');
    await watch('done = true');
  });

  it('serves the built page from a sub-path', async () => {
    await withPage(SMALL, async (page) => {
      expect(await page.title()).not.toBe('');
    });
  });
});

describe('axe', () => {
  it('finds a picture without a text, and nothing on a good page', async () => {
    await withPage({ ...SMALL, path: pageOf('<main><h1>t</h1><img src="data:,"></main>') }, async (page) => {
      expect(await runAxe(page)).toEqual([expect.stringContaining('image-alt')]);
    });
    await withPage({ ...SMALL, path: pageOf('<main><h1>t</h1></main>') }, async (page) => {
      expect(await runAxe(page)).toEqual([]);
    });
  });
});
