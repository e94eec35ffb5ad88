import type { Nanoseconds } from '../../experiment/experiment';
import { finish } from './finish';
import { sendAbort } from './transmit';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** CLOSE of our own direction (RFC 9293 §3.10.4): the FIN follows what is queued. Answers whether anything was open. */
export function closeSending(tcb: TransmissionControlBlock): boolean {
  switch (tcb.state) {
    case 'LISTEN':
    case 'SYN-SENT':
      finish(tcb, 'closed');
      return true;
    case 'ESTABLISHED':
      tcb.isClosing = true;
      tcb.state = 'FIN-WAIT-1';
      return true;
    case 'SYN-RECEIVED':
      // With nothing to send before it the FIN need not wait for the ACK of our SYN.
      if (tcb.isActive && tcb.sendBuffer.end === 0) tcb.state = 'FIN-WAIT-1';
      tcb.isClosing = true;
      return true;
    case 'CLOSE-WAIT':
      tcb.isClosing = true;
      return true;
    default:
      return false;
  }
}

/** ABORT (RFC 9293 §3.10.5): throws away what is queued, and resets a peer that knows of us. */
export function abortConnection(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  switch (tcb.state) {
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
      sendAbort(tcb, now, { kind: 'appAborted' });
      break;
    default:
  }
  finish(tcb);
}

/** Whether the app may still write: SEND queues before the handshake is over, too (RFC 9293 §3.10.2). */
export function mayWrite({ state, isClosing }: TransmissionControlBlock): boolean {
  if (isClosing) return false;
  return (
    state === 'SYN-SENT' || state === 'SYN-RECEIVED' || state === 'ESTABLISHED' || state === 'CLOSE-WAIT'
  );
}
