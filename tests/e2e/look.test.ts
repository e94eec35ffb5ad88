import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { CLOSED_PORT, defaultStreet, streetExperiment } from '../../src/experiment/street';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { SIZES } from './page';
import { storyMoments } from './storyMoments';
import { type Town, withTown } from './town';

const HD = { width: 1280, height: 720 } as const;

/** Where every packet of the stage is drawn, by its name. */
async function places(page: Page): Promise<Readonly<Record<string, string | null>>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<SVGElement>('main [data-packet][role=button]')].map((packet) => [
        packet.dataset['packet'],
        packet.parentElement!.getAttribute('transform'),
      ]),
    ),
  );
}

const region = (town: Town) => town.page.getByRole('region', { name: town.t('stage.name') });

describe('the protocol view', () => {
  it.each(SIZES)('shows the same packets without the metaphor at $width × $height', async (size) => {
    const street = defaultStreet('ko');
    const { retransmission } = storyMoments(simulateAll(streetExperiment(street)));
    await withTown({ ...size, locale: 'ko', link: { street, playheadNs: retransmission } }, async (town) => {
      const { page, t } = town;
      await town.standsAt(simulateAll(streetExperiment(street)), retransmission);
      const inTown = await places(page);
      expect(Object.keys(inTown).length).toBeGreaterThan(3);
      await page.keyboard.press('m');
      await expect.poll(() => region(town).getAttribute('data-look')).toBe('protocol');
      await expect.poll(() => places(page)).toEqual(inTown);
      const written = async (): Promise<string[]> => town.stage.locator('svg text').allTextContents();
      await expect.poll(written).toContain(t('metaphor.senderProcess', { transport: 'TCP' }));
      expect(await written()).not.toContain(t('stage.gate', { transport: 'TCP' }));
      await expect.poll(() => page.locator('[data-socket=bound]').count()).toBe(4);
      expect(await textProblems(page)).toEqual([]);
      expect(await runAxe(page)).toEqual([]);
      await town.button(t('metaphor.protocolView')).click();
      await expect.poll(() => region(town).getAttribute('data-look')).toBe('town');
      await expect.poll(() => places(page)).toEqual(inTown);
    });
  });

  it('says where the metaphor ends', async () => {
    await withTown({ ...HD, locale: 'en' }, async (town) => {
      const { page, t } = town;
      await town.button(t('metaphor.limits')).click();
      const card = page.getByRole('dialog', { name: t('metaphor.limits') });
      await card.waitFor();
      await expect.poll(() => card.getByRole('term').count()).toBeGreaterThanOrEqual(15);
      expect(await textProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'detached' });
    });
  });
});

/** The outline of every packet's picture, without sizes and colours, by what it is and how much of it is shown. */
async function shapes(page: Page): Promise<readonly (readonly [string, string])[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<SVGElement>('main [data-packet][data-paper]')].map((packet) => {
      const picture = packet.previousElementSibling!;
      const parts = [...picture.querySelectorAll('path, rect, circle')];
      const drawn = parts.flatMap((part) => {
        if (!part.checkVisibility({ visibilityProperty: true })) return [];
        const path = (part.getAttribute('d') ?? '').replaceAll(/[\d\s.,e-]+/gu, '');
        const isDashed = part.hasAttribute('stroke-dasharray');
        return [`${part.tagName}${path}${isDashed ? ' dashed' : ''}`];
      });
      return [packet.dataset['paper']!.split('+')[0]!, drawn.join(' ')] as const;
    }),
  );
}

describe('packets without their colours', () => {
  it('are told apart by their shapes alone', async () => {
    const open = defaultStreet('ko');
    const refused = { ...open, ports: { tcp: CLOSED_PORT, udp: CLOSED_PORT } };
    const kinds = new Map<string, Set<string>>();
    await withTown({ ...HD, locale: 'ko', link: { street: open, playheadNs: 1 } }, async (town) => {
      const look = async (street: typeof open, ms: number): Promise<void> => {
        await town.open({ street, playheadNs: ms * 1_000_000, language: 'ko' });
        for (const [paper, shape] of await shapes(town.page)) {
          kinds.set(paper, (kinds.get(paper) ?? new Set()).add(shape));
        }
      };
      for (const ms of [25, 90, 150, 200, 256, 330]) await look(open, ms);
      for (const ms of [85, 95, 105]) await look(refused, ms);
    });
    const names = [...kinds.keys()].toSorted();
    expect(names).toEqual(['FIN', 'RST', 'SYN', 'letter', 'postcard', 'slip', 'stub']);
    for (const [paper, own] of kinds) {
      for (const [other, others] of kinds) {
        if (paper !== other) expect([...own].filter((shape) => others.has(shape))).toEqual([]);
      }
    }
  });
});
