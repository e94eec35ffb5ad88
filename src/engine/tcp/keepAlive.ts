import type { Nanoseconds } from '../../experiment/experiment';
import { dialectOf } from './dialect';
import { finish } from './finish';
import { isOn } from './mechanisms';
import { sendAbort, sendEmptyProbe } from './transmit';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** A segment of the peer arrived, whichever: it is there (RFC 9293 §3.8.4). */
export function noteSignOfLife(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  tcb.lastHeardNs = now;
  tcb.keepAliveProbes = 0;
}

/**
 * Lets the keep-alive timer run while nothing is outstanding, and no longer: what is outstanding is watched over by the
 * retransmission timer, a closed window by the persist timer (RFC 9293 §3.8.4).
 */
export function superviseKeepAlive(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  const { timers } = tcb;
  const { keepAlive } = tcb.setup.options;
  if (!keepAlive || !isOn(tcb, 'keepAliveProbes')) return timers.cancel('keepAlive', { kind: 'appCalled' });
  if (tcb.sendNext > tcb.sendUnacked || timers.isRunning('persist')) {
    tcb.keepAliveProbes = 0;
    return timers.cancel('keepAlive', { kind: 'segmentSent' });
  }
  if (tcb.keepAliveProbes > 0) return undefined;
  const dueNs = Math.max(now, tcb.lastHeardNs + keepAlive.idleNs);
  return timers.set('keepAlive', dueNs, { kind: 'segmentArrived' });
}

/** The peer has been silent for so long that it is asked for an ACK, or after too many questions given up. */
export function keepAliveExpired(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  const { keepAlive } = tcb.setup.options;
  if (!keepAlive) return;
  if (tcb.keepAliveProbes >= keepAlive.probes) {
    if (dialectOf(tcb).resetsSilentPeer) sendAbort(tcb, now, { kind: 'gaveUp' });
    return finish(tcb, 'gaveUp');
  }
  tcb.keepAliveProbes += 1;
  // Without the garbage octet that old hosts wanted (RFC 9293 §3.8.4: SHOULD).
  sendEmptyProbe(tcb, now, { kind: 'keepAliveProbe' });
  return tcb.timers.set('keepAlive', now + keepAlive.intervalNs, { kind: 'keepAliveProbe' });
}
