import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { streetExperiment } from '../../src/experiment/street';
import { marksOf } from '../../src/trace/marks';
import type { PacketRef, Run } from '../../src/trace/run';
import { formatSeconds } from '../../src/ui/format';
import { hexCells, lifeOf, onStage, shownBytes } from './openPacket';
import { readable, type Town, withTown } from './town';

const HD = { width: 1280, height: 720 } as const;

/** The answer to a packet for a closed room, and the middle of its way. */
function answerOf(run: Run, kind: 'rst' | 'unreachable'): PacketRef & { readonly middleNs: number } {
  const mark = marksOf(run).find((one) => one.kind === kind)!;
  const ref = { lane: mark.lane, packet: mark.packet };
  const { startNs, endNs } = lifeOf(run, ref);
  return { ...ref, middleNs: Math.round((startNs + endNs) / 2) };
}

/** How far from the left edge a packet stands at a moment. */
async function leftAt(town: Town, ref: PacketRef, timeNs: number): Promise<number> {
  const link = await town.address();
  await town.open({ ...link, playheadNs: timeNs, playing: false });
  return (await onStage(town, ref).boundingBox())!.x;
}

describe.each(['ko', 'en'] as const)('a room that is not open, in %s', (locale) => {
  it('sends RST and an ICMP note back, and the sentence at the end tells both', async () => {
    await withTown({ ...HD, locale }, async (town) => {
      const { t, language } = town;
      await town.page.getByRole('radio', { name: t('app.message.roomClosed') }).click();
      await expect.poll(async () => (await town.address()).street.ports).toEqual({ tcp: 9999, udp: 9999 });
      const run = simulateAll(streetExperiment((await town.address()).street));

      for (const kind of ['rst', 'unreachable'] as const) {
        const { middleNs, ...answer } = answerOf(run, kind);
        const early = await leftAt(town, answer, middleNs - 10_000_000);
        const late = await leftAt(town, answer, middleNs + 10_000_000);
        expect(late).toBeLessThan(early);
        await onStage(town, answer).click();
        await hexCells(town).first().waitFor();
        const protocol = async (): Promise<number | undefined> => (await shownBytes(town))[9];
        await expect.poll(protocol).toBe(kind === 'rst' ? 6 : 1);
        const bytes = await shownBytes(town);
        // ICMP: type 3 (destination unreachable), code 3 (port).
        if (kind === 'unreachable') expect([bytes[20], bytes[21]]).toEqual([3, 3]);
      }

      const verdict = await town.toVerdict();
      const toldAt = (kind: 'rst' | 'unreachable'): string =>
        formatSeconds(lifeOf(run, answerOf(run, kind)).endNs, language);
      const sentences = [
        t('playback.verdict.refused.udp', { time: toldAt('unreachable') }),
        t('playback.verdict.refused.tcp', { time: toldAt('rst') }),
      ];
      expect(verdict).toBe(sentences.map(readable).join(' '));
      await expect.poll(() => town.cards('server tcp')).toEqual([]);
    });
  });
});
