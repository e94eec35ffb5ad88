import { describe, expect, it } from 'vitest';
import { ForwardRto } from './forwardRto';
import { MSS, newsOf, segment } from './newsOf';
import type { AckNews, Outstanding } from './recovery';
import type { SentSegment } from './scoreboard';
import { type Fate, type Flight, VirtualWire } from './virtualWire';

/** Ten segments went out before the timeout; the first was sent again. */
function afterTimeout(hasSack = false): ForwardRto {
  const look = new ForwardRto(hasSack);
  look.begin(1 + 10 * MSS);
  return look;
}

const outstanding = (acknowledged: number, sent: number): Outstanding => ({
  sendUnacked: 1 + acknowledged * MSS,
  sendNext: 1 + sent * MSS,
  sentText: 1 + sent * MSS,
  sendMaxSegmentBytes: MSS,
});

const advance = (arrived: readonly SentSegment[]): AckNews => newsOf({ isAdvance: true, arrived });

describe('F-RTO without SACK (RFC 5682 §2.1)', () => {
  it('takes a timeout for spurious when two ACKs in a row advance, the second over what was sent once (3b)', () => {
    const look = afterTimeout();
    expect(look.acknowledged(outstanding(1, 10), advance([segment(0, 1)]))).toBe(false);
    expect(look.isHoldingResends).toBe(true);
    expect(look.acknowledged(outstanding(2, 12), advance([segment(1, 0)]))).toBe(true);
    expect(look.isHoldingResends).toBe(false);
  });

  it('goes back to the conventional recovery at a duplicate ACK in place of the first (2a)', () => {
    const look = afterTimeout();
    expect(look.acknowledged(outstanding(0, 10), newsOf({ isDuplicate: true }))).toBe(false);
    expect(look.acknowledged(outstanding(1, 10), advance([segment(0, 1)]))).toBe(false);
    expect(look.isHoldingResends).toBe(false);
  });

  it('and at one in place of the second (3a)', () => {
    const look = afterTimeout();
    look.acknowledged(outstanding(1, 10), advance([segment(0, 1)]));
    expect(look.acknowledged(outstanding(1, 12), newsOf({ isDuplicate: true }))).toBe(false);
    expect(look.isHoldingResends).toBe(false);
    expect(look.acknowledged(outstanding(2, 12), advance([segment(1, 0)]))).toBe(false);
  });

  it('learns nothing from an ACK of all that was sent before the timeout (2b)', () => {
    const look = afterTimeout();
    expect(look.acknowledged(outstanding(10, 10), advance([segment(0, 1)]))).toBe(false);
    expect(look.isHoldingResends).toBe(false);
  });

  it('does not believe one ACK of both the repetition and more', () => {
    const look = afterTimeout();
    expect(look.acknowledged(outstanding(2, 10), advance([segment(0, 1), segment(1, 0)]))).toBe(false);
  });

  it('gives up when there is nothing new to send for the test (2b)', () => {
    const look = afterTimeout();
    look.acknowledged(outstanding(1, 10), advance([segment(0, 1)]));
    look.stopUntested(1 + 10 * MSS);
    expect(look.isHoldingResends).toBe(false);
  });
});

describe('F-RTO with SACK (RFC 5682 §3.1)', () => {
  it('believes a report of what was sent once before the timeout', () => {
    const look = afterTimeout(true);
    expect(
      look.acknowledged(outstanding(0, 10), newsOf({ isReporting: true, arrived: [segment(4, 0)] })),
    ).toBe(true);
  });

  it('goes back to the conventional recovery when only new data is reported (3a)', () => {
    const look = afterTimeout(true);
    look.acknowledged(outstanding(1, 10), advance([segment(0, 1)]));
    const report = newsOf({ isReporting: true, arrived: [segment(10, 0)] });
    expect(look.acknowledged(outstanding(1, 12), report)).toBe(false);
    expect(look.isHoldingResends).toBe(false);
  });

  it.each(['rfc', 'linux'] as const)('lets an ACK of all tell nothing, but for Linux (2a): %s', (dialect) => {
    // The first segment is lost, and then all that tells of the others.
    const fate = ({ from, nth, timeMs, segment: { payload } }: Flight): Fate => {
      const isFirst = from === 'C' && payload.length > 0 && nth === 1;
      return { isLost: isFirst || (from === 'S' && timeMs === 750) };
    };
    const wire = new VirtualWire({ fate, options: { dialect, forwardRtoRecovery: true } }).open();
    wire.at(500, () => wire.client.write(5000)).run(3000);
    const { cwnd } = wire.client.connection.snapshot();
    if (dialect === 'linux') expect(cwnd).toBeGreaterThanOrEqual(10_000);
    else expect(cwnd).toBe(2000);
  });
});
