import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyStreet } from '../../tests/arbitraryChoices';
import { LIMITS } from './limits';
import { decodeLink, encodeLink, payloadSha256 } from './linkCodec';
import type { LinkState } from './linkState';
import { packText } from './packedText';
import { PROBLEM_KINDS } from './problem';
import { defaultStreet, filePayload, textPayload } from './street';

const anyState = (): fc.Arbitrary<LinkState> =>
  fc.record(
    {
      street: anyStreet(),
      playheadNs: fc.integer({ min: 0, max: 3_600_000_000_000 }),
      language: fc.constantFrom('ko' as const, 'en' as const),
      speed: fc.double({ min: LIMITS.slowestSpeed, max: LIMITS.fastestSpeed, noNaN: true }),
      spacing: fc.constantFrom('true' as const, 'even' as const),
      playing: fc.boolean(),
    },
    { requiredKeys: ['street', 'playheadNs'] },
  );

const linkSaying = (value: unknown): string => `1.${packText(JSON.stringify(value))}`;

describe('a link', () => {
  it('is read back to the same state', () => {
    fc.assert(
      fc.property(anyState(), (state) => {
        expect(decodeLink(encodeLink(state))).toEqual({ ok: true, state, missingPayload: null });
      }),
      { numRuns: 200 },
    );
  });

  it('fits a chat message for the first screen, and needs no escaping in an address', () => {
    const link = encodeLink({ street: defaultStreet('ko'), playheadNs: 0 });
    expect(link).toMatch(/^1\.[\w-]+$/);
    expect(link.length).toBeLessThan(160);
  });

  it('rounds a playhead between two nanoseconds', () => {
    const link = encodeLink({ street: defaultStreet('en'), playheadNs: 1000.4 });
    expect(decodeLink(link)).toMatchObject({ state: { playheadNs: 1000 } });
  });

  it('keeps text that is not UTF-8 and a byte order mark', () => {
    const street = defaultStreet('en');
    for (const bytes of [Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)]) {
      const state = { street: { ...street, payload: { ...textPayload(''), bytes } }, playheadNs: 0 };
      expect(decodeLink(encodeLink(state))).toMatchObject({ state });
    }
  });

  it('leaves a large payload out and says which one is missing', () => {
    const payload = filePayload('cat.png', 'image/png', new Uint8Array(LIMITS.linkPayloadBytes + 1).fill(7));
    const state = { street: { ...defaultStreet('en'), payload }, playheadNs: 5 };
    const link = encodeLink(state);
    expect(link.length).toBeLessThan(400);
    const decoded = decodeLink(link);
    const { payload: _, ...choices } = state.street;
    expect(decoded).toEqual({
      ok: true,
      state: { street: choices, playheadNs: 5 },
      missingPayload: {
        kind: 'picture',
        name: 'cat.png',
        mediaType: 'image/png',
        numbered: true,
        lengthBytes: LIMITS.linkPayloadBytes + 1,
        sha256: payloadSha256(payload),
      },
    });
  });
});

describe('decodeLink', () => {
  const kindOf = (text: string): string => {
    const decoded = decodeLink(text);
    return decoded.ok ? 'ok' : decoded.problem.kind;
  };

  it('names what is wrong', () => {
    const link = encodeLink({ street: defaultStreet('en'), playheadNs: 0 });
    expect(kindOf('')).toBe('damagedLink');
    expect(kindOf('hello')).toBe('damagedLink');
    expect(kindOf('1.')).toBe('damagedLink');
    expect(kindOf(`${link}.`)).toBe('damagedLink');
    expect(kindOf(link.slice(0, -8))).toBe('damagedLink');
    expect(kindOf(link.replace('1.', '2.'))).toBe('unknownVersion');
    expect(kindOf('1.'.padEnd(LIMITS.linkCharacters + 1, 'A'))).toBe('tooBig');
    expect(decodeLink(linkSaying({ s: 1 }))).toEqual({
      ok: false,
      problem: { kind: 'missingField', where: 'payload' },
    });
    expect(decodeLink(linkSaying({ s: 1, m: '', w: { loss: 2 } }))).toEqual({
      ok: false,
      problem: { kind: 'outOfRange', where: 'weather.loss', limit: 1 },
    });
    expect(kindOf(linkSaying({ s: 1, m: '', zz: 1 }))).toBe('unknownField');
    expect(kindOf(linkSaying([]))).toBe('damagedLink');
    expect(kindOf(linkSaying({ s: 1, m: '', k: [{ kind: 'setWeather' }] }))).toBe('missingField');
  });

  it('checks what it says of a payload that is elsewhere', () => {
    const payload = filePayload('cat.png', 'image/png', new Uint8Array(LIMITS.payloadBytes));
    const link = encodeLink({ street: { ...defaultStreet('en'), payload, pieceBytes: 5 }, playheadNs: 0 });
    expect(decodeLink(link)).toMatchObject({ ok: false, problem: { kind: 'tooBig', limit: LIMITS.pieces } });
  });

  it('is not blown up by a link that inflates without end', () => {
    const bomb = linkSaying({ s: 1, m: 'a'.repeat(5_000_000) });
    expect(bomb.length).toBeLessThan(LIMITS.linkCharacters);
    expect(kindOf(bomb)).toBe('damagedLink');
  });

  it('never throws on garbage, nor on a damaged link', () => {
    const known = (text: string) => {
      const decoded = decodeLink(text);
      return decoded.ok || PROBLEM_KINDS.includes(decoded.problem.kind);
    };
    const base64url = fc.string({
      unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'),
      maxLength: 300,
    });
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      base64url.map((text) => `1.${text}`),
    );
    const damaged = fc.tuple(anyState(), fc.nat(), base64url).map(([state, at, text]) => {
      const link = encodeLink(state);
      const position = at % link.length;
      return link.slice(0, position) + text.slice(0, 2) + link.slice(position + 2);
    });
    const said = fc.jsonValue().map(linkSaying);
    fc.assert(
      fc.property(fc.oneof(garbage, damaged, said), (text) => {
        expect(known(text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
