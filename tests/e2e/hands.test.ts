import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import type { PacketAct } from '../../src/experiment/command';
import { defaultStreet, type Street, streetExperiment } from '../../src/experiment/street';
import { CLEAR_WEATHER, WEATHER_LINK } from '../../src/experiment/town';
import { compareRuns } from '../../src/trace/compareRuns';
import { storyEndNs } from '../../src/trace/moments';
import { findPacket, packetNameOf } from '../../src/trace/packetNames';
import type { PacketRef, Run } from '../../src/trace/run';
import { formatMoment } from '../../src/ui/format';
import { runAxe } from './axe';
import { onStage } from './openPacket';
import { readable, type Town, withTown } from './town';

const LARGE = { width: 1920, height: 1080, locale: 'en' } as const;
const MS = 1_000_000;
const UDP = 1;
const calm: Street = { ...defaultStreet('en'), weather: CLEAR_WEATHER };
/** The third card is on the road then, and the fifth is not yet sent. */
const NOW_NS = 75 * MS;
const THIRD: PacketRef = { lane: UDP, packet: 2 };

/** The engine's own run of what the address says, once the page shows all of it; it has `count` commands. */
async function runOf(town: Town, count: number): Promise<Run> {
  await expect.poll(async () => (await town.address()).street.commands.length).toBe(count);
  const run = simulateAll(streetExperiment((await town.address()).street));
  await expect.poll(() => town.end()).toBe(formatMoment(storyEndNs(run), town.language));
  return run;
}

/** What the card of a lane says of the two futures. */
async function told(town: Town, lane: 'tcp' | 'udp'): Promise<string> {
  return readable(await town.page.locator(`[data-told=${lane}]`).innerText());
}

/** What the engine makes of UDP in the first future and in the second. */
function udpOf(here: Run, there: Run) {
  return compareRuns(here, there)![UDP]!;
}

