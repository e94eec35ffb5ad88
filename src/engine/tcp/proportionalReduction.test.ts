import { describe, expect, it } from 'vitest';
import { ProportionalReduction } from './proportionalReduction';
import type { Outstanding } from './recovery';
import { Reno } from './reno';

const MSS = 1000;
const OUTSTANDING: Outstanding = { sendUnacked: 1, sendNext: 1, sentText: 1, sendMaxSegmentBytes: MSS };

/** A recovery with 20 segments in flight of which some are lost; answers how many go out on each of the ACKs. */
function sentOnEach(lost: number, acks: number, isAdvance: boolean, isCautious = false): readonly number[] {
  const congestion = new Reno();
  congestion.begin(MSS, 20 * MSS);
  const reduction = new ProportionalReduction(congestion, MSS, isCautious);
  reduction.begin(0, 20 * MSS);
  let pipeBytes = (20 - lost) * MSS;
  return Array.from({ length: acks }, () => {
    pipeBytes -= MSS;
    const step = { bytes: MSS, isAdvance, isDuplicate: false, isWorse: false };
    reduction.acknowledged(OUTSTANDING, { ...step, deliveredBytes: MSS, pipeBytes });
    const segments = Math.max(0, Math.floor((congestion.window.cwnd - pipeBytes) / MSS));
    reduction.sent(segments * MSS);
    pipeBytes += segments * MSS;
    return segments;
  });
}

describe('proportional rate reduction (RFC 6937 §3)', () => {
  it('sends on every other ACK when half of the flight is to be left (§4)', () => {
    // The first repetition is forced; in bytes it is paid for at once, in whole segments the rounding pays.
    expect(sentOnEach(1, 8, false)).toEqual([1, 0, 0, 1, 0, 1, 0, 1]);
    expect(sentOnEach(1, 8, false, true)).toEqual([1, 0, 1, 0, 1, 0, 1, 0]);
  });

  it('keeps the pipe at ssthresh once it is there', () => {
    expect(sentOnEach(1, 19, false).slice(-1)).toEqual([1]);
    expect(sentOnEach(10, 4, false)).toEqual([1, 1, 1, 1]);
  });

  it('fills a pipe that losses have emptied as in slow start: a segment more than arrives', () => {
    expect(sentOnEach(15, 4, false)).toEqual([2, 2, 2, 2]);
  });

  it('keeps to what arrives where SND.UNA does not move, if it is cautious (RFC 9937)', () => {
    expect(sentOnEach(15, 4, false, true)).toEqual([1, 1, 1, 1]);
    expect(sentOnEach(15, 4, true, true)).toEqual([2, 2, 2, 2]);
  });

  it('ends with ssthresh, whatever the pipe was', () => {
    const congestion = new Reno();
    congestion.begin(MSS, 20 * MSS);
    const reduction = new ProportionalReduction(congestion, MSS, false);
    reduction.begin(0, 20 * MSS);
    const step = { bytes: 0, isAdvance: false, isDuplicate: false, isWorse: true };
    reduction.acknowledged(OUTSTANDING, { ...step, deliveredBytes: MSS, pipeBytes: 2 * MSS });
    expect(congestion.window.cwnd).toBeLessThan(10 * MSS);
    reduction.end();
    expect(congestion.window).toMatchObject({ cwnd: 10 * MSS, ssthresh: 10 * MSS });
  });
});
