import type { Nanoseconds } from '../../experiment/experiment';
import { initialWindow } from './initialWindow';
import { isOn } from './mechanisms';
import { recoveryFor } from './recoveryFor';
import { startRetransmissionTimer } from './retransmissionTimer';
import { sendSyn } from './transmit';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** RTO when data begins after the SYN timed out and no sample was had (RFC 6298 §5.7). */
const RTO_AFTER_LOST_SYN_NS = 3_000_000_000;
/** One lost SYN may be a spurious timeout; more are taken for congestion (RFC 6928 §2). */
const FORGIVEN_SYN_TIMEOUTS = 1;

/** Sends the first SYN of an active open. */
export function openConnection(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  tcb.isActive = true;
  tcb.state = 'SYN-SENT';
  tcb.waitingSinceNs = now;
  sendSyn(tcb, now, { kind: 'openActive' });
  startRetransmissionTimer(tcb, now, { kind: 'segmentSent' });
}

/** Answers the peer's SYN, which has been taken into the block, with a SYN-ACK. */
export function answerSyn(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  tcb.state = 'SYN-RECEIVED';
  tcb.waitingSinceNs = now;
  sendSyn(tcb, now, { kind: 'answerSyn' });
  startRetransmissionTimer(tcb, now, { kind: 'segmentSent' });
  if (isOn(tcb, 'threeWayHandshake')) return;
  tcb.sendUnacked = 1;
  tcb.sentSegments.acknowledge(1, []);
  establish(tcb);
}

/** Both SYNs are acknowledged: the connection is open. */
export function establish(tcb: TransmissionControlBlock): void {
  const { options } = tcb.setup;
  tcb.state = tcb.isClosing ? 'FIN-WAIT-1' : 'ESTABLISHED';
  tcb.timers.cancel('retransmission', { kind: 'allAcknowledged' });
  const isPathLossy = tcb.synTimeouts > FORGIVEN_SYN_TIMEOUTS;
  const segments = isPathLossy ? 1 : options.initialWindowSegments;
  tcb.recovery = recoveryFor(tcb);
  tcb.congestion.begin(tcb.sendMaxSegmentBytes, initialWindow(segments, tcb.sendMaxSegmentBytes));
  if (tcb.synTimeouts > 0 && !tcb.rtt.hasSample) tcb.rtt.restartAt(RTO_AFTER_LOST_SYN_NS);
  tcb.notices.push({ kind: 'connected' });
}
