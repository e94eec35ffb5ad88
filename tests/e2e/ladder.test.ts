import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment, textPayload } from '../../src/experiment/street';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { type Town, withTown } from './town';

const HD = { width: 1280, height: 720 } as const;
const MS = 1_000_000;
const street = defaultStreet('ko');
const run = simulateAll(streetExperiment(street));
const END = 1500 * MS;

function ladder(town: Town, lane: 'TCP' | 'UDP') {
  return town.page.getByRole('listbox', { name: town.t('panels.ladder.list', { lane }) });
}

/** How tall all of it is, in CSS pixels. */
async function heightOf(town: Town): Promise<number> {
  const scroller = town.page.locator('aside [data-scroller=ladder]');
  return scroller.evaluate((element) => element.scrollHeight);
}

async function taken(town: Town, output: 'svg' | 'png'): Promise<Buffer> {
  await town.button(town.t('panels.ladderTools.output')).click();
  const coming = town.page.waitForEvent('download');
  await town.page.getByRole('menuitem', { name: town.t(`panels.ladderTools.outputs.${output}`) }).click();
  const file = join(mkdtempSync(join(tmpdir(), 'ladder-')), `ladder.${output}`);
  await (await coming).saveAs(file);
  return readFileSync(file);
}

describe('the ladder', () => {
  it('writes states, timers, windows and SACK blocks beside the arrows, and leaves them out on demand', async () => {
    await withTown({ ...HD, locale: 'ko', link: { street, playheadNs: END } }, async (town) => {
      await town.standsAt(run, END);
      const list = ladder(town, 'TCP');
      await town.button(town.t('panels.ladderTools.fit')).click();
      await list.getByText('SYN-SENT', { exact: true }).waitFor();
      await list.getByText(town.t('panels.ladderTools.timer.retransmission'), { exact: true }).waitFor();
      await list.press('+');
      await list.press('+');
      const texts = async () => (await list.locator('text').allTextContents()).join('\n');
      await expect.poll(texts).toContain('SACK 22\u2013');
      expect(await runAxe(town.page)).toEqual([]);
      expect(await textProblems(town.page)).toEqual([]);
      await town.button(town.t('panels.ladderTools.notes')).click();
      await expect.poll(texts).not.toContain('SACK');
    });
  });

  it('grows and shrinks with buttons, keys and the wheel, and keeps what is pointed at under the pointer', async () => {
    await withTown({ ...HD, locale: 'en', link: { street, playheadNs: END } }, async (town) => {
      await town.drawn();
      const first = await heightOf(town);
      await town.button(town.t('panels.ladderTools.zoomIn')).click();
      await expect.poll(() => heightOf(town)).toBeGreaterThan(first * 1.1);
      await ladder(town, 'TCP').press('0');
      const room = await town.page
        .locator('aside [data-scroller=ladder]')
        .evaluate((element) => element.clientHeight);
      await expect.poll(() => heightOf(town)).toBeLessThanOrEqual(room + 4);
      const whole = await heightOf(town);
      const box = (await ladder(town, 'TCP').boundingBox())!;
      await town.page.mouse.move(box.x + box.width / 2, box.y + 100);
      await town.page.keyboard.down('Control');
      await town.page.mouse.wheel(0, -480);
      await town.page.keyboard.up('Control');
      await expect.poll(() => heightOf(town)).toBeGreaterThan(whole * 1.5);
      await town.button(town.t('panels.ladderTools.true')).click();
      await expect
        .poll(() =>
          town.page
            .locator('aside')
            .getByText(/of silence|quiet/u)
            .count(),
        )
        .toBe(0);
    });
  });

  it('is saved as an SVG and a PNG picture of all lanes, and printed on sheets', async () => {
    const prepare = async (page: Town['page']): Promise<void> => {
      await page.addInitScript('window.print = () => { top.printed = document.documentElement.outerHTML; };');
    };
    await withTown({ ...HD, locale: 'ko', prepare, link: { street, playheadNs: 0 } }, async (town) => {
      await town.standsAt(run, 0);
      const svg = (await taken(town, 'svg')).toString('utf8');
      const parsed = await town.page.evaluate<string>(
        `new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml').documentElement.nodeName`,
      );
      expect(parsed).toBe('svg');
      for (const text of [
        '192.0.2.10',
        'TCP',
        'UDP',
        'ESTABLISHED',
        'SACK ',
        town.t('panels.ladder.short.lost'),
      ]) {
        expect(svg).toContain(text);
      }
      const png = await taken(town, 'png');
      expect(png.subarray(1, 4).toString('ascii')).toBe('PNG');
      // Two lanes beside each other, twice as dense as a screen.
      expect([png.readUInt32BE(16) / 2, png.readUInt32BE(20)]).toEqual([932, expect.any(Number)]);
      await town.button(town.t('panels.ladderTools.output')).click();
      await town.page.getByRole('menuitem', { name: town.t('panels.ladderTools.outputs.print') }).click();
      await expect.poll(() => town.page.evaluate('window.printed ?? ""')).toContain('@page { size: A4');
      const sheets = String(await town.page.evaluate('window.printed')).split('<section>').length - 1;
      expect(sheets).toBeGreaterThan(1);
    });
  });

  it('draws thousands of arrows in a few hundred elements', async () => {
    const long = { ...street, payload: textPayload('가나다라마바사아자차'.repeat(150)), pieceBytes: 3 };
    await withTown({ ...HD, locale: 'en', link: { street: long, playheadNs: 0 } }, async (town) => {
      await town.drawn();
      await expect
        .poll(() => town.page.locator('aside svg [aria-setsize]').first().getAttribute('aria-setsize'))
        .not.toBeNull();
      await town.button(town.t('panels.ladderTools.fit')).click();
      await town.drawn();
      await expect.poll(() => town.page.locator('aside [data-scroller=ladder] *').count()).toBeLessThan(1500);
    });
  });
});
