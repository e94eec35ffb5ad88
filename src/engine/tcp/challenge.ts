import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** ACK throttling of RFC 5961 §7: `challengeAckLimit` in each such time. */
const PERIOD_NS = 5_000_000_000;

/**
 * Owes the peer an ACK for a segment that carries nothing and does not fit. Few of them only: two ends that answer each
 * other's old ACKs, on a path that doubles and reorders, would never stop.
 */
export function challenge(tcb: TransmissionControlBlock, now: Nanoseconds, reason: Reason): void {
  if (now >= tcb.challengesSinceNs + PERIOD_NS) {
    tcb.challengesSinceNs = now;
    tcb.challenges = 0;
  }
  if (tcb.challenges >= tcb.setup.options.challengeAckLimit) return;
  tcb.challenges += 1;
  tcb.ackNow = reason;
}
