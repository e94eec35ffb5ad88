import { describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/trace/moments';
import { formatMoment, formatSeconds } from '../../src/ui/format';
import { readable, withTown } from './town';

const HD = { width: 1920, height: 1080 } as const;

describe.each(['ko', 'en'] as const)('my own words in %s', (locale) => {
  it('arrive whole over TCP and with holes over UDP, and the sentence at the end says so', async () => {
    await withTown({ ...HD, locale }, async (town) => {
      const run = await town.send('가나다라마바사아자차');
      const [tcp, udp] = run.result!.lanes;
      const { t, language } = town;
      // The first screen's luck loses the third and the seventh piece of any message.
      expect(udp!.missingPieces).toEqual([2, 6]);
      await expect
        .poll(() => town.toVerdict())
        .toBe(
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
      await expect.poll(() => town.cards('server tcp')).toEqual([...'가나다라마바사아자차']);
      await expect.poll(() => town.cards('server udp')).toEqual([...'가나라마바아자차']);
      await expect.poll(() => town.holes('server udp')).toEqual([2, 6]);
    });
  });
});

describe('a message of another kind', () => {
  it('may be nothing at all', async () => {
    await withTown({ ...HD, locale: 'ko' }, async (town) => {
      const { t } = town;
      await town.send('');
      const sentences = [t('playback.verdict.empty.udp'), t('playback.verdict.empty.tcp')];
      await expect.poll(() => town.toVerdict()).toBe(sentences.map(readable).join(' '));
      await expect.poll(() => town.cards('server tcp')).toEqual([]);
      expect((await town.figures('udp'))['packets']).toBe('0');
    });
  });

  it('may be emoji, which come as whole signs or not at all', async () => {
    await withTown({ ...HD, locale: 'ko' }, async (town) => {
      const run = await town.send('🏠📦🚀🎈👩‍👩‍👧‍👦');
      await town.toVerdict();
      expect(run.result!.lanes[0]!.intact).toBe(true);
      const inTcp = (await town.cards('server tcp')).filter((text) => text !== '⋯' && text !== '·');
      expect(inTcp.join('')).toBe('🏠📦🚀🎈👩‍👩‍👧‍👦');
      // A sign whose pieces did not all come stays away, or shows those parts of it that are signs themselves.
      const signs = new Set(['⋯', '·', ...'🏠📦🚀🎈👩‍👩‍👧‍👦']);
      const inUdp = await town.cards('server udp');
      expect(inUdp.flatMap((text) => [...text]).filter((sign) => !signs.has(sign))).toEqual([]);
    });
  });
});

describe('a message while it is on its way', () => {
  it('grows in order in the room of TCP, and as it comes in that of UDP', async () => {
    await withTown({ ...HD, locale: 'en' }, async (town) => {
      const run = await town.send('가나다라마바사아자차');
      await town.pause();
      const seen = new Set<string>();
      await town.timeline.press('Home');
      await town.standsAt(run, 0);
      for (const moment of momentsOf(run).filter((timeNs) => timeNs > 0)) {
        await town.button(town.t('playback.nextEvent')).click();
        await expect.poll(() => town.now()).toBe(formatMoment(moment, 'en'));
        seen.add((await town.cards('server tcp')).join(''));
      }
      await town.verdict.waitFor();
      for (const text of seen) expect('가나다라마바사아자차'.startsWith(text)).toBe(true);
      expect(seen.size).toBeGreaterThan(3);
    });
  });
});
