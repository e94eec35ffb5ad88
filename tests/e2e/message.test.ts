import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { streetExperiment } from '../../src/experiment/street';
import type { Run } from '../../src/trace/run';
import { formatSeconds } from '../../src/ui/format';
import { readable, type Town, withTown } from './town';

const HD = { width: 1920, height: 1080 } as const;

/** Types a message, sends it with Enter, and gives the run that the address now describes. */
async function send(town: Town, text: string): Promise<Run> {
  await town.message.fill(text);
  await town.message.press('Enter');
  const sent = async (): Promise<string> => {
    const { street } = await town.address();
    return new TextDecoder().decode(street.payload.bytes);
  };
  await expect.poll(sent).toBe(text);
  return simulateAll(streetExperiment((await town.address()).street));
}

describe.each(['ko', 'en'] as const)('my own words in %s', (locale) => {
  it('arrive whole over TCP and with holes over UDP, and the sentence at the end says so', async () => {
    await withTown({ ...HD, locale }, async (town) => {
      const run = await send(town, '가나다라마바사아자차');
      const [tcp, udp] = run.result!.lanes;
      const { t, language } = town;
      // The first screen's luck loses the third and the seventh piece of any message.
      expect(udp!.missingPieces).toEqual([2, 6]);
      expect(await town.toVerdict()).toBe(
        [
          t('playback.verdict.missing', {
            lane: 'UDP',
            time: formatSeconds(udp!.finishNs!, language),
            count: 2,
          }),
          t('playback.verdict.intactAgain', {
            lane: 'TCP',
            time: formatSeconds(tcp!.finishNs!, language),
            count: tcp!.retransmissions,
          }),
        ]
          .map(readable)
          .join(' '),
      );
      expect(await town.cards('server tcp')).toEqual([...'가나다라마바사아자차']);
      expect(await town.cards('server udp')).toEqual([...'가나라마바아자차']);
      expect(await town.holes('server udp')).toEqual([2, 6]);
    });
  });

  it('may be nothing at all', async () => {
    await withTown({ ...HD, locale }, async (town) => {
      const { t } = town;
      await send(town, '');
      const sentences = [t('playback.verdict.empty.udp'), t('playback.verdict.empty.tcp')];
      expect(await town.toVerdict()).toBe(sentences.map(readable).join(' '));
      expect(await town.cards('server tcp')).toEqual([]);
      expect((await town.figures('udp'))['packets']).toBe('0');
    });
  });

  it('may be emoji, which come as whole signs or not at all', async () => {
    await withTown({ ...HD, locale }, async (town) => {
      const run = await send(town, '🏠📦🚀🎈👩‍👩‍👧‍👦');
      await town.toVerdict();
      expect(run.result!.lanes[0]!.intact).toBe(true);
      const inTcp = (await town.cards('server tcp')).filter((text) => text !== '⋯' && text !== '·');
      expect(inTcp.join('')).toBe('🏠📦🚀🎈👩‍👩‍👧‍👦');
      for (const sign of await town.cards('server udp')) {
        expect(['🏠', '📦', '🚀', '🎈', '👩‍👩‍👧‍👦', '⋯', '·', '�', '👩', '👧', '👦']).toContain(sign);
      }
    });
  });
});

describe('a message while it is on its way', () => {
  it('grows in order in the room of TCP, and as it comes in that of UDP', async () => {
    await withTown({ ...HD, locale: 'en' }, async (town) => {
      await send(town, '가나다라마바사아자차');
      await town.pause();
      const seen = new Set<string>();
      await town.timeline.press('Home');
      while (!(await town.verdict.isVisible())) {
        await town.button(town.t('playback.nextEvent')).click();
        seen.add((await town.cards('server tcp')).join(''));
      }
      for (const text of seen) expect('가나다라마바사아자차'.startsWith(text)).toBe(true);
      expect(seen.size).toBeGreaterThan(3);
    });
  });
});