describe('a hand on a packet', () => {
  it('opens its sheet by key, and gives the keyboard back to the packet', async () => {
    await withTown({ ...LARGE, link: { street: calm, playheadNs: NOW_NS } }, async (town) => {
      await town.standsAt(simulateAll(streetExperiment(calm)), NOW_NS);
      const packet = onStage(town, THIRD);
      await packet.press('Shift+F10');
      await town.page.locator('[role=dialog] [data-act=drop]').waitFor();
      await town.page.keyboard.press('Escape');
      await expect.poll(() => packet.evaluate((one) => one === document.activeElement)).toBe(true);
    });
  });

  it('drops, holds, doubles, damages and swaps it, each time with the future in which it did not', async () => {
    await withTown({ ...LARGE, link: { street: calm, playheadNs: NOW_NS } }, async (town) => {
      const untouched = simulateAll(streetExperiment(calm));
      await town.standsAt(untouched, NOW_NS);
      const packet = packetNameOf(untouched, THIRD)!;
      const act = (kind: PacketAct['kind']) => town.page.locator(`[role=dialog] [data-act=${kind}]`);
      await town.tab('hands').click();
      const touch = async (kind: PacketAct['kind'], choose?: string): Promise<Run> => {
        await onStage(town, THIRD).click({ button: 'right' });
        await act(kind).click();
        if (choose !== undefined) await town.page.getByRole('button', { name: choose, exact: true }).click();
        const run = await runOf(town, 1);
        expect(run.experiment.commands).toMatchObject([
          { kind: 'touchPacket', atNs: NOW_NS, packet, link: WEATHER_LINK, direction: 0, act: { kind } },
        ]);
        await expect.poll(() => town.now()).toBe(formatMoment(NOW_NS, 'en'));
        return run;
      };
      const undo = async (): Promise<void> => {
        await town.page.keyboard.press('Control+z');
        await runOf(town, 0);
      };

      const dropped = udpOf(await touch('drop'), untouched);
      expect(dropped.missingOnly.here).toEqual([2]);
      await expect.poll(() => told(town, 'udp')).toContain(town.t('hands.compare.missing', { list: '3' }));
      await expect.poll(() => told(town, 'tcp')).toContain(town.t('hands.compare.same'));
      expect(await runAxe(town.page)).toEqual([]);
      await undo();

      const held = udpOf(await touch('hold', '300 ms'), untouched);
      const later = formatMoment(held.finishNs.here!, 'en');
      await expect
        .poll(() => town.page.locator('[data-lane=udp] [data-compared=finish]').innerText())
        .toContain(later);
      await undo();

      const doubled = await touch('dup');
      expect(doubled.result!.lanes[UDP]!.repeatedPieces).toEqual([2]);
      await undo();

      const damaged = await touch('flip', town.t('hands.flipBit', { bit: 231, before: 0, after: 1 }));
      expect(damaged.result!.lanes[UDP]!.missingPieces).toEqual([2]);
      await undo();

      const swapped = await touch('swap');
      expect(swapped.result!.lanes[UDP]!.overtakenPieces).toEqual([2]);
      expect(udpOf(swapped, untouched).divergence).not.toBeNull();
    });
  });

  it('by key drops the chosen one, which stays chosen; the other future takes its place and gives it back', async () => {
    await withTown({ ...LARGE, link: { street: calm, playheadNs: NOW_NS } }, async (town) => {
      const untouched = simulateAll(streetExperiment(calm));
      await town.standsAt(untouched, NOW_NS);
      await onStage(town, THIRD).click();
      await town.page.keyboard.press('x');
      const run = await runOf(town, 1);
      expect(findPacket(run, packetNameOf(untouched, THIRD)!)).toEqual(THIRD);
      await expect.poll(() => town.page.locator('[data-act=drop]').isVisible()).toBe(true);
      await town.tab('hands').click();
      const row = town.page.locator('[data-intervention=touchPacket]');
      await town.button(town.t('hands.compare.swap')).click();
      await runOf(town, 1);
      await expect.poll(() => row.getAttribute('data-off')).not.toBeNull();
      await expect.poll(() => told(town, 'udp')).toContain(town.t('hands.compare.found', { list: '3' }));
      await row.getByRole('switch').click();
      await runOf(town, 1);
      await expect.poll(() => row.getAttribute('data-off')).toBeNull();
      await town.toVerdict();
      await expect.poll(() => town.holes('server udp')).toEqual([2]);
      await row.getByRole('button', { name: /^remove/u }).click();
      await runOf(town, 0);
      await town.page.keyboard.press('Control+z');
      await runOf(town, 1);
      await town.page.keyboard.press('Control+Shift+z');
      await runOf(town, 0);
    });
  });

  it('saves a lost piece in both lanes, so that nothing has to be sent again', async () => {
    const rules: Street['rules'] = [
      { link: WEATHER_LINK, direction: 0, role: 'piece', nth: 3, verdict: { kind: 'drop' } },
    ];
    const lossy = { ...calm, rules };
    const run = simulateAll(streetExperiment(lossy));
    const endNs = storyEndNs(run);
    await withTown({ ...LARGE, link: { street: lossy, playheadNs: endNs } }, async (town) => {
      await town.standsAt(run, endNs);
      const tape = town.page.getByRole('region', { name: town.t('panels.fateTape.title') });
      await tape.getByRole('button').nth(2).click();
      await town.page.getByRole('switch', { name: town.t('hands.both') }).click();
      await town.page.locator('[data-act=rescue]').click();
      const saved = await runOf(town, 2);
      expect(saved.result!.lanes.map(({ missingPieces }) => missingPieces)).toEqual([[], []]);
      expect(saved.result!.lanes[0]!.retransmissions).toBe(0);
      await town.tab('hands').click();
      await expect.poll(() => told(town, 'udp')).toContain(town.t('hands.compare.found', { list: '3' }));
      await expect.poll(() => told(town, 'tcp')).toContain(town.t('hands.compare.againLess', { count: 1 }));
    });
  });

  it('is laid on by a long press of a finger', async () => {
    const phone = { width: 390, height: 844, locale: 'ko', touch: true } as const;
    await withTown({ ...phone, link: { street: calm, playheadNs: NOW_NS } }, async (town) => {
      await town.standsAt(simulateAll(streetExperiment(calm)), NOW_NS);
      const { x, y, width, height } = (await onStage(town, THIRD).boundingBox())!;
      const finger = await town.page.context().newCDPSession(town.page);
      const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
      await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
      const drop = town.page.locator('[role=dialog] [data-act=drop]');
      await drop.waitFor();
      await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await drop.tap();
      expect((await runOf(town, 1)).result!.lanes[UDP]!.missingPieces).toEqual([2]);
    });
  });
});

