import { describe, expect, it } from 'vitest';
import { pieceAt, pieceCount, pieceDueNs, senderOf } from './pieces';
import { choosePieceBytes, defaultStreet, filePayload, streetExperiment, textPayload } from './street';
import { parseExperiment } from './validate';
import { experimentToJson } from './experimentJson';

const pieces = (text: string) => {
  const payload = textPayload(text);
  const pieceBytes = choosePieceBytes(payload);
  return { pieceBytes, count: pieceCount({ payload, pieceBytes }) };
};

describe('the first screen', () => {
  it.each(['ko', 'en'] as const)('sends its %s greeting letter by letter in 12 pieces', (language) => {
    const app = senderOf(streetExperiment(defaultStreet(language)))!;
    const letters = Array.from({ length: pieceCount(app) }, (_, i) =>
      new TextDecoder().decode(pieceAt(app, i)),
    );
    expect(letters).toHaveLength(12);
    expect(letters.every((letter) => letter.length === 1)).toBe(true);
    expect(letters.join('')).toBe(new TextDecoder().decode(app.payload.bytes));
  });

  it('is a valid experiment', () => {
    const experiment = streetExperiment(defaultStreet('ko'));
    expect(parseExperiment(experimentToJson(experiment))).toEqual({ ok: true, experiment });
  });

  it('keeps the rooms of the server open when the client aims at another', () => {
    const { apps } = streetExperiment({ ...defaultStreet('en'), ports: { tcp: 9999, udp: 9999 } });
    expect(apps[0]).toMatchObject({ kind: 'receive', port: { tcp: 80, udp: 9000 } });
    expect(apps[1]).toMatchObject({ kind: 'send', to: { port: { tcp: 9999, udp: 9999 } } });
  });
});

describe('choosePieceBytes', () => {
  it('takes whole letters: 1 byte for Latin, 3 for Hangul, 4 for emoji', () => {
    expect(pieces('hello')).toEqual({ pieceBytes: 1, count: 5 });
    expect(pieces('안녕 하세요')).toEqual({ pieceBytes: 3, count: 6 });
    expect(pieces('😀😀')).toEqual({ pieceBytes: 4, count: 2 });
  });

  it('takes more letters to a piece when there would be more than 24 pieces', () => {
    expect(pieces('a'.repeat(24)).pieceBytes).toBe(1);
    expect(pieces('a'.repeat(25)).pieceBytes).toBe(2);
    expect(pieces('가'.repeat(25))).toEqual({ pieceBytes: 6, count: 13 });
  });

  it('stays within 16 bytes however long the text is', () => {
    expect(pieces('a'.repeat(10_000)).pieceBytes).toBe(16);
    expect(pieces('가'.repeat(10_000)).pieceBytes).toBe(15);
  });

  it('gives an empty message no pieces', () => {
    expect(pieces('')).toEqual({ pieceBytes: 1, count: 0 });
  });
});

describe('files', () => {
  const street = {
    ...defaultStreet('en'),
    payload: filePayload('cat.png', 'image/png', new Uint8Array(5000)),
  };
  const everyMs = (rateBps: number) =>
    senderOf(streetExperiment({ ...street, link: { ...street.link, rateBps } }))!.everyNs / 1e6;

  it('are pictures when their media type says so, and carry block numbers', () => {
    expect(street.payload).toMatchObject({ kind: 'picture', numbered: true });
    expect(filePayload('a.zip', 'application/zip', new Uint8Array(1)).kind).toBe('file');
  });

  it('are written no faster than the road carries them', () => {
    expect(everyMs(1_000_000)).toBe(12);
    expect(everyMs(10_000_000)).toBe(2);
    expect(everyMs(0)).toBe(1);
    for (const rate of [64_000, 1_000_000, 3_000_000]) {
      expect(((1400 + 40) * 8) / rate).toBeLessThanOrEqual(everyMs(rate) / 1000);
    }
  });
});

describe('a street with a timing of its own', () => {
  const timing = {
    everyNs: 20_000_000,
    leadNs: 500_000_000,
    otherLinks: { delayNs: 62_500_000, rateBps: 0, queuePackets: 20 },
    keepsOpen: true,
  };
  const experiment = streetExperiment({ ...defaultStreet('en'), timing, lanes: ['udp'] });

  it('sends its first piece some time after it began, and the rest as often as it says', () => {
    const sender = senderOf(experiment)!;
    expect([0, 1, 2].map((piece) => pieceDueNs(sender, piece) / 1e6)).toEqual([500, 520, 540]);
  });

  it('has its own settings on all links but the road, and its own lanes', () => {
    const delays = experiment.town.links.map(({ id, delayNs }) => `${id} ${delayNs / 1e6}`);
    expect(delays).toEqual(['C-R1 62.5', 'R1-R2 62.5', 'R2-R3 30', 'R3-S 62.5']);
    expect(experiment.lanes).toEqual(['udp']);
  });
});
