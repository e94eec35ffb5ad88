import type { Nanoseconds } from '../../experiment/experiment';
import { FLAG, type TcpHeader } from '../../wire/tcp';
import { acknowledgeSyn } from './acknowledgment';
import { type Arrival, readArrival } from './arrival';
import { acceptSyn } from './arrivalInListen';
import { finish } from './finish';
import { answerSyn, establish } from './handshake';
import { isOn } from './mechanisms';
import { resetFor } from './reset';
import { isSynAcknowledged } from './segmentAcceptability';
import { unwrap } from './sequence';
import { sendAck, sendReset } from './transmit';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/**
 * RFC 9293 §3.10.7.3. Answers the segment if its text and FIN are to be looked at now that the connection is open.
 * Text on a SYN that opens from both sides is not kept.
 */
export function arrivalInSynSent(
  tcb: TransmissionControlBlock,
  now: Nanoseconds,
  header: TcpHeader,
  payload: Uint8Array,
): Arrival | undefined {
  const hasAck = (header.flags & FLAG.ack) !== 0;
  const hasReset = (header.flags & FLAG.rst) !== 0;
  // First, the ACK: of our SYN, or of something old.
  const acknowledgment = unwrap(tcb.setup.initialSequence, header.acknowledgment, tcb.sendUnacked);
  if (hasAck && !isSynAcknowledged(tcb, acknowledgment)) {
    sendReset(tcb, resetFor(header, payload.length), { kind: 'unexpectedAck' });
    return undefined;
  }
  // Second, a RST: only one that knows our SYN counts.
  if (hasReset) {
    if (hasAck && isOn(tcb, 'resetCheck')) finish(tcb, 'connectionRefused');
    return undefined;
  }
  // Third, security: not modelled. Fourth, the SYN; fifth, without one there is nothing to do.
  if ((header.flags & FLAG.syn) === 0) return undefined;
  if (!hasAck && !isOn(tcb, 'simultaneousOpen')) return undefined;
  acceptSyn(tcb, header, payload);
  if (!hasAck) {
    answerSyn(tcb, now);
    return undefined;
  }
  const arrival = readArrival(tcb, header, payload);
  acknowledgeSyn(tcb, now, arrival);
  establish(tcb);
  // What comes with the SYN is acknowledged with it (RFC 9293 §3.10.7.3, fourth).
  if (payload.length > 0 || arrival.hasFin) tcb.ackNow = { kind: 'acknowledge' };
  else sendAck(tcb, now, { kind: 'acknowledgeSyn' });
  return arrival;
}
