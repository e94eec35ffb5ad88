import { describe, expect, it } from 'vitest';
import type { CongestionWindow } from './congestion';
import { FirstSegmentLost } from './duplicateThreshold';
import { MSS, newsOf } from './newsOf';
import { PartedRecovery } from './partedRecovery';
import type { Outstanding } from './recovery';
import { Reno } from './reno';
import { Reordering } from './reordering';
import { Scoreboard, type SentSegment } from './scoreboard';
import { InflatedReduction } from './windowReduction';

interface Fixture {
  readonly recovery: PartedRecovery;
  readonly window: CongestionWindow;
  /** Ten segments and more have gone out, so many are acknowledged; may be a fraction. */
  readonly flight: (sent: number, acknowledged: number) => Outstanding;
  /** An ACK of something new: so many segments in all. */
  readonly acknowledge: (sent: number, acknowledged: number) => boolean;
  readonly repeat: (count: number, sent: number, acknowledged: number) => void;
}

function newReno(): Fixture {
  const congestion = new Reno();
  congestion.begin(MSS, 10 * MSS);
  const board = new Scoreboard();
  const recovery = new PartedRecovery({
    congestion,
    board,
    detection: new FirstSegmentLost(board, false),
    reduction: new InflatedReduction(congestion, MSS),
    reordering: new Reordering(false),
    spurious: undefined,
    forwardRto: undefined,
    hasSack: false,
    isImpatient: true,
    countsDuplicatesAsSacked: false,
    countsDelivery: false,
    endsBeyondPoint: false,
    keepsReports: false,
    hasLimitedTransmit: true,
    hasPartialAcks: true,
  });
  let unacked = 1;
  const flight = (sent: number, acknowledged: number): Outstanding => {
    const sendNext = 1 + MSS * sent;
    for (let at = board.last?.end ?? 1; at < sendNext; at += MSS) board.sent(at, at + MSS, 0, false);
    const sendUnacked = 1 + MSS * acknowledged;
    return { sendUnacked, sendNext, sentText: sendNext, sendMaxSegmentBytes: MSS };
  };
  const acknowledge = (sent: number, acknowledged: number): boolean => {
    const outstanding = flight(sent, acknowledged);
    const arrived: SentSegment[] = [];
    board.acknowledge(outstanding.sendUnacked, arrived);
    const bytes = outstanding.sendUnacked - unacked;
    unacked = outstanding.sendUnacked;
    const news = newsOf({ bytes, isAdvance: true, arrived, deliveredBytes: bytes });
    return recovery.acknowledged(outstanding, news);
  };
  const repeat = (count: number, sent: number, acknowledged: number): void => {
    const outstanding = flight(sent, acknowledged);
    for (let i = 0; i < count; i += 1) recovery.acknowledged(outstanding, newsOf({ isDuplicate: true }));
  };
  return { recovery, window: congestion.window, flight, acknowledge, repeat };
}

/** What is to be sent again, which then is. */
function takeNext({
  recovery,
  flight,
}: Fixture): { readonly position: number; readonly reason: unknown } | undefined {
  const resend = recovery.next(flight(10, 0));
  if (resend) recovery.resent(resend.position, resend.position + MSS, 0);
  return resend && { position: resend.position, reason: resend.reason };
}

describe('recovery without SACK (RFC 5681 §3.2, RFC 6582 §3.2)', () => {
  it('halves, inflates by three, then by one for each further duplicate', () => {
    const fixture = newReno();
    fixture.repeat(3, 10, 0);
    expect(fixture.window).toMatchObject({ cwnd: 8000, ssthresh: 5000 });
    expect(takeNext(fixture)).toEqual({ position: 1, reason: { kind: 'tripleDuplicateAck', count: 3 } });
    fixture.repeat(1, 10, 0);
    expect(fixture.window.cwnd).toBe(9000);
  });

  it('deflates on a partial ACK by what it covers, but for one segment', () => {
    const fixture = newReno();
    fixture.repeat(3, 10, 0);
    takeNext(fixture);
    expect(fixture.acknowledge(10, 2)).toBe(true);
    expect(fixture.window.cwnd).toBe(7000);
    expect(takeNext(fixture)).toEqual({ position: 2001, reason: { kind: 'partialAck' } });
    // Less than a segment is not put back, and the timer is restarted by the first partial ACK alone.
    expect(fixture.acknowledge(10, 2.3)).toBe(false);
    expect(fixture.window.cwnd).toBe(6700);
    expect(fixture.recovery.phase).toBe('fastRecovery');
  });

  it('leaves with ssthresh, or less if little is in flight', () => {
    const fixture = newReno();
    fixture.repeat(3, 10, 0);
    fixture.acknowledge(13, 10);
    expect(fixture.recovery.phase).toBe('open');
    expect(fixture.window.cwnd).toBe(4000);
  });

  it('takes duplicates at the point of the last recovery for echoes of what was sent twice', () => {
    const fixture = newReno();
    const { recovery } = fixture;
    recovery.timedOut(fixture.flight(10, 0), 0, true, { kind: 'retransmissionTimeout', backoff: 1 });
    takeNext(fixture);
    fixture.acknowledge(10, 10);
    expect(recovery.phase).toBe('open');
    fixture.repeat(4, 12, 10);
    expect(recovery.next(fixture.flight(12, 10))).toBeUndefined();
    fixture.acknowledge(20, 11);
    fixture.repeat(3, 20, 11);
    expect(recovery.next(fixture.flight(20, 11))?.position).toBe(11_001);
  });
});
