import { describe, expect, it } from 'vitest';
import { callPayload, FRAME_BYTES } from './call';
import { decodeLink, encodeLink } from './linkCodec';
import { fromMuLaw, toMuLaw } from './muLaw';
import { defaultStreet, streetExperiment } from './street';
import { senderOf } from './pieces';

describe('µ-law (G.711)', () => {
  it('has the codes of its table', () => {
    expect([0, -1, 32_635, -32_635, 1000].map(toMuLaw)).toEqual([0xff, 0x7f, 0x80, 0x00, 0xce]);
  });

  it('gives each octet back', () => {
    for (let octet = 0; octet < 256; octet += 1) {
      // Zero has two codes.
      expect(toMuLaw(fromMuLaw(octet))).toBe(octet === 0x7f ? 0xff : octet);
    }
  });
});

describe('a call', () => {
  it('is sent in frames of 20 ms behind their numbers', () => {
    const sender = senderOf(streetExperiment({ ...defaultStreet('en'), payload: callPayload(10) }))!;
    expect(sender).toMatchObject({ pieceBytes: 4 + FRAME_BYTES, everyNs: 20_000_000 });
    expect(sender.payload.bytes.length).toBe(1600);
  });

  it('is loud, and every note differs from the next', () => {
    const { bytes } = callPayload(24);
    const notes = Array.from({ length: 12 }, (_, note) => bytes.slice(note * 320, (note + 1) * 320).join());
    for (const [i, note] of notes.entries()) expect(note).not.toBe(notes[i + 1]);
    expect(Math.max(...[...bytes].map(fromMuLaw))).toBeGreaterThan(8000);
  });

  it('needs few letters in a link, since its sound is made again', () => {
    const street = { ...defaultStreet('en'), payload: callPayload(150) };
    const link = encodeLink({ street, playheadNs: 0 });
    expect(link.length).toBeLessThan(200);
    expect(decodeLink(link)).toMatchObject({ state: { street } });
  });
});
