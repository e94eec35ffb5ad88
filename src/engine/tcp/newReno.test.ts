import { describe, expect, it } from 'vitest';
import { NewReno } from './newReno';
import type { NewlyAcknowledged, Outstanding } from './recovery';
import { Reno } from './reno';

const MSS = 1000;

function fixture(): { readonly recovery: NewReno; readonly window: Reno['window'] } {
  const congestion = new Reno();
  congestion.begin(MSS, 10 * MSS);
  return { recovery: new NewReno(congestion), window: congestion.window };
}

/** So many segments have been sent and acknowledged. */
const outstanding = (sent: number, acknowledged: number): Outstanding => ({
  sendUnacked: 1 + MSS * acknowledged,
  sendNext: 1 + MSS * sent,
  highestSent: 1 + MSS * sent,
  sentText: 1 + MSS * sent,
  sendMaxSegmentBytes: MSS,
});

function news(bytes: number): NewlyAcknowledged {
  return { now: 0, bytes, inFlight: bytes, rttNs: undefined, isWindowLimited: true };
}

/** What is to be sent again, which then is. */
function takeNext(recovery: NewReno): { readonly position: number; readonly reason: unknown } | undefined {
  const resend = recovery.next();
  recovery.resent();
  return resend && { position: resend.position, reason: resend.reason };
}

describe('NewReno (RFC 5681 §3.2, RFC 6582 §3.2)', () => {
  it('halves, inflates by three, then by one for each further duplicate', () => {
    const { recovery, window } = fixture();
    const flight = outstanding(10, 0);
    for (let i = 0; i < 3; i += 1) recovery.duplicateAck(flight, 0);
    expect(window).toMatchObject({ cwnd: 8000, ssthresh: 5000 });
    expect(takeNext(recovery)).toEqual({ position: 1, reason: { kind: 'tripleDuplicateAck', count: 3 } });
    expect(recovery.next()).toBeUndefined();
    recovery.duplicateAck(flight, 0);
    expect(window.cwnd).toBe(9000);
  });

  it('deflates on a partial ACK by what it covers, but for one segment', () => {
    const { recovery, window } = fixture();
    for (let i = 0; i < 3; i += 1) recovery.duplicateAck(outstanding(10, 0), 0);
    takeNext(recovery);
    expect(recovery.acknowledged(outstanding(10, 2), news(2000))).toBe(true);
    expect(window.cwnd).toBe(7000);
    expect(takeNext(recovery)).toEqual({ position: 2001, reason: { kind: 'partialAck' } });
    // Less than a segment is not put back, and the timer is restarted by the first partial ACK alone.
    expect(recovery.acknowledged(outstanding(10, 2.3), news(300))).toBe(false);
    expect(window.cwnd).toBe(6700);
    expect(recovery.phase).toBe('fastRecovery');
  });

  it('leaves with ssthresh, or less if little is in flight', () => {
    const { recovery, window } = fixture();
    for (let i = 0; i < 3; i += 1) recovery.duplicateAck(outstanding(10, 0), 0);
    recovery.acknowledged(outstanding(13, 10), news(10_000));
    expect(recovery.phase).toBe('open');
    expect(window.cwnd).toBe(4000);
  });

  it('takes duplicates at the point of the last recovery for echoes of what was sent twice', () => {
    const { recovery } = fixture();
    recovery.timedOut(outstanding(10, 0), 0, true);
    recovery.acknowledged(outstanding(10, 10), news(10_000));
    expect(recovery.phase).toBe('open');
    for (let i = 0; i < 4; i += 1) recovery.duplicateAck(outstanding(12, 10), 0);
    expect(recovery.next()).toBeUndefined();
    recovery.acknowledged(outstanding(20, 11), news(1000));
    for (let i = 0; i < 3; i += 1) recovery.duplicateAck(outstanding(20, 11), 0);
    expect(recovery.next()?.position).toBe(11_001);
  });
});
