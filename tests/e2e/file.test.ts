import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { decodeLink } from '../../src/experiment/linkCodec';
import { defaultStreet, filePayload, streetExperiment } from '../../src/experiment/street';
import { formatBytes } from '../../src/ui/format';
import { noisyPng } from './png';
import { type Town, withTown } from './town';

const HD = { width: 1280, height: 720 } as const;

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Chooses a file as a person does: with the button beside the text. */
async function choose(town: Town, file: ChosenFile): Promise<void> {
  const chooser = town.page.waitForEvent('filechooser');
  await town.button(town.t('app.message.file')).click();
  await (await chooser).setFiles(file);
}

describe.each(['ko', 'en'] as const)('a file of my own in %s', (locale) => {
  it('is sent as a picture, and every block of it comes over TCP', async () => {
    await withTown({ ...HD, locale }, async (town) => {
      const picture = { name: 'town.png', mimeType: 'image/png', buffer: noisyPng(64, 7) };
      await choose(town, picture);
      await town.page.getByText(picture.name).waitFor();
      await expect.poll(async () => (await town.address()).street.payload.kind).toBe('picture');
      const { street } = await town.address();
      expect(Buffer.from(street.payload.bytes).equals(picture.buffer)).toBe(true);

      await town.toVerdict();
      const [tcp, udp] = simulateAll(streetExperiment(street)).result!.lanes;
      const pieces = Number((await town.figures('tcp'))['pieces']!.split('/')[1]);
      expect(tcp!.intact).toBe(true);
      await expect.poll(() => town.blocks('server tcp', 'here')).toBe(pieces);
      await expect.poll(() => town.blocks('server udp', 'here')).toBe(pieces - udp!.missingPieces.length);
      expect(udp!.missingPieces).toContain(2);
      await expect.poll(() => town.mark('tcp')).toBe(town.t('panels.scoreboard.intact'));
      const number = udp!.missingPieces.length;
      await expect.poll(() => town.mark('udp')).toBe(town.t('panels.scoreboard.missing', { number }));
    });
  });
});

describe('a file that is larger than a link', () => {
  it('is sent whole, and is there again after a reload', async () => {
    const stormy = defaultStreet('en');
    const street = { ...stormy, weather: { ...stormy.weather, loss: 0.05 } };
    await withTown({ ...HD, locale: 'en', link: { street, playheadNs: 0 } }, async (town) => {
      const buffer = Buffer.alloc(100_000, 'packet town ');
      await choose(town, { name: 'words.txt', mimeType: 'text/plain', buffer });
      await town.page.getByText(formatBytes(buffer.length)).waitFor();
      const verdict = await town.toVerdict();
      await expect.poll(() => town.mark('tcp')).toBe(town.t('panels.scoreboard.intact'));

      const link = async (): Promise<ReturnType<typeof decodeLink>> =>
        decodeLink(String(await town.page.evaluate('location.hash.slice(1)')));
      await expect.poll(link).toMatchObject({ missingPayload: { lengthBytes: buffer.length } });
      const decoded = await link();
      if (!decoded.ok) throw new Error('the link cannot be read');
      const payload = filePayload('words.txt', 'text/plain', new Uint8Array(buffer));
      const run = simulateAll(streetExperiment({ ...decoded.state.street, payload }));
      expect(run.result!.lanes[0]).toMatchObject({ intact: true, deliveredBytes: buffer.length });

      await town.page.reload();
      await town.page.getByText(formatBytes(buffer.length)).waitFor();
      await expect.poll(() => town.toVerdict()).toBe(verdict);
    });
  });

  it('is refused in one sentence beyond a megabyte, and what was there stays', async () => {
    await withTown({ ...HD, locale: 'ko' }, async (town) => {
      const verdict = await town.toVerdict();
      const before = await town.address();
      const buffer = Buffer.alloc(1024 * 1024 + 1);
      await choose(town, { name: 'film.mp4', mimeType: 'video/mp4', buffer });
      const sentence = town.t('problems.fileTooBig', { size: formatBytes(buffer.length) });
      await town.notice.filter({ hasText: sentence }).waitFor();
      await town.button(town.t('app.dismiss')).click();
      await town.notice.waitFor({ state: 'detached' });
      await expect.poll(() => town.verdict.isVisible()).toBe(true);
      await expect.poll(() => town.toVerdict()).toBe(verdict);
      expect((await town.address()).street).toEqual(before.street);
    });
  });
});