describe('a hand on a road or a building', () => {
  it('cuts and restores, closes a port, powers off, keeps the app from reading', async () => {
    await withTown({ ...LARGE, link: { street: calm, playheadNs: NOW_NS } }, async (town) => {
      const untouched = simulateAll(streetExperiment(calm));
      await town.standsAt(untouched, NOW_NS);
      await town.tab('hands').click();
      const undo = async (): Promise<void> => {
        await town.button(town.t('hands.undo')).click();
        await runOf(town, 0);
      };
      const act = async (kind: string, nth = 0): Promise<Run> => {
        await town.page.locator(`[data-act=${kind}]`).nth(nth).click();
        const run = await runOf(town, 1);
        expect(run.experiment.commands).toMatchObject([{ kind, atNs: NOW_NS }]);
        return run;
      };
      const place = (name: string) => town.page.getByRole('radio', { name, exact: true });

      await place('R2–R3').click();
      const cut = await act('cutLink');
      expect(udpOf(cut, untouched).missingOnly.here.length).toBeGreaterThan(3);
      await town.timeline.press('End');
      await town.page.locator('[data-act=restoreLink]').waitFor();
      await town.button(town.t('hands.undo')).click();
      await runOf(town, 0);

      await town.open({ street: calm, playheadNs: NOW_NS + MS });
      await town.open({ street: calm, playheadNs: NOW_NS });
      await town.tab('hands').click();
      await place('S').click();
      const closed = await act('closePort', 1);
      expect(closed.result!.lanes[UDP]!.missingPieces.length).toBeGreaterThan(3);
      await undo();
      const off = await act('powerOff');
      expect(off.result!.lanes.every(({ intact }) => !intact)).toBe(true);
      await town.page.getByText(town.t('hands.isOff', { host: 'S' })).waitFor();
      await undo();
      const stopped = await act('stopReading');
      expect(stopped.result!.lanes[0]!.intact).toBe(false);
      await expect.poll(() => told(town, 'tcp')).toContain(town.t('hands.compare.neverHere'));
    });
  });

  it('opens on the road and on the building that is pressed', async () => {
    await withTown({ ...LARGE, link: { street: calm, playheadNs: 0 } }, async (town) => {
      await town.standsAt(simulateAll(streetExperiment(calm)), 0);
      const stage = town.page.getByRole('region', { name: town.t('stage.name'), exact: true });
      const { x, y, width, height } = (await stage.boundingBox())!;
      const sheet = town.page.locator('[role=dialog]');
      await town.page.mouse.click(x + width * 0.05, y + height * 0.87, { button: 'right' });
      await sheet.locator('[data-act=powerOff]').waitFor();
      await town.page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      await town.page.mouse.click(x + width / 2, y + height * 0.35, { button: 'right' });
      await sheet.locator('[data-act=cutLink]').waitFor();
      await expect.poll(() => sheet.getByRole('heading').innerText()).toBe('R2–R3');
    });
  });
});

describe('a mechanism of TCP', () => {
  it('is found, switched off, and missed', async () => {
    const street = defaultStreet('en');
    await withTown({ ...LARGE, link: { street, playheadNs: 0 } }, async (town) => {
      const full = simulateAll(streetExperiment(street));
      await town.standsAt(full, 0);
      await town.tab('hands').click();
      await town.page.getByRole('radio', { name: town.t('hands.inTcp'), exact: true }).click();
      await town.page.getByRole('searchbox').fill('go-back-N');
      const found = town.page.locator('[data-mechanism]');
      await expect.poll(() => found.count()).toBe(1);
      await found.getByRole('switch').click();
      await expect
        .poll(async () => (await town.address()).street.tcpChanges)
        .toEqual({ without: ['reassembly'] });
      const bare = await runOf(town, 0);
      const again = compareRuns(bare, full)![0]!.retransmissions;
      const words = town.t('hands.compare.againMore', { count: again.here - again.there });
      await expect.poll(() => told(town, 'tcp')).toContain(words);
      expect(await runAxe(town.page)).toEqual([]);
    });
  });
});
