import { describe, expect, it } from 'vitest';
import { MSS, newsOf } from './newsOf';
import { SpuriousReduction } from './spuriousReduction';

const MS = 1_000_000;

/** The window was reduced at SND.UNA = 1, and one segment sent again at each of these times in ms. */
function reduced(...resentMs: readonly number[]): SpuriousReduction {
  const reduction = new SpuriousReduction();
  reduction.begin(1);
  for (const ms of resentMs) reduction.resent(ms * MS);
  return reduction;
}

const twice = (start: number, end: number) => newsOf({ duplicate: { start, end } });
const echoes = (ms: number) => newsOf({ isAdvance: true, echoedNs: ms * MS });

describe('DSACKs of all that was sent again (RFC 3708 §2)', () => {
  it('need to tell of each segment', () => {
    const reduction = reduced(100, 101);
    reduction.note(twice(1, 1 + MSS), MSS);
    expect(reduction.isAllConfirmed).toBe(false);
    reduction.note(twice(1 + MSS, 1 + 2 * MSS), MSS);
    expect(reduction.isAllConfirmed).toBe(true);
  });

  it('may tell of several at once', () => {
    const reduction = reduced(100, 101);
    reduction.note(twice(1, 1 + 2 * MSS), MSS);
    expect(reduction.isAllConfirmed).toBe(true);
  });

  it('do not count where they tell of what was acknowledged before', () => {
    const reduction = new SpuriousReduction();
    reduction.begin(1 + MSS);
    reduction.resent(100 * MS);
    reduction.note(twice(1, 1 + MSS), MSS);
    expect(reduction.isAllConfirmed).toBe(false);
  });

  it('confirm nothing where nothing was sent again, or after the end', () => {
    expect(reduced().isAllConfirmed).toBe(false);
    const over = reduced(100);
    over.end();
    over.note(twice(1, 1 + MSS), MSS);
    expect(over.isAllConfirmed).toBe(false);
  });
});

describe('Eifel detection (RFC 3522 §3.2)', () => {
  it('sees an ACK that echoes a time before the first repetition', () => {
    expect(reduced(100).isOlderThanResend(echoes(60))).toBe(true);
  });

  it('cannot tell within a tick of the timestamp clock, nor after it', () => {
    expect(reduced(100).isOlderThanResend(echoes(100))).toBe(false);
    expect(reduced(100).isOlderThanResend(newsOf({ isAdvance: true, echoedNs: 99.5 * MS }))).toBe(false);
    expect(reduced(100).isOlderThanResend(echoes(140))).toBe(false);
  });

  it('goes by the first of several repetitions', () => {
    expect(reduced(100, 200).isOlderThanResend(echoes(150))).toBe(false);
  });

  it('asks for an ACK of something new that carries a timestamp, while there is something to undo', () => {
    expect(reduced(100).isOlderThanResend(newsOf({ echoedNs: 60 * MS }))).toBe(false);
    expect(reduced(100).isOlderThanResend(newsOf({ isAdvance: true }))).toBe(false);
    const over = reduced(100);
    over.end();
    expect(over.isOlderThanResend(echoes(60))).toBe(false);
  });
});
