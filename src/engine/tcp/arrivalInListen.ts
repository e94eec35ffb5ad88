import type { Nanoseconds } from '../../experiment/experiment';
import { FLAG, type TcpHeader } from '../../wire/tcp';
import { updateWindow } from './acknowledgment';
import { readArrival } from './arrival';
import { answerSyn } from './handshake';
import { negotiate } from './negotiation';
import { resetFor } from './reset';
import { sendReset } from './transmit';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** RFC 9293 §3.10.7.2. Text on a SYN is not kept: the peer sends it again once the connection is open. */
export function arrivalInListen(
  tcb: TransmissionControlBlock,
  now: Nanoseconds,
  header: TcpHeader,
  payload: Uint8Array,
): void {
  // First, a RST: there is nothing to reset.
  if ((header.flags & FLAG.rst) !== 0) return;
  // Second, an ACK: of nothing that was sent from here.
  if ((header.flags & FLAG.ack) !== 0) {
    return sendReset(tcb, resetFor(header, payload.length), { kind: 'unexpectedAck' });
  }
  // Third, a SYN; fourth, anything else is dropped.
  if ((header.flags & FLAG.syn) === 0) return;
  acceptSyn(tcb, header, payload);
  answerSyn(tcb, now);
}

/** Takes the peer's SYN into the block: IRS, RCV.NXT, options and window. */
export function acceptSyn(tcb: TransmissionControlBlock, header: TcpHeader, payload: Uint8Array): void {
  tcb.initialReceiveSequence = header.sequence;
  tcb.receiveNext = 1;
  // What our own SYN promised counts from the byte behind theirs.
  tcb.advertisedEdge += 1;
  negotiate(tcb, header);
  updateWindow(tcb, readArrival(tcb, header, payload));
}
